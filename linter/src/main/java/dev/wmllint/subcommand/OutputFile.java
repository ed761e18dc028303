package dev.wmllint.subcommand;

import dev.wmllint.file.AtomicFile;
import dev.wmllint.file.CannotWriteException;
import dev.wmllint.spi.UsageException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A file to write, whole or not at all.
 *
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
      throw new UsageException("'" + path + "' exists; --force overwrites it");
    }
    if (there && Files.exists(path) && !Files.isRegularFile(path)) {
      throw new UsageException("'" + path + "' is not a regular file");
    }
  }

  /** Writes in UTF-8, with the mode that new files have. */
  void write(String text) throws UsageException {
    write(text, AtomicFile.Access.AS_BEFORE);
  }

  /** Writes in UTF-8, readable only for the user from the first byte on (mode 0600). */
  void writeSecret(String text) throws UsageException {
    write(text, AtomicFile.Access.OWNER_ONLY);
  }

  private void write(String text, AtomicFile.Access access) throws UsageException {
    check();
    try {
      AtomicFile.write(path, text.getBytes(StandardCharsets.UTF_8), access);
    } catch (CannotWriteException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /** The folder that it is in; the current one is the empty path. */
  Path folder() {
    Path parent = path.getParent();
    return parent == null ? Path.of("") : parent;
  }
}
