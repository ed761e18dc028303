package dev.wmllint.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * A file that takes shape beside the one that it is going to replace: for content that is too large
 * to be held, or that is to be looked at before it counts. The order is {@link #open}, writing to
 * {@link #channel}, {@link #finish}, looking at {@link #path}, {@link #commit}. Closing it before
 * the last of these leaves everything as it was, and so does the end of the program.
 */
public final class PendingFile implements Closeable {
  private static final String PREFIX = ".wml-lint-";
  private static final String SUFFIX = ".tmp";
  private static final int RANDOM_BYTES = 8;
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private final Target target;
  private final AtomicFile.Access access;
  private final Path path;
  private final Thread atExit;
  private final FileChannel channel;
  private boolean committed;

  private PendingFile(Target target, AtomicFile.Access access) throws IOException {
    this.target = target;
    this.access = access;
    byte[] random = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(random);
    this.path = target.file().resolveSibling(PREFIX + HexFormat.of().formatHex(random) + SUFFIX);
    this.atExit = removeAtExit(path);
    boolean created = false;
    try {
      this.channel = create();
      created = true;
    } finally {
      if (!created) {
        stayAtExit(atExit);
      }
    }
  }

  /**
   * Starts a file, empty, new or in place of an old one.
   *
   * @throws CannotWriteException where it cannot be written, or what is there is no ordinary file
   */
  public static PendingFile open(Path path, AtomicFile.Access access) throws CannotWriteException {
    return open(Target.of(path), access);
  }

  static PendingFile open(Target target, AtomicFile.Access access) throws CannotWriteException {
    try {
      return new PendingFile(target, access);
    } catch (IOException e) {
      throw target.failure(e);
    }
  }

  /** Whether a file looks like one that was pending when its program was killed. */
  public static boolean isLeaving(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
  }

  /** Refuses a name that exists, even a link: so it cannot have been prepared. */
  private FileChannel create() throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    boolean closed = access == AtomicFile.Access.OWNER_ONLY || target.old().isPresent();
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return closed && posix
        ? FileChannel.open(path, options, PosixFilePermissions.asFileAttribute(OWNER))
        : FileChannel.open(path, options, new FileAttribute<?>[0]);
  }

  public SeekableByteChannel channel() {
    return channel;
  }

  /** Where the content is until it is committed. */
  public Path path() {
    return path;
  }

  /**
   * Ends writing: from here on the content is on the disk, for those who may read it.
   *
   * @throws CannotWriteException where the system refuses it
   */
  public void finish() throws CannotWriteException {
    try {
      if (target.old().isPresent()) {
        target.old().get().applyTo(path, access == AtomicFile.Access.AS_BEFORE);
      }
      channel.force(true);
      channel.close();
    } catch (IOException e) {
      throw target.failure(e);
    }
  }

  /**
   * Takes the place of the old file, in one step.
   *
   * @throws CannotWriteException where the system refuses it; the old file is there still
   */
  public void commit() throws CannotWriteException {
    if (channel.isOpen()) {
      throw new IllegalStateException("not finished");
    }
    try {
      Files.move(path, target.file(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw target.failure(e);
    }
    committed = true;
    syncFolder();
  }

  /** Makes the new name last; not every system can, and the content is on disk already. */
  private void syncFolder() {
    try (FileChannel folder =
        FileChannel.open(target.file().getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException e) {
      // Windows opens no folders.
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // What was not forced out before may fail here, and is not wanted.
    }
    if (!committed) {
      remove(path);
    }
    stayAtExit(atExit);
  }

  /**
   * Ctrl-C ends the program without closing anything, and credentials may be in the file. One hook
   * for each file that is open, and not {@code File.deleteOnExit}, which would remember every file
   * that a language server writes in its life.
   */
  private static Thread removeAtExit(Path path) throws IOException {
    Thread hook = new Thread(() -> remove(path), "remove unfinished file");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      throw new IOException("the program is being stopped", e);
    }
    return hook;
  }

  private static void stayAtExit(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It runs already, and finds nothing.
    }
  }

  private static void remove(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // What kept us from writing keeps us from deleting, and is reported.
    }
  }
}
