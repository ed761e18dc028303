package dev.wmllint.pack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file beside the one that is to be written, which takes its place in one step: nobody ever sees
 * half a zip. Closing removes it, unless it was moved.
 */
final class TemporaryFile implements AutoCloseable {
  private static final String PREFIX = ".wml-lint-";
  private static final String SUFFIX = ".tmp";

  private final Path path;
  private final FileChannel channel;

  private TemporaryFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Creates one, with the permissions of any new file. */
  static TemporaryFile beside(Path target) throws IOException {
    Path path = target.resolveSibling(PREFIX + UUID.randomUUID() + SUFFIX);
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    // Should the process be stopped: close() does not run then.
    path.toFile().deleteOnExit();
    return new TemporaryFile(path, channel);
  }

  /** Whether a file is what a process left behind that was killed. */
  static boolean isLeaving(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
  }

  Path path() {
    return path;
  }

  FileChannel channel() {
    return channel;
  }

  /** Ends writing: from here on the content is on the disk. */
  void finish() throws IOException {
    channel.force(true);
    channel.close();
  }

  void moveTo(Path target) throws IOException {
    try {
      Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(path);
  }
}
