package dev.wmllint.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A shell in a folder that looks like a clone of the project: with {@code ./wml-lint}, which is on
 * the path too, and a copy of the examples.
 */
final class DocumentShell {
  private static final Path EXAMPLES = Path.of("..", "examples");

  private final Path folder;
  private int status;

  /** What a command line printed, on both outputs, in the order in which a terminal shows it. */
  record Outcome(int status, String output) {}

  DocumentShell(Path folder) throws IOException {
    this.folder = folder;
    copyExamples();
    installLinter();
  }

  private void copyExamples() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        write("examples/" + EXAMPLES.relativize(file), Files.readAllBytes(file));
      }
    }
  }

  /** The classes under test, without a launcher that would build them first. */
  private void installLinter() throws IOException {
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    String script =
        """
        #!/bin/sh
        exec '%s/bin/java' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '%s' \\
          dev.wmllint.cli.WmlLint "$@"
        """
            .formatted(System.getProperty("java.home"), classes);
    write("wml-lint", script.getBytes(StandardCharsets.UTF_8));
    Files.setPosixFilePermissions(
        folder.resolve("wml-lint"), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Writes a file into the folder. */
  void write(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  /** Runs a command line; {@code $?} is the exit status of the one before. */
  Outcome run(String line) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder("sh", "-c", "(exit " + status + ")\n" + line)
              .directory(folder.toFile())
              .redirectErrorStream(true);
      Map<String, String> environment = builder.environment();
      String path = folder + ":" + environment.get("PATH");
      environment.clear();
      environment.putAll(
          Map.of("PATH", path, "HOME", folder.toString(), "TERM", "dumb", "LC_ALL", "C.UTF-8"));
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      status = process.waitFor();
      return new Outcome(status, output.replace(folder + "/", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
