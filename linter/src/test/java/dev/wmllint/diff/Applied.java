package dev.wmllint.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real {@code patch} and {@code git}, where they are installed. */
public final class Applied {
  /** GNU patch: others know not all of these options, and read other names from a diff. */
  public static final List<String> PATCH =
      List.of("patch", "-p1", "--quiet", "--no-backup-if-mismatch");

  public static final List<String> GIT = List.of("git", "apply", "--whitespace=nowarn");

  private Applied() {}

  /** What a run put out. */
  public record Outcome(int exitCode, String output) {}

  /** Skips a test where the program of a command is not installed, or is not the one we know. */
  public static void assumeInstalled(List<String> command)
      throws IOException, InterruptedException {
    String program = command.get(0);
    String name = command.equals(GIT) ? "git version" : "GNU patch";
    assumeTrue(introduction(program).startsWith(name), () -> "no " + name);
  }

  /** What a program says about itself; empty where there is none. */
  private static String introduction(String program) throws IOException, InterruptedException {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
        return run(List.of(program, "--version"), Path.of("").toAbsolutePath(), "").output();
      }
    }
    return "";
  }

  /** Whether all of a diff can be applied. */
  public static boolean isPossible(UnifiedDiff diff) {
    return diff.maskedHunks() == 0 && diff.foreignEncoding().isEmpty();
  }

  /** Applies a diff in a folder; its output must be empty and its exit code 0. */
  public static void cleanly(List<String> command, Path folder, String diff)
      throws IOException, InterruptedException {
    assertEquals(new Outcome(0, ""), run(command, folder, diff), diff);
  }

  public static Outcome run(List<String> command, Path folder, String diff)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile("wml-lint", ".diff");
    Path output = Files.createTempFile("wml-lint", ".out");
    try {
      Files.writeString(file, diff, StandardCharsets.UTF_8);
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectInput(file.toFile())
              .redirectOutput(output.toFile());
      // A repository around the temporary folder would change what paths mean.
      builder.environment().put("GIT_CEILING_DIRECTORIES", folder.getParent().toString());
      Process process = builder.start();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("does not end: " + command);
      }
      return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } finally {
      Files.delete(file);
      Files.delete(output);
    }
  }
}
