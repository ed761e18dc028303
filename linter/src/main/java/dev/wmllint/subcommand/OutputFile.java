package dev.wmllint.subcommand;

import dev.wmllint.spi.UsageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file to write, whole or not at all.
 *
 * @param path as the user gave it
 * @param overwrite whether a file that is there may be replaced
 */
record OutputFile(Path path, boolean overwrite) {

  /** Refuses early, before anybody was asked anything. */
  void check() throws UsageException {
    Path folder = folder();
    if (!Files.isDirectory(folder)) {
      throw new UsageException("no such folder: " + folder);
    }
    if (Files.isDirectory(path)) {
      throw new UsageException("'" + path + "' is a folder; name a file");
    }
    boolean there = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    if (there && !overwrite) {
      throw new UsageException("'" + path + "' is there already; --force overwrites it");
    }
    if (there && Files.exists(path) && !Files.isRegularFile(path)) {
      throw new UsageException("'" + path + "' is no regular file");
    }
  }

  /** Writes in UTF-8, with the mode that new files have. */
  void write(String text) throws UsageException {
    check();
    replace(text, "");
  }

  /** Writes in UTF-8, readable for nobody but the user from the first byte on (mode 0600). */
  void writeSecret(String text) throws UsageException {
    check();
    replace(text, "rw-------");
  }

  private void replace(String text, String mode) throws UsageException {
    try {
      Path target = Files.exists(path) ? path.toRealPath() : path;
      Path draft = create(target.toAbsolutePath().getParent(), mode);
      try {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
          ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
          channel.force(true);
        }
        move(draft, target);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new UsageException("cannot write '" + path + "'");
    }
  }

  private static Path create(Path folder, String mode) throws IOException {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes =
        posix && !mode.isEmpty()
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
            }
            : new FileAttribute<?>[0];
    // createTempFile would make every file private, a manifest too.
    for (int i = 0; ; i++) {
      Path draft = folder.resolve(".wml-lint-" + ProcessHandle.current().pid() + "-" + i + ".tmp");
      if (!Files.exists(draft, LinkOption.NOFOLLOW_LINKS)) {
        return Files.createFile(draft, attributes);
      }
    }
  }

  private static void move(Path draft, Path target) throws IOException {
    try {
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Path folder() {
    Path parent = path.getParent();
    return parent == null ? Path.of("") : parent;
  }
}
