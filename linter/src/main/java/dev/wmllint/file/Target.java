package dev.wmllint.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * The place that a file is to take.
 *
 * @param named as the user gave it, for messages
 * @param file absolute, and after all links where there is a file already
 * @param old what is known about the file that is there
 */
record Target(Path named, Path file, Optional<FileState> old) {
  private static final Set<PosixFilePermission> WRITE =
      PosixFilePermissions.fromString("-w--w--w-");

  /**
   * @throws CannotWriteException where no file can be written
   */
  static Target of(Path path) throws CannotWriteException {
    try {
      if (!Files.exists(path)) {
        if (Files.isSymbolicLink(path)) {
          throw new CannotWriteException(path, "it is a link that leads to no file");
        }
        return new Target(path, path.toAbsolutePath(), Optional.empty());
      }
      Path file = path.toRealPath();
      if (!Files.isRegularFile(file)) {
        throw new CannotWriteException(path, "it is no file");
      }
      FileState state = FileState.of(file);
      // Renaming over it would succeed: only its folder has to be writable for that.
      boolean writable =
          state.permissions().map(mode -> mode.stream().anyMatch(WRITE::contains)).orElse(true);
      if (!writable || !Files.isWritable(file)) {
        throw new CannotWriteException(path, "it is read-only");
      }
      return new Target(path, file, Optional.of(state));
    } catch (CannotWriteException e) {
      throw e;
    } catch (IOException e) {
      throw failure(path, path, e);
    }
  }

  /** Says why it was not written, in words for people. */
  CannotWriteException failure(IOException cause) {
    return failure(named, file, cause);
  }

  static CannotWriteException failure(Path named, Path file, IOException cause) {
    Path folder = file.toAbsolutePath().getParent();
    String reason;
    if (cause instanceof NoSuchFileException) {
      reason =
          folder != null && !Files.isDirectory(folder) ? "there is no such folder" : "it is gone";
    } else if (cause instanceof AccessDeniedException) {
      boolean closed = folder != null && !Files.isWritable(folder);
      reason = closed ? "its folder is read-only" : "access is denied";
    } else {
      String words =
          cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
      reason =
          words == null || words.isBlank()
              ? "the system refuses it"
              : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
    return new CannotWriteException(named, reason, cause);
  }
}
