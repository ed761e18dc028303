package dev.wmllint.config;

import dev.wmllint.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/** A configuration that is to be changed: its text, and writing it back. */
public final class ConfigFile {
  private ConfigFile() {}

  /**
   * Its text; empty when there is no such file yet.
   *
   * @throws IOException when it cannot be read
   */
  public static SourceText load(Path file) throws IOException {
    return Files.exists(file)
        ? SourceText.decode(file.toString(), Files.readAllBytes(file))
        : SourceText.of(file.toString(), "");
  }

  /**
   * Writes it in one step: who reads it meanwhile sees the old text or the new one. A symbolic link
   * stays one, and the mode stays.
   *
   * @throws IOException when it was not written; the old text is still there
   */
  public static void save(Path file, SourceText source) throws IOException {
    boolean there = Files.exists(file);
    Path target = there ? file.toRealPath() : file.toAbsolutePath();
    if (there && !Files.isWritable(target)) {
      throw new IOException("read-only");
    }
    Path draft = target.resolveSibling(".wml-lint-" + UUID.randomUUID() + ".tmp");
    try {
      Files.write(draft, source.encode(), StandardOpenOption.CREATE_NEW);
      if (there) {
        keepMode(target, draft);
      }
      Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void keepMode(Path from, Path to) throws IOException {
    var old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    var created = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (old != null && created != null) {
      created.setPermissions(old.readAttributes().permissions());
    }
  }
}
