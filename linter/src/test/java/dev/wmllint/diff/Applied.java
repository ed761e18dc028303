package dev.wmllint.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real {@code patch} and {@code git}, where they are installed. */
public final class Applied {
  public static final List<String> PATCH =
      List.of("patch", "-p1", "--quiet", "--no-backup-if-mismatch");
  public static final List<String> GIT = List.of("git", "apply", "--whitespace=nowarn");

  private Applied() {}

  /** What a run put out. */
  public record Outcome(int exitCode, String output) {}

  public static boolean isInstalled(String program) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
        return true;
      }
    }
    return false;
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
