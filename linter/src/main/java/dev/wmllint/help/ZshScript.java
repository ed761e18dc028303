package dev.wmllint.help;

import dev.wmllint.help.CommandLineShape.Argument;
import dev.wmllint.help.CommandLineShape.Candidate;
import dev.wmllint.help.CommandLineShape.Command;
import dev.wmllint.help.CommandLineShape.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** For zsh: its own {@code _arguments} does the work, descriptions are shown. */
final class ZshScript extends Script {
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

  private static final String MAIN =
      """
      _IDENT() {
        local curcontext="$curcontext"
        case $words[2] in
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

  ZshScript(CommandLineShape shape) {
    super(shape);
  }

  @Override
  String write() {
    StringBuilder main = new StringBuilder(filled(MAIN, ""));
    for (Command command : shape.commands()) {
      main.append(
          """
              NAME)
                if ((CURRENT > 2)); then
                  shift words
                  ((CURRENT--))
          ARGUMENTS\
                  return
                fi
                ;;
          """
              .replace("NAME", command.name())
              .replace("ARGUMENTS", arguments(command, "        ")));
    }
    main.append("  esac\n").append(arguments(shape.own(), "  ")).append("}\n\n");
    StringBuilder script = new StringBuilder(filled(HEAD, ""));
    functions.forEach((body, name) -> script.append(name + "() {\n" + body + "}\n\n"));
    String commands =
        shape.commands().stream()
            .map(command -> "      " + described(command.name(), command.summary()))
            .collect(Collectors.joining("\n"));
    return script.append(filled(FIRST, commands)).append(main).append(filled(FOOT, "")).toString();
  }

  private String arguments(Command command, String indent) {
    List<String> specs = new ArrayList<>();
    command.options().forEach(option -> specs.add(spec(option)));
    if (command.name().isEmpty()) {
      specs.add(quoted("*:file:" + function + "_first"));
    } else if (command.argument().isPresent()) {
      Argument argument = command.argument().get();
      String place = argument.many() ? "*" : "1";
      specs.add(quoted(place + value(argument)));
    }
    String separator = " \\\n" + indent + "  ";
    return indent + "_arguments -S" + separator + String.join(separator, specs) + "\n";
  }

  private String spec(Option option) {
    String explanation = "[" + escaped(option.description()) + "]";
    String value = option.value().map(this::value).orElse("");
    boolean takesValue = option.value().isPresent();
    if (option.names().size() == 1) {
      String star = option.repeatable() ? "*" : "";
      String name = withMark(option.names().get(0), takesValue);
      return quoted(star + name + explanation + value);
    }
    String either = option.repeatable() ? "*" : "(" + String.join(" ", option.names()) + ")";
    String names =
        option.names().stream()
            .map(name -> withMark(name, takesValue))
            .collect(Collectors.joining(","));
    return quoted(either) + "{" + names + "}" + quoted(explanation + value);
  }

  /** How the value may follow: after {@code =}, right after a letter, or as the next word. */
  private static String withMark(String name, boolean takesValue) {
    if (!takesValue) {
      return name;
    }
    return name.startsWith("--") ? name + "=" : name + "+";
  }

  private String value(Argument argument) {
    return ":" + escaped(argument.label()) + ":" + action(argument);
  }

  private String action(Argument argument) {
    Value value = argument.value();
    return switch (value.kind()) {
      case ANYTHING -> " ";
      case FILE -> "_files";
      case FOLDER -> "_files -/";
      case WORDS ->
          isPlain(value.words())
              ? "(" + words(value.words()) + ")"
              : described("", value.words(), argument.label(), "");
      case WORDS_WITH_FILE -> wordsWithFile(value.words(), argument.label());
      case PAIRS -> pairs(value, argument.label());
    };
  }

  private String wordsWithFile(List<Candidate> words, String label) {
    return described(
        """
          if compset -P '*='; then
            _files
            return
          fi
        """,
        words,
        label,
        "");
  }

  private String pairs(Value pairs, String label) {
    return described(
        """
          compset -P '*,'
          if compset -P '*='; then
            compadd - VALUES
            return
          fi
        """
            .replace("VALUES", String.join(" ", pairs.values())),
        pairs.words(),
        label,
        " -qS =");
  }

  /** A function that ends in a call of {@code _describe} with all words. */
  private String described(String start, List<Candidate> words, String label, String options) {
    String candidates =
        words.stream()
            .map(word -> "    " + described(word.word(), word.description()) + "\n")
            .collect(Collectors.joining());
    return functionOf(
        start
            + "  local -a candidates\n  candidates=(\n"
            + candidates
            + "  )\n  _describe -t values "
            + quoted(label)
            + " candidates"
            + options
            + "\n");
  }

  /** An element of what {@code _describe} takes. */
  private static String described(String word, String description) {
    String start = word.replace(":", "\\:");
    return quoted(description.isEmpty() ? start : start + ":" + description);
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\\\:\\[\\]]", "\\\\$0");
  }
}
