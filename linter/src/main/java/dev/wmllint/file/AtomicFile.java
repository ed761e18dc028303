package dev.wmllint.file;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Writes a file in one step: everybody sees the old content or the new one, after a crash too. The
 * content goes to a new file in the same folder, to disk, and then takes the old file's name. A
 * symbolic link stays one; the file that it leads to is written. Of the old file, the mode stays,
 * and the owner where the system allows that; hard links to it keep the old content.
 *
 * @see AtomicOutput for content that comes bit by bit
 */
public final class AtomicFile {
  public enum Access {
    /** As before; a new file gets what the system gives new files. */
    AS_BEFORE,
    /** Only the owner, whatever was before: for files with secrets. */
    OWNER_ONLY
  }

  private AtomicFile() {}

  /**
   * Writes a file, new or over an old one. What is no ordinary file, such as {@code /dev/stdout},
   * is written to directly.
   *
   * @throws CannotWriteException where it was not written
   */
  public static void write(Path path, byte[] content, Access access) throws CannotWriteException {
    try (AtomicOutput out = AtomicOutput.open(path, access)) {
      out.write(content, 0, content.length);
      out.commit();
    }
  }

  /**
   * Writes another content over that of a file, unless somebody else has changed it.
   *
   * @param expected what the file held when it was read
   * @throws CannotWriteException where it was not written; also where it holds something else now
   */
  public static void replace(Path path, byte[] expected, byte[] content)
      throws CannotWriteException {
    Target target = Target.of(path);
    if (target.old().isEmpty()) {
      throw new CannotWriteException(path, "there is no such file any more");
    }
    try (PendingFile pending = PendingFile.open(target, Access.AS_BEFORE)) {
      Channels.newOutputStream(pending.channel()).write(content);
      pending.finish();
      if (!Arrays.equals(Files.readAllBytes(target.file()), expected)) {
        throw new CannotWriteException(path, "it was changed by somebody else meanwhile");
      }
      pending.commit();
    } catch (CannotWriteException e) {
      throw e;
    } catch (IOException e) {
      throw target.failure(e);
    }
  }

  static boolean isDevice(Path path) {
    return Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
  }
}
