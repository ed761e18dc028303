package dev.wmllint.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Programs that start the program after their own arguments: {@code env}, {@code time}, {@code
 * timeout 60} …
 */
final class Prefixes {
  private static final Set<String> WITHOUT_OPTIONS = Set.of("nohup", "command");

  /** Options with the next word as their value; any other option has none. */
  private static final Map<String, Set<String>> VALUE_OPTIONS =
      Map.of(
          "env", Set.of("-u", "--unset"),
          "sudo", Set.of("-u", "-g", "-h", "-p", "-C", "-r", "-t"),
          "time", Set.of("-o", "-f", "--output", "--format"),
          "timeout", Set.of("-k", "-s", "--kill-after", "--signal"),
          "nice", Set.of("-n", "--adjustment"),
          "stdbuf", Set.of("-i", "-o", "-e"),
          "exec", Set.of("-a"),
          "xvfb-run", Set.of("-n", "-s", "-e", "-f", "-w", "-p"),
          "mpirun", Set.of("-n", "-np", "-H", "--hostfile", "-x"));

  /** The options of mpirun without a value; it has too many for the rest to be known. */
  private static final Set<String> MPI_FLAGS = Set.of("-v", "-q", "--allow-run-as-root");

  /** Options after which the rest is no command that can be read here, or none is run. */
  private static final Map<String, Set<String>> ENDINGS =
      Map.of(
          "env", Set.of("-S", "--split-string", "-C", "--chdir"),
          "command", Set.of("-v", "-V"),
          "sudo", Set.of("-i", "-s"));

  private Prefixes() {}

  static boolean isPrefix(String name) {
    return VALUE_OPTIONS.containsKey(name) || WITHOUT_OPTIONS.contains(name);
  }

  /** The words from the program on; all of them when a prefix is alone. */
  static List<Word> strip(List<Word> words) {
    List<Word> rest = words;
    while (true) {
      Optional<List<Word>> program = afterPrefix(rest);
      if (program.isEmpty()) {
        return rest;
      }
      rest = program.get();
    }
  }

  private static Optional<List<Word>> afterPrefix(List<Word> words) {
    Optional<String> prefix =
        words.stream().findFirst().flatMap(Word::literal).flatMap(ProgramNames::onSearchPath);
    if (prefix.filter(Prefixes::isPrefix).isEmpty()) {
      return Optional.empty();
    }
    String name = prefix.get();
    boolean assigns = name.equals("env") || name.equals("sudo");
    int operands = name.equals("timeout") ? 1 : 0;
    int at = 1;
    while (at < words.size()) {
      String text = words.get(at).literalPrefix();
      boolean option = text.startsWith("-");
      if (isIn(ENDINGS, name, text)) {
        return Optional.empty();
      } else if (isIn(VALUE_OPTIONS, name, text)) {
        at += 2;
      } else if (option && name.equals("mpirun") && !MPI_FLAGS.contains(text)) {
        return Optional.empty();
      } else if (option || (assigns && Assignment.prefixLength(text) > 0)) {
        at++;
      } else if (operands > 0) {
        operands--;
        at++;
      } else {
        return Optional.of(words.subList(at, words.size()));
      }
    }
    return Optional.empty();
  }

  private static boolean isIn(Map<String, Set<String>> table, String name, String option) {
    return table.getOrDefault(name, Set.of()).contains(option);
  }
}
