package dev.wmllint.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs a tool to its end. */
final class Command {
  private Command() {}

  /**
   * Runs it; what it says is heard only when it fails.
   *
   * @throws IOException when it does not end with status 0
   */
  static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      throw new IOException(
          "status %d of %s%n%s".formatted(status, String.join(" ", command), said));
    }
  }
}
