package dev.wmllint.help;

import dev.wmllint.help.CommandLineShape.Argument;
import dev.wmllint.help.CommandLineShape.Candidate;
import dev.wmllint.help.CommandLineShape.Command;
import dev.wmllint.help.CommandLineShape.Option;
import java.util.List;
import java.util.stream.Collectors;

/** For fish, from 3.0 on: one line for each option, descriptions are shown. */
final class FishScript extends Script {
  private static final String HEAD =
      """
      # Completion of PROGRAM for fish, made by: PROGRAM completion fish

      # Whether the line is one of a command, or, for '', of none.
      function _IDENT_in
          set -l words (commandline -opc)
          set -l command ''
          if test (count $words) -gt 1; and contains -- $words[2] COMMANDS
              set command $words[2]
          end
          test "$command" = "$argv[1]"
      end

      # Whether the word is the first one after the program.
      function _IDENT_first
          test (count (commandline -opc)) -eq 1
      end

      # The word without the option before it.
      function _IDENT_value
          string replace -r -- '^--[^=]*=' '' (commandline -ct)
      end

      """;

  FishScript(CommandLineShape shape) {
    super(shape);
  }

  @Override
  String write() {
    StringBuilder lines = new StringBuilder("complete -c " + shape.program() + " -e\n");
    for (Command command : shape.commands()) {
      String named = "-a " + command.name() + " -d " + escaped(command.summary());
      lines.append(line(function + "_first", named));
    }
    for (Command command : shape.all()) {
      lines.append('\n');
      String in = function + "_in " + (command.name().isEmpty() ? "''" : command.name());
      command.options().forEach(option -> lines.append(line(in, option(option))));
      String argument = command.argument().map(this::argument).orElse("-f");
      lines.append(argument.isEmpty() ? "" : line(in, argument));
    }
    StringBuilder script = new StringBuilder(filled(HEAD, commandNames(" ")));
    functions.forEach((body, name) -> script.append("function " + name + "\n" + body + "end\n\n"));
    return script.append(lines).toString();
  }

  private String line(String condition, String rest) {
    return "complete -c " + shape.program() + " -n " + escaped(condition) + " " + rest + "\n";
  }

  private String option(Option option) {
    StringBuilder text = new StringBuilder();
    for (String name : option.names()) {
      text.append(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1));
      text.append(' ');
    }
    option.value().ifPresent(value -> text.append(value(value.value())).append(' '));
    return text.append("-d ").append(escaped(option.description())).toString();
  }

  private String value(Value value) {
    return switch (value.kind()) {
      case ANYTHING -> "-x";
      case FILE -> "-r -F";
      default -> "-x -a " + escaped(candidates(value));
    };
  }

  /** Nothing where fish's own completion of file names is right. */
  private String argument(Argument argument) {
    return switch (argument.value().kind()) {
      case ANYTHING -> "-f";
      case FILE -> "";
      default -> "-f -a " + escaped(candidates(argument.value()));
    };
  }

  private String candidates(Value value) {
    return switch (value.kind()) {
      case WORDS -> wordsOrFunction(value.words());
      case WORDS_WITH_FILE -> wordsOrFile(value.words());
      case PAIRS -> pairs(value);
      default -> "(__fish_complete_directories)";
    };
  }

  private String wordsOrFunction(List<Candidate> words) {
    return isPlain(words) ? words(words) : function("    printf '%s\\t%s\\n' \\\n", words);
  }

  private String wordsOrFile(List<Candidate> words) {
    return function(
        """
            set -l value (_IDENT_value)
            if string match -q -- '*=*' $value
                set -l parts (string split -m 1 -- '=' $value)
                __fish_complete_path $parts[2] | string replace -r -- '^' $parts[1]=
                return
            end
            printf '%s\\t%s\\n' \\
        """,
        words);
  }

  private String pairs(Value pairs) {
    return function(
        """
            set -l value (_IDENT_value)
            set -l head (string match -r -- '^.*,' $value)
            if string match -qr -- '=[^,]*$' $value
                set -l key (string replace -r -- '=[^=]*$' '=' $value)
                printf '%s\\n' $key{VALUES}
                return
            end
            printf "$head%s=\\t%s\\n" \\
        """
            .replace("VALUES", String.join(",", pairs.values())),
        pairs.words());
  }

  /** A function that ends in a call of {@code printf} with all words; gives its substitution. */
  private String function(String text, List<Candidate> words) {
    String arguments =
        words.stream()
            .map(word -> "        " + word.word() + " " + escaped(word.description()))
            .collect(Collectors.joining(" \\\n"));
    String body = text.replace("_IDENT", function) + arguments + "\n";
    return "(" + functionOf(body) + ")";
  }

  /** In single quotes, in which fish knows two escapes. */
  private static String escaped(String word) {
    return "'" + word.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
