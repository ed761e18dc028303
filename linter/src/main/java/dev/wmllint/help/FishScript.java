package dev.wmllint.help;

import dev.wmllint.help.CommandLineShape.Argument;
import dev.wmllint.help.CommandLineShape.Candidate;
import dev.wmllint.help.CommandLineShape.Command;
import dev.wmllint.help.CommandLineShape.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** For fish, from 3.0 on: one line for each option, descriptions are shown. */
final class FishScript {
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

      # Whether the word is the first one behind the program.
      function _IDENT_first
          test (count (commandline -opc)) -eq 1
      end

      # The word without the option before it.
      function _IDENT_value
          string replace -r -- '^--[^=]*=' '' (commandline -ct)
      end

      """;

  private final CommandLineShape shape;
  private final String function;

  /** Functions that offer words, by their text: many options share one. */
  private final Map<String, String> functions = new LinkedHashMap<>();

  private FishScript(CommandLineShape shape) {
    this.shape = shape;
    this.function = "_" + Script.identifier(shape.program());
  }

  static String write(CommandLineShape shape) {
    return new FishScript(shape).write();
  }

  private String write() {
    Script lines = new Script();
    lines.line("complete -c ", shape.program(), " -e");
    for (Command command : shape.commands()) {
      line(lines, function + "_first", "-a ", command.name(), " -d ", quoted(command.summary()));
    }
    for (Command command : shape.all()) {
      lines.line();
      String in = function + "_in " + (command.name().isEmpty() ? "''" : command.name());
      command.options().forEach(option -> line(lines, in, option(option)));
      String argument = command.argument().map(this::argument).orElse("-f");
      if (!argument.isEmpty()) {
        line(lines, in, argument);
      }
    }
    String names = shape.commands().stream().map(Command::name).collect(Collectors.joining(" "));
    Script script = new Script();
    script.add(
        HEAD.replace("PROGRAM", shape.program())
            .replace("_IDENT", function)
            .replace("COMMANDS", names));
    functions.forEach((body, name) -> script.line("function ", name).add(body).line("end\n"));
    return script.add(lines.toString()).toString();
  }

  private void line(Script script, String condition, String... parts) {
    script.line(
        "complete -c ", shape.program(), " -n ", quoted(condition), " ", String.join("", parts));
  }

  private String option(Option option) {
    Script text = new Script();
    for (String name : option.names()) {
      text.add(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1));
      text.add(" ");
    }
    option.value().ifPresent(value -> text.add(value(value.value())).add(" "));
    return text.add("-d ").add(quoted(option.description())).toString();
  }

  private String value(Value value) {
    if (value instanceof Value.File) {
      return "-r -F";
    }
    if (value instanceof Value.Words words && words.withFile()) {
      return "-x -a " + quoted(wordsOrFile(words.words()));
    }
    return value instanceof Value.Anything ? "-x" : "-x -a " + quoted(candidates(value));
  }

  /** Nothing where fish's own completion of file names is right. */
  private String argument(Argument argument) {
    Value value = argument.value();
    if (value instanceof Value.File) {
      return "";
    }
    return value instanceof Value.Anything ? "-f" : "-f -a " + quoted(candidates(value));
  }

  private String candidates(Value value) {
    if (value instanceof Value.Words words) {
      return words(words.words());
    }
    return value instanceof Value.Pairs pairs ? pairs(pairs) : "(__fish_complete_directories)";
  }

  private String words(List<Candidate> words) {
    if (words.stream().allMatch(word -> word.description().isEmpty())) {
      return words.stream().map(Candidate::word).collect(Collectors.joining(" "));
    }
    return function("    printf '%s\\t%s\\n' \\\n", words);
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

  private String pairs(Value.Pairs pairs) {
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
        pairs.keys());
  }

  /** A function that ends in a call of {@code printf} with all words; gives its substitution. */
  private String function(String text, List<Candidate> words) {
    String arguments =
        words.stream()
            .map(word -> "        " + word.word() + " " + quoted(word.description()))
            .collect(Collectors.joining(" \\\n"));
    String body = text.replace("_IDENT", function) + arguments + "\n";
    int next = functions.size() + 1;
    return "(" + functions.computeIfAbsent(body, key -> function + "_values_" + next) + ")";
  }

  /** In single quotes, in which fish knows two escapes. */
  private static String quoted(String word) {
    return "'" + word.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
