package dev.wmllint.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a file in one step: everybody sees the old content or the new one, after a crash too. The
 * content goes to a new file in the same folder, to disk, and then takes the old file's name. A
 * symbolic link stays one; the file that it leads to is written. Of the old file, the mode stays,
 * and the owner where the system allows that; hard links to it keep the old content.
 */
public final class AtomicFile {
  /** Who may read what is written. */
  public enum Access {
    /** As before; a new file gets what the system gives new files. */
    AS_BEFORE,
    /** Only the owner, whatever was before: for files with secrets. */
    OWNER_ONLY
  }

  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> WRITE =
      PosixFilePermissions.fromString("-w--w--w-");

  private final Path named;
  private final Path file;
  private final Optional<FileState> old;

  private AtomicFile(Path named, Path file, Optional<FileState> old) {
    this.named = named;
    this.file = file;
    this.old = old;
  }

  /**
   * Writes a file, new or over an old one. What is no ordinary file, such as {@code /dev/stdout},
   * is written to directly.
   *
   * @throws CannotWriteException where it was not written
   */
  public static void write(Path path, byte[] content, Access access) throws CannotWriteException {
    if (isDevice(path)) {
      writeThrough(path, content);
      return;
    }
    of(path).put(content, access, Optional.empty());
  }

  /**
   * Writes another content over that of a file, unless somebody else has changed it.
   *
   * @param expected what the file held when it was read
   * @throws CannotWriteException where it was not written; also where it holds something else now
   */
  public static void replace(Path path, byte[] expected, byte[] content)
      throws CannotWriteException {
    AtomicFile file = of(path);
    if (file.old.isEmpty()) {
      throw new CannotWriteException(path, "there is no such file any more");
    }
    file.put(content, Access.AS_BEFORE, Optional.of(expected));
  }

  private static boolean isDevice(Path path) {
    return Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
  }

  private static void writeThrough(Path path, byte[] content) throws CannotWriteException {
    try (OutputStream out = Files.newOutputStream(path)) {
      out.write(content);
    } catch (IOException e) {
      throw failure(path, path, e);
    }
  }

  private static AtomicFile of(Path path) throws CannotWriteException {
    try {
      if (!Files.exists(path)) {
        if (Files.isSymbolicLink(path)) {
          throw new CannotWriteException(path, "it is a link that leads to no file");
        }
        return new AtomicFile(path, path.toAbsolutePath(), Optional.empty());
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
      return new AtomicFile(path, file, Optional.of(state));
    } catch (CannotWriteException e) {
      throw e;
    } catch (IOException e) {
      throw failure(path, path, e);
    }
  }

  private void put(byte[] content, Access access, Optional<byte[]> expected)
      throws CannotWriteException {
    byte[] random = new byte[8];
    new SecureRandom().nextBytes(random);
    String name = ".wml-lint-" + HexFormat.of().formatHex(random) + ".tmp";
    Path temporary = file.resolveSibling(name);
    boolean created = false;
    try {
      try (FileChannel out = create(temporary, access)) {
        created = true;
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          out.write(rest);
        }
        if (old.isPresent()) {
          old.get().applyTo(temporary, access == Access.AS_BEFORE);
        }
        out.force(true);
      }
      if (expected.isPresent() && !holds(expected.get())) {
        throw new CannotWriteException(named, "it was changed by somebody else meanwhile");
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      created = false;
      syncFolder();
    } catch (CannotWriteException e) {
      throw e;
    } catch (IOException e) {
      throw failure(named, file, e);
    } finally {
      if (created) {
        remove(temporary);
      }
    }
  }

  /** Refuses a name that exists, be it a link: nobody can have prepared it. */
  private FileChannel create(Path temporary, Access access) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    boolean closed = access == Access.OWNER_ONLY || old.isPresent();
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return closed && posix
        ? FileChannel.open(temporary, options, PosixFilePermissions.asFileAttribute(OWNER))
        : FileChannel.open(temporary, options, new FileAttribute<?>[0]);
  }

  private boolean holds(byte[] expected) throws IOException {
    return Files.size(file) == expected.length && Arrays.equals(Files.readAllBytes(file), expected);
  }

  /** Makes the new name last; not every system can, and the content is on disk already. */
  private void syncFolder() {
    try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException e) {
      // Windows opens no folders.
    }
  }

  private static void remove(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      // What kept us from writing keeps us from deleting, and is reported.
    }
  }

  private static CannotWriteException failure(Path named, Path file, IOException cause) {
    Path folder = file.toAbsolutePath().getParent();
    String reason;
    if (cause instanceof NoSuchFileException) {
      reason =
          folder != null && !Files.isDirectory(folder) ? "there is no such folder" : "it is gone";
    } else if (cause instanceof AccessDeniedException) {
      boolean closed = folder != null && !Files.isWritable(folder);
      reason = closed ? "its folder is read-only" : "access is denied";
    } else if (cause instanceof FileSystemException system && system.getReason() != null) {
      String words = system.getReason();
      reason = Character.toLowerCase(words.charAt(0)) + words.substring(1);
    } else {
      reason = "the system refuses it";
    }
    return new CannotWriteException(named, reason, cause);
  }
}
