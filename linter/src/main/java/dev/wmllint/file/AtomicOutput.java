package dev.wmllint.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A stream into a file that takes the old one's place when all is written, as {@link AtomicFile}
 * does it at once. What goes wrong on the way is kept until then, since a {@link
 * java.io.PrintStream} would not say what it was. Closing it without {@link #commit} leaves
 * everything as it was.
 */
public final class AtomicOutput extends OutputStream {
  private static final int BUFFER = 1 << 14;

  private final Path path;
  private final Optional<PendingFile> pending;
  private final OutputStream out;
  private Optional<IOException> failure = Optional.empty();

  private AtomicOutput(Path path, Optional<PendingFile> pending, OutputStream out) {
    this.path = path;
    this.pending = pending;
    this.out = new BufferedOutputStream(out, BUFFER);
  }

  /**
   * Begins a file, new or in place of an old one. What is no ordinary file, such as {@code
   * /dev/stdout}, is written to directly.
   *
   * @throws CannotWriteException where it cannot be written
   */
  public static AtomicOutput open(Path path, AtomicFile.Access access) throws CannotWriteException {
    if (AtomicFile.isDevice(path)) {
      try {
        return new AtomicOutput(path, Optional.empty(), Files.newOutputStream(path));
      } catch (IOException e) {
        throw Target.failure(path, path, e);
      }
    }
    PendingFile pending = PendingFile.open(path, access);
    OutputStream out = Channels.newOutputStream(pending.channel());
    return new AtomicOutput(path, Optional.of(pending), out);
  }

  @Override
  public void write(int b) {
    attempt(() -> out.write(b));
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    attempt(() -> out.write(bytes, from, length));
  }

  /** Does nothing: the file is not seen before it is whole. */
  @Override
  public void flush() {}

  /**
   * Lets the file be seen.
   *
   * @throws CannotWriteException where it was not written as a whole; the old file is there still
   */
  public void commit() throws CannotWriteException {
    attempt(out::flush);
    if (failure.isPresent()) {
      throw Target.failure(path, path, failure.get());
    }
    if (pending.isPresent()) {
      pending.get().finish();
      pending.get().commit();
    }
  }

  @Override
  public void close() {
    if (pending.isPresent()) {
      pending.get().close();
    } else {
      attempt(out::close);
    }
  }

  private interface Step {
    void run() throws IOException;
  }

  private void attempt(Step step) {
    if (failure.isEmpty()) {
      try {
        step.run();
      } catch (IOException e) {
        failure = Optional.of(e);
      }
    }
  }
}
