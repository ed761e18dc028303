package dev.wmllint.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program that has run to its end, with an empty environment but for what it was given.
 *
 * @param status its exit status
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Run(int status, String out, String err) {
  static Run of(Path folder, Map<String, String> environment, String input, List<String> command)
      throws IOException, InterruptedException {
    return start(folder, environment, input, command).end();
  }

  static Started start(
      Path folder, Map<String, String> environment, String input, List<String> command)
      throws IOException {
    Path in = Files.createTempFile("run", ".in");
    Path out = Files.createTempFile("run", ".out");
    Path err = Files.createTempFile("run", ".err");
    Files.writeString(in, input);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return new Started(builder.start(), in, out, err);
  }

  /** Still running, perhaps. */
  record Started(Process process, Path in, Path out, Path err) {
    Run end() throws IOException, InterruptedException {
      int status = process.waitFor();
      Run run =
          new Run(
              status,
              Files.readString(out, StandardCharsets.UTF_8),
              Files.readString(err, StandardCharsets.UTF_8));
      for (Path file : List.of(in, out, err)) {
        Files.delete(file);
      }
      return run;
    }
  }
}
