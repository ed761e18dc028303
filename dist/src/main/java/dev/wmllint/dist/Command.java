package dev.wmllint.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a tool to its end. */
final class Command {
  private Command() {}

  /**
   * Runs it; what it says is heard only when it fails.
   *
   * @throws IOException when it does not end with status 0
   */
  static void run(List<String> command) throws IOException, InterruptedException {
    output(command);
  }

  /**
   * The same, with an environment that is all it has.
   *
   * @throws IOException when it does not end with status 0
   */
  static void run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    output(inside(environment, command).redirectErrorStream(true));
  }

  /**
   * Runs it, and returns what it says.
   *
   * @throws IOException when it does not end with status 0
   */
  static String output(List<String> command) throws IOException, InterruptedException {
    return output(new ProcessBuilder(command).redirectErrorStream(true));
  }

  /**
   * Runs it without any environment, so that it does the same wherever the build runs.
   *
   * @param out gets what it writes to standard output
   * @throws IOException when it does not end with status 0
   */
  static void write(List<String> command, Path out) throws IOException, InterruptedException {
    output(inside(Map.of(), command).redirectOutput(out.toFile()));
  }

  private static ProcessBuilder inside(Map<String, String> environment, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }

  private static String output(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    process.getOutputStream().close();
    InputStream words =
        builder.redirectErrorStream() ? process.getInputStream() : process.getErrorStream();
    String said = new String(words.readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      String line = String.join(" ", builder.command());
      throw new IOException("status %d of %s%n%s".formatted(status, line, said));
    }
    return said;
  }
}
