package dev.wmllint.help;

import dev.wmllint.help.CommandLineShape.Argument;
import dev.wmllint.help.CommandLineShape.Candidate;
import dev.wmllint.help.CommandLineShape.Command;
import dev.wmllint.help.CommandLineShape.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** For zsh: its own {@code _arguments} does the work, descriptions are shown. */
final class ZshScript {
  private static final String HEAD =
      """
      #compdef PROGRAM
      # Completion of PROGRAM for zsh, made by: PROGRAM completion zsh

      """;

  private static final String FIRST =
      """
      # The first word can be a command.
      _IDENT_first() {
        if ((CURRENT > 2)); then
          _files
        else
          local -a commands
          commands=(
      COMMANDS
          )
          _alternative 'commands:command:{_describe -t commands command commands}' 'files:file:_files'
        fi
      }

      """;

  /** Autoloaded, the file is the function's first call; sourced, it says what it is for. */
  private static final String FOOT =
      """
      if [[ $funcstack[1] == _IDENT ]]; then
        _IDENT "$@"
      else
        compdef _IDENT PROGRAM
      fi
      """;

  private final CommandLineShape shape;
  private final String function;

  /** Functions that offer words with descriptions, by their text: many options share one. */
  private final Map<String, String> functions = new LinkedHashMap<>();

  private ZshScript(CommandLineShape shape) {
    this.shape = shape;
    this.function = "_" + Script.identifier(shape.program());
  }

  static String write(CommandLineShape shape) {
    return new ZshScript(shape).write();
  }

  private String write() {
    Script main = new Script();
    main.line(function, "() {");
    main.line("  local curcontext=\"$curcontext\"");
    main.line("  case $words[2] in");
    for (Command command : shape.commands()) {
      main.line("    ", command.name(), ")");
      main.line("      if ((CURRENT > 2)); then");
      main.line("        shift words");
      main.line("        ((CURRENT--))");
      arguments(command, "        ", main);
      main.line("        return");
      main.line("      fi");
      main.line("      ;;");
    }
    main.line("  esac");
    arguments(shape.own(), "  ", main);
    main.line("}").line();
    Script script = new Script().add(named(HEAD));
    functions.forEach((body, name) -> script.line(name, "() {").add(body).line("}").line());
    String commands =
        shape.commands().stream()
            .map(command -> "      " + described(command.name(), command.summary()))
            .collect(Collectors.joining("\n"));
    script.add(named(FIRST).replace("COMMANDS", commands));
    return script.add(main.toString()).add(named(FOOT)).toString();
  }

  private String named(String text) {
    return text.replace("PROGRAM", shape.program()).replace("_IDENT", function);
  }

  private void arguments(Command command, String indent, Script script) {
    List<String> specs = new ArrayList<>();
    command.options().forEach(option -> specs.add(spec(option)));
    if (command.name().isEmpty()) {
      specs.add(Script.quoted("*:file:" + function + "_first"));
    } else if (command.argument().isPresent()) {
      Argument argument = command.argument().get();
      String place = argument.many() ? "*" : "1";
      specs.add(Script.quoted(place + ":" + label(argument) + ":" + action(argument)));
    }
    script.line(indent, "_arguments -S \\");
    script.line(indent, "  ", String.join(" \\\n" + indent + "  ", specs));
  }

  private String spec(Option option) {
    String explanation = "[" + escaped(option.description()) + "]";
    String value = option.value().map(found -> ":" + label(found) + ":" + action(found)).orElse("");
    boolean takesValue = option.value().isPresent();
    if (option.names().size() == 1) {
      String star = option.repeatable() ? "*" : "";
      String name = withMark(option.names().get(0), takesValue);
      return Script.quoted(star + name + explanation + value);
    }
    String either = option.repeatable() ? "*" : "(" + String.join(" ", option.names()) + ")";
    String names =
        option.names().stream()
            .map(name -> withMark(name, takesValue))
            .collect(Collectors.joining(","));
    return Script.quoted(either) + "{" + names + "}" + Script.quoted(explanation + value);
  }

  /** How the value may follow: after {@code =}, right after a letter, or as the next word. */
  private static String withMark(String name, boolean takesValue) {
    if (!takesValue) {
      return name;
    }
    return name.startsWith("--") ? name + "=" : name + "+";
  }

  private static String label(Argument argument) {
    return escaped(argument.label());
  }

  private String action(Argument argument) {
    Value value = argument.value();
    if (value instanceof Value.File) {
      return "_files";
    }
    if (value instanceof Value.Folder) {
      return "_files -/";
    }
    if (value instanceof Value.Words words) {
      return words(words, argument.label());
    }
    return value instanceof Value.Pairs pairs ? pairs(pairs, argument.label()) : " ";
  }

  private String words(Value.Words words, String label) {
    boolean plain = words.words().stream().allMatch(word -> word.description().isEmpty());
    if (plain && !words.withFile()) {
      return words.words().stream().map(Candidate::word).collect(Collectors.joining(" ", "(", ")"));
    }
    String file =
        """
          if compset -P '*='; then
            _files
            return
          fi
        """;
    return described(words.withFile() ? file : "", words.words(), label, "");
  }

  private String pairs(Value.Pairs pairs, String label) {
    return described(
        """
          compset -P '*,'
          if compset -P '*='; then
            compadd - VALUES
            return
          fi
        """
            .replace("VALUES", String.join(" ", pairs.values())),
        pairs.keys(),
        label,
        " -qS =");
  }

  /** A function that ends in a call of {@code _describe} with all words. */
  private String described(String start, List<Candidate> words, String label, String options) {
    Script body = new Script().add(start).line("  local -a candidates").line("  candidates=(");
    words.forEach(word -> body.line("    ", described(word.word(), word.description())));
    body.line("  )").line("  _describe -t values ", Script.quoted(label), " candidates", options);
    int next = functions.size() + 1;
    return functions.computeIfAbsent(body.toString(), key -> function + "_values_" + next);
  }

  /** An element of what {@code _describe} takes. */
  private static String described(String word, String description) {
    String start = word.replace(":", "\\:");
    return Script.quoted(description.isEmpty() ? start : start + ":" + description);
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\\\:\\[\\]]", "\\\\$0");
  }
}
