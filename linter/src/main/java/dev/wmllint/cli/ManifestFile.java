package dev.wmllint.cli;

import dev.wmllint.spi.ExitCode;
import dev.wmllint.spi.Terminal;
import dev.wmllint.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A manifest as it was read.
 *
 * @param job why it was read
 * @param path where it stands, or would stand: for what is looked up beside it
 * @param source its text, under the name that messages use
 */
record ManifestFile(Job job, Path path, SourceText source) {
  /** Reads a manifest; what goes wrong is said. */
  static Optional<ManifestFile> read(
      Job job, Options options, int maxBytes, Terminal terminal, Outcome outcome) {
    String name = job.isStdin() ? options.stdinName().orElse("<stdin>") : job.name();
    try {
      byte[] bytes = bytes(job, maxBytes, terminal);
      return Optional.of(
          new ManifestFile(job, place(job, options), SourceText.decode(name, bytes)));
    } catch (NoSuchFileException e) {
      outcome.fail(ExitCode.USAGE, "no such file: " + name);
    } catch (IOException | InvalidPathException e) {
      outcome.fail(ExitCode.USAGE, "cannot read " + name);
    }
    return Optional.empty();
  }

  private static byte[] bytes(Job job, int maxBytes, Terminal terminal) throws IOException {
    if (job.isStdin()) {
      return terminal.in().readNBytes(maxBytes);
    }
    try (InputStream file = Files.newInputStream(Path.of(job.name()))) {
      return file.readNBytes(maxBytes);
    }
  }

  /** Standard input stands in the current folder, unless its name says otherwise. */
  static Path place(Job job, Options options) {
    try {
      return Path.of(job.isStdin() ? options.stdinName().orElse("job.yaml") : job.name());
    } catch (InvalidPathException e) {
      return Path.of("job.yaml");
    }
  }

  /** The folder of a manifest; the current one is the empty path. */
  static Path folder(Path manifest) {
    Path parent = manifest.getParent();
    return parent == null ? Path.of("") : parent;
  }

  Path folder() {
    return folder(path);
  }
}
