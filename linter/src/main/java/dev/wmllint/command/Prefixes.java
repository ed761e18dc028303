package dev.wmllint.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Programs that start the program behind their own arguments: {@code env}, {@code time}, {@code
 * timeout 60} …
 */
final class Prefixes {
  /**
   * How a prefix's own arguments end.
   *
   * @param valueOptions options with the next word as their value
   * @param operands own arguments that are no options
   * @param assigns whether {@code NAME=value} may stand before the program
   * @param flags options without a value, when any other may have one; empty when none has
   */
  private record Prefix(
      Set<String> valueOptions, int operands, boolean assigns, Set<String> flags) {
    Prefix(Set<String> valueOptions, int operands, boolean assigns) {
      this(valueOptions, operands, assigns, Set.of());
    }

    /** Whether nobody knows where the program stands behind this option. */
    boolean isUnknown(String option) {
      return !flags.isEmpty() && option.startsWith("-") && !flags.contains(option);
    }
  }

  /** Those of Open MPI and MPICH that take one value. */
  private static final Prefix MPI =
      new Prefix(
          Set.of(
              "-n",
              "-np",
              "--np",
              "-c",
              "-H",
              "-host",
              "--host",
              "-hosts",
              "-f",
              "-hostfile",
              "--hostfile",
              "-machinefile",
              "--machinefile",
              "-x",
              "-npernode",
              "--npernode",
              "-ppn",
              "-bind-to",
              "--bind-to",
              "-map-by",
              "--map-by",
              "-p"),
          0,
          false,
          Set.of(
              "-v",
              "-q",
              "--allow-run-as-root",
              "-allow-run-as-root",
              "--oversubscribe",
              "-oversubscribe",
              "--tag-output",
              "-tag-output",
              "-bynode",
              "-byslot",
              "--verbose"));

  private static final Map<String, Prefix> KNOWN =
      Map.ofEntries(
          Map.entry("env", new Prefix(Set.of("-u", "--unset"), 0, true)),
          Map.entry("sudo", new Prefix(Set.of("-u", "-g", "-h", "-p", "-C", "-r", "-t"), 0, true)),
          Map.entry("time", new Prefix(Set.of("-o", "-f", "--output", "--format"), 0, false)),
          Map.entry(
              "timeout", new Prefix(Set.of("-k", "-s", "--kill-after", "--signal"), 1, false)),
          Map.entry("nice", new Prefix(Set.of("-n", "--adjustment"), 0, false)),
          Map.entry("ionice", new Prefix(Set.of("-c", "-n", "--class", "--classdata"), 0, false)),
          Map.entry("stdbuf", new Prefix(Set.of("-i", "-o", "-e"), 0, false)),
          Map.entry("exec", new Prefix(Set.of("-a"), 0, false)),
          Map.entry("taskset", new Prefix(Set.of(), 1, false)),
          Map.entry("xvfb-run", new Prefix(Set.of("-n", "-s", "-e", "-f", "-w", "-p"), 0, false)),
          Map.entry("mpirun", MPI),
          Map.entry("mpiexec", MPI),
          Map.entry("orterun", MPI),
          Map.entry("horovodrun", MPI),
          Map.entry("nohup", new Prefix(Set.of(), 0, false)),
          Map.entry("setsid", new Prefix(Set.of(), 0, false)),
          Map.entry("unbuffer", new Prefix(Set.of(), 0, false)),
          Map.entry("command", new Prefix(Set.of(), 0, false)),
          Map.entry("builtin", new Prefix(Set.of(), 0, false)));

  /** Options after which the rest is no command that can be read here, or none is run. */
  private static final Map<String, Set<String>> ENDINGS =
      Map.of(
          "env", Set.of("-S", "--split-string", "-C", "--chdir"),
          "command", Set.of("-v", "-V"),
          "sudo", Set.of("-i", "-s"));

  private Prefixes() {}

  static boolean isPrefix(String name) {
    return KNOWN.containsKey(name);
  }

  /** The words from the program on; all of them when a prefix stands alone. */
  static List<Word> strip(List<Word> words) {
    List<Word> rest = words;
    while (true) {
      Optional<List<Word>> behind = behindPrefix(rest);
      if (behind.isEmpty()) {
        return rest;
      }
      rest = behind.get();
    }
  }

  private static Optional<List<Word>> behindPrefix(List<Word> words) {
    Optional<String> name =
        words.stream().findFirst().flatMap(Word::literal).flatMap(ProgramNames::onSearchPath);
    if (name.isEmpty() || !KNOWN.containsKey(name.get())) {
      return Optional.empty();
    }
    Prefix prefix = KNOWN.get(name.get());
    Set<String> endings = ENDINGS.getOrDefault(name.get(), Set.of());
    int at = 1;
    int operands = prefix.operands();
    while (at < words.size()) {
      Word word = words.get(at);
      String text = word.literalPrefix();
      if (endings.contains(text)) {
        return Optional.empty();
      } else if (prefix.valueOptions().contains(text)) {
        at += 2;
      } else if (prefix.isUnknown(text)) {
        return Optional.empty();
      } else if (text.startsWith("-") || (prefix.assigns() && AssignmentPrefix.length(text) > 0)) {
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
}
