package dev.wmllint.cli;

import dev.wmllint.text.SourceText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

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

  /** Why a manifest could not be read, in words for people. */
  static final class UnreadException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadException(String message, Exception cause) {
      super(message, cause);
    }
  }

  /** Reads a manifest. */
  static ManifestFile read(Job job, Options options, int maxBytes, InputStream standardInput)
      throws UnreadException {
    String name = job.isStdin() ? options.stdinName().orElse("<stdin>") : job.name();
    try {
      byte[] bytes = bytes(job, maxBytes, standardInput);
      InputStream rest = job.isStdin() ? standardInput : InputStream.nullInputStream();
      SourceText source = SourceText.decode(name, bytes);
      return new ManifestFile(job, place(job, options), bytes, rest, source);
    } catch (NoSuchFileException e) {
      // A command stands first.
      boolean first = options.files().indexOf(job.name()) == 0;
      String hint = first ? BuiltInCommands.hint(job.name()) : "";
      throw new UnreadException("no such file: '" + name + "'" + hint, e);
    } catch (IOException | InvalidPathException e) {
      throw new UnreadException("cannot read '" + name + "'", e);
    }
  }

  private static byte[] bytes(Job job, int maxBytes, InputStream standardInput) throws IOException {
    if (job.isStdin()) {
      return standardInput.readNBytes(maxBytes);
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
