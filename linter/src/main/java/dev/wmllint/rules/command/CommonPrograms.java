package dev.wmllint.rules.command;

import dev.wmllint.command.ProgramNames;
import dev.wmllint.text.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The programs that training commands start with, and the slips of the pen in their names. */
final class CommonPrograms {
  /** Interpreters and what else has a long name of its own: one edit away is no other program. */
  private static final List<String> DISTINCT =
      List.of("python", "ipython", "luajit", "caffe", "tensorboard", "mpirun");

  /** The rest: other programs are near, so that only letters that are swapped or doubled count. */
  private static final List<String> OTHERS =
      List.of(
          "bash", "sh", "th", "lua", "pip", "conda", "Rscript", "perl", "cd", "echo", "export",
          "source", "mkdir", "unzip", "tar", "wget", "curl", "chmod", "sudo", "nohup", "git");

  private static final String WINDOWS = ".exe";

  private CommonPrograms() {}

  /** Whether a name, perhaps with a version or a folder, is one of them. */
  static boolean contains(String program) {
    String name = NearestFile.baseName(program);
    String stem = ProgramNames.withoutVersion(name);
    return DISTINCT.contains(stem) || OTHERS.contains(stem);
  }

  /** The program that a misspelt name certainly means; empty for all others. */
  static Optional<String> meant(String name) {
    if (name.endsWith(WINDOWS)) {
      String stem = name.substring(0, name.length() - WINDOWS.length());
      return contains(stem)
          ? Optional.of(stem)
          : DISTINCT.stream().filter(stem::endsWith).findFirst();
    }
    String stem = ProgramNames.withoutVersion(name);
    String version = name.substring(stem.length());
    return DISTINCT.stream()
        .filter(
            program -> isCase(stem, program) || isSwap(stem, program, 2) || isEdit(stem, program))
        .findFirst()
        .or(
            () ->
                OTHERS.stream()
                    .filter(program -> isCase(stem, program) || isSwap(stem, program, 1))
                    .findFirst())
        .map(program -> program + version);
  }

  private static boolean isCase(String name, String program) {
    return !name.equals(program) && name.equalsIgnoreCase(program);
  }

  /** The same letters in another order, or one of them twice; two letters alone say too little. */
  private static boolean isSwap(String name, String program, int edits) {
    int distance = program.length() > 2 ? distance(name, program) : Integer.MAX_VALUE;
    return (distance == 1 && isDoubled(name, program))
        || (distance > 0 && distance <= edits && sorted(name).equals(sorted(program)));
  }

  /**
   * Another first or an additional last letter makes the names of other programs: {@code cython},
   * {@code bpython}, {@code pythonw}.
   */
  private static boolean isEdit(String name, String program) {
    return distance(name, program) == 1
        && name.charAt(0) == program.charAt(0)
        && !name.startsWith(program);
  }

  private static int distance(String name, String program) {
    return name.isEmpty() || Math.abs(name.length() - program.length()) > 1
        ? Integer.MAX_VALUE
        : Nearest.distance(name, program);
  }

  private static boolean isDoubled(String name, String program) {
    return IntStream.range(1, name.length())
        .filter(i -> name.charAt(i) == name.charAt(i - 1))
        .anyMatch(i -> (name.substring(0, i) + name.substring(i + 1)).equals(program));
  }

  private static List<Integer> sorted(String word) {
    return word.chars().sorted().boxed().toList();
  }
}
