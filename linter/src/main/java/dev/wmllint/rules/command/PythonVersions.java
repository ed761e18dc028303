package dev.wmllint.rules.command;

import dev.wmllint.command.Interpreter;
import dev.wmllint.command.ProgramNames;
import dev.wmllint.command.ProgramRun;
import dev.wmllint.command.ProgramRun.InlineCode;
import dev.wmllint.command.ProgramRun.Module;
import dev.wmllint.command.ProgramRun.Named;
import dev.wmllint.command.ProgramRun.Script;
import dev.wmllint.command.Word;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.FixKind;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.text.Edit;
import dev.wmllint.text.Message;
import dev.wmllint.text.Span;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** An interpreter of another Python than the one that the framework's version runs on. */
final class PythonVersions {
  static final RuleInfo PYTHON_VERSION_MISMATCH =
      RuleInfo.warning(
              Chapter.FRAMEWORK,
              "python-version-mismatch",
              "an interpreter of another Python than the framework's version")
          .fix(FixKind.UNSAFE);

  /** What brings a Python of its own. */
  private static final Set<String> ENVIRONMENTS = Set.of("activate", "virtualenv", "venv");

  private static final Set<String> INSTALLERS = Set.of("conda", "apt-get");

  static void check(CommandContext command) {
    OptionalInt wanted = command.starters().python();
    if (wanted.isEmpty() || command.runs().stream().anyMatch(PythonVersions::bringsPython)) {
      return;
    }
    for (ProgramRun run : command.runs()) {
      interpreter(run)
          .filter(found -> found.language() == Interpreter.Language.PYTHON)
          .filter(found -> found.majorVersion().orElse(wanted.getAsInt()) != wanted.getAsInt())
          .filter(found -> !isOwn(found))
          .ifPresent(found -> report(command, found, wanted.getAsInt()));
    }
  }

  private static boolean bringsPython(ProgramRun run) {
    if (run instanceof Named named) {
      boolean installer = INSTALLERS.contains(named.name());
      return ENVIRONMENTS.contains(named.name())
          || named.arguments().stream()
              .flatMap(argument -> argument.value().stream())
              .map(Word::literalPrefix)
              .anyMatch(
                  text -> installer && (text.startsWith("python") || text.equals("activate")));
    }
    return run instanceof Module module
        && module.module().literal().filter(ENVIRONMENTS::contains).isPresent();
  }

  private static Optional<Interpreter> interpreter(ProgramRun run) {
    if (run instanceof Script script) {
      return Optional.of(script.interpreter());
    }
    if (run instanceof Module module) {
      return Optional.of(module.interpreter());
    }
    return run instanceof InlineCode code ? Optional.of(code.interpreter()) : Optional.empty();
  }

  /** {@code env/bin/python3}: what it is made of is known to who made it. */
  private static boolean isOwn(Interpreter interpreter) {
    Optional<String> literal = interpreter.word().literal();
    if (literal.isEmpty()) {
      return true;
    }
    String path = literal.get();
    return path.contains("/") && !path.startsWith("/usr/") && !path.startsWith("/bin/");
  }

  private static void report(CommandContext command, Interpreter interpreter, int wanted) {
    String framework = command.context().manifest().frameworkName().orElseThrow().value();
    String version = command.context().manifest().frameworkVersion().orElseThrow().value();
    String use = ProgramNames.withoutVersion(interpreter.name()) + wanted;
    Word word = interpreter.word();
    Span span = word.contentSpan();
    // Of /usr/bin/python2 the folder stays.
    Optional<Edit> edit =
        word.literal()
            .filter(text -> text.endsWith(interpreter.name()))
            .map(text -> new Span(span.end() - interpreter.name().length(), span.end()))
            .flatMap(name -> command.replace(name, use));
    command
        .finding(
            PYTHON_VERSION_MISMATCH,
            Message.ofQuoted(interpreter.name())
                .text(" is not the Python of ")
                .piece(framework + " " + version))
        .help("use '" + use + "'")
        .unsafeFix("use " + use, edit)
        .atPart(command.scalar(), span);
  }
}
