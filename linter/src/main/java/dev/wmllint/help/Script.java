package dev.wmllint.help;

import dev.wmllint.help.CommandLineShape.Candidate;
import dev.wmllint.help.CommandLineShape.Command;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A completion script for one shell, as it is written. */
abstract class Script {
  final CommandLineShape shape;

  /** What the names of all functions begin with. */
  final String function;

  /** Functions that offer words, by their text: many options share one. */
  final Map<String, String> functions = new LinkedHashMap<>();

  Script(CommandLineShape shape) {
    this.shape = shape;
    this.function = "_" + shape.program().replace('-', '_');
  }

  abstract String write();

  /** A template with the program's name, the functions' prefix and the commands. */
  String filled(String template, String commands) {
    return template
        .replace("PROGRAM", shape.program())
        .replace("_IDENT", function)
        .replace("COMMANDS", commands);
  }

  /** The name of the function with this text. */
  String functionOf(String body) {
    int next = functions.size() + 1;
    return functions.computeIfAbsent(body, key -> function + "_values_" + next);
  }

  String commandNames(String separator) {
    return shape.commands().stream().map(Command::name).collect(Collectors.joining(separator));
  }

  static boolean isPlain(List<Candidate> candidates) {
    return candidates.stream().allMatch(candidate -> candidate.description().isEmpty());
  }

  static String words(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::word).collect(Collectors.joining(" "));
  }

  /** A word in single quotes, for a shell of Bourne's family. */
  static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
