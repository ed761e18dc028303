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
   * Runs it; what it says is heard only when it fails.
   *
   * @param environment all of it
   * @throws IOException when it does not end with status 0
   */
  static void run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    output(builder);
  }

  /**
   * Runs it, and returns what it says.
   *
   * @throws IOException when it does not end with status 0
   */
  static String output(List<String> command) throws IOException, InterruptedException {
    return output(new ProcessBuilder(command));
  }

  private static String output(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    return end(process, process.getInputStream(), builder.command());
  }

  /**
   * Runs it without any environment, so that it does the same wherever the build runs.
   *
   * @param out gets what it writes to standard output
   * @throws IOException when it does not end with status 0
   */
  static void write(List<String> command, Path out) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile());
    builder.environment().clear();
    Process process = builder.start();
    process.getOutputStream().close();
    end(process, process.getErrorStream(), command);
  }

  private static String end(Process process, InputStream words, List<String> command)
      throws IOException, InterruptedException {
    String said = new String(words.readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      throw new IOException(
          "status %d of %s%n%s".formatted(status, String.join(" ", command), said));
    }
    return said;
  }
}
