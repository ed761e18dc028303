package dev.wmllint.command;

import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Commands as text that people can read, for comparison. */
final class Dump {
  private Dump() {}

  /** One line for each word: its text, what it is, its parts. */
  static String words(String command) {
    ShellCommand read = ShellCommand.parse(command);
    StringBuilder out = new StringBuilder();
    words(read, read.statements(), "", out);
    for (WordPart.VariableUse use : read.variables()) {
      out.append("variable ").append(at(read, use.span())).append(' ');
      out.append(use.name()).append(' ').append(use.form()).append('\n');
    }
    return out.toString();
  }

  private static void words(
      ShellCommand read, List<Statement> statements, String indent, StringBuilder out) {
    for (Statement statement : statements) {
      if (statement instanceof Compound compound) {
        out.append(indent).append(compound.kind()).append('\n');
        words(read, compound.body(), indent + "  ", out);
      } else if (statement instanceof FunctionDefinition function) {
        out.append(indent).append("FUNCTION ").append(function.name()).append('\n');
        words(read, function.body(), indent + "  ", out);
      } else if (statement instanceof SimpleCommand command) {
        out.append(indent).append("COMMAND ").append(at(read, command.span())).append('\n');
        for (Assignment assignment : command.assignments()) {
          out.append(indent).append("  set ").append(assignment.name()).append(" =");
          word(read, assignment.value(), indent, out);
        }
        for (Word word : command.words()) {
          out.append(indent).append("  word");
          word(read, word, indent, out);
        }
        for (Redirection redirection : command.redirections()) {
          out.append(indent).append("  ").append(redirection.kind());
          word(read, redirection.target(), indent, out);
        }
      }
    }
  }

  private static void word(ShellCommand read, Word word, String indent, StringBuilder out) {
    out.append(' ').append(at(read, word.span()));
    out.append(word.literal().map(value -> " = <" + value + ">").orElse(" unknowable"));
    out.append('\n');
    for (WordPart part : word.parts()) {
      if (part instanceof WordPart.Substitution substitution) {
        out.append(indent).append("    substitution ").append(at(read, part.span())).append('\n');
        words(read, substitution.statements(), indent + "      ", out);
      } else if (word.parts().size() > 1 || !(part instanceof WordPart.Literal)) {
        out.append(indent).append("    ").append(kind(part)).append(' ');
        out.append(at(read, part.span())).append('\n');
      }
    }
  }

  private static String kind(WordPart part) {
    if (part instanceof WordPart.Literal literal) {
      return "text " + literal.quoting();
    }
    if (part instanceof WordPart.VariableUse use) {
      return "variable " + use.form();
    }
    return part instanceof WordPart.Expansion expansion && expansion.isHome() ? "home" : "unknown";
  }

  private static String at(ShellCommand read, Span span) {
    return span.start()
        + ".."
        + span.end()
        + " ["
        + span.of(read.text()).replace("\n", "\\n")
        + "]";
  }

  /** One line for each run. */
  static String runs(String command) {
    CommandAnalysis analysis = CommandAnalysis.of(ShellCommand.parse(command));
    List<String> lines = new ArrayList<>();
    for (ProgramRun run : analysis.runs()) {
      lines.add(what(run) + surroundings(command, run));
    }
    if (!analysis.assignedVariables().isEmpty()) {
      lines.add("assigned: " + analysis.assignedVariables().stream().sorted().toList());
    }
    if (analysis.runs().stream().anyMatch(ProgramRun::mayRunUnseenPrograms)) {
      lines.add("may run unseen programs");
    }
    if (analysis.mayAssignUnseenVariables()) {
      lines.add("may assign unseen variables");
    }
    return String.join("\n", lines) + "\n";
  }

  private static String what(ProgramRun run) {
    if (run instanceof ProgramRun.Script script) {
      return "script " + script.interpreter().language() + " " + script.place();
    } else if (run instanceof ProgramRun.Module module) {
      return "module " + module.module().literal().orElse("?");
    } else if (run instanceof ProgramRun.InlineCode code) {
      return "code " + code.interpreter().language();
    } else if (run instanceof ProgramRun.ShellCode) {
      return "code SHELL, read";
    } else if (run instanceof ProgramRun.Executable file) {
      return "executable " + file.place();
    } else if (run instanceof ProgramRun.Named named) {
      return "named " + named.name() + (named.wellKnown() ? "" : " (not well known)");
    }
    return "opaque";
  }

  private static String surroundings(String command, ProgramRun run) {
    StringBuilder out = new StringBuilder();
    for (Argument argument : run.arguments()) {
      out.append(" | ").append(argument.option().orElse(""));
      argument
          .value()
          .ifPresent(value -> out.append('<').append(value.span().of(command)).append('>'));
    }
    if (!run.folder().equals(Place.ROOT)) {
      out.append(" in ").append(run.folder());
    }
    if (!run.madeBefore().toString().equals("[]")) {
      out.append(" made ").append(run.madeBefore());
    }
    if (!run.madeExecutableBefore().toString().equals("[]")) {
      out.append(" executable ").append(run.madeExecutableBefore());
    }
    return out.toString().replace("\n", "\\n");
  }
}
