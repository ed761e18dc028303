package dev.wmllint.cli;

import dev.wmllint.spi.ExitCode;
import dev.wmllint.spi.Terminal;
import dev.wmllint.text.SourceText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A manifest as it was read. */
final class ManifestFile {
  private final Job job;
  private final Path path;
  private final byte[] bytes;
  private final InputStream rest;
  private final SourceText source;

  private ManifestFile(Job job, Path path, byte[] bytes, InputStream rest, SourceText source) {
    this.job = job;
    this.path = path;
    this.bytes = bytes;
    this.rest = rest;
    this.source = source;
  }

  /** Reads a manifest; what goes wrong is said. */
  static Optional<ManifestFile> read(
      Job job, Options options, int maxBytes, Terminal terminal, Outcome outcome) {
    String name = job.isStdin() ? options.stdinName().orElse("<stdin>") : job.name();
    try {
      byte[] bytes = bytes(job, maxBytes, terminal);
      InputStream rest = job.isStdin() ? terminal.in() : InputStream.nullInputStream();
      SourceText source = SourceText.decode(name, bytes);
      return Optional.of(new ManifestFile(job, place(job, options), bytes, rest, source));
    } catch (NoSuchFileException e) {
      // A command stands first.
      boolean first = options.files().indexOf(job.name()) == 0;
      String hint = first ? BuiltInCommands.hint(job.name()) : "";
      outcome.fail(ExitCode.USAGE, "no such file: '" + name + "'" + hint);
    } catch (IOException | InvalidPathException e) {
      outcome.fail(ExitCode.USAGE, "cannot read '" + name + "'");
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

  /** Why it was read. */
  Job job() {
    return job;
  }

  /** Where it stands, or would stand: for what is looked up beside it. */
  Path path() {
    return path;
  }

  Path folder() {
    return folder(path);
  }

  /** Its text, under the name that messages use. */
  SourceText source() {
    return source;
  }

  /** What was read, which is not all of a file that is too large. */
  byte[] bytes() {
    return bytes.clone();
  }

  /** All there is on standard input, also what was too much to look at. To be read once. */
  InputStream everything() {
    return new SequenceInputStream(new ByteArrayInputStream(bytes), rest);
  }
}
