package dev.wmllint.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wmllint.file.AtomicFile.Access;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AtomicFileTest {
  private static final byte[] OLD = bytes("old\n");
  private static final byte[] NEW = bytes("new content\r\n");

  @TempDir private Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  private Path old(String name) throws IOException {
    return Files.write(folder.resolve(name), OLD);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private void refuses(Path file, String reason) throws IOException {
    CannotWriteException e =
        assertThrows(
            CannotWriteException.class, () -> AtomicFile.replace(file, OLD, NEW), file::toString);
    assertEquals("cannot write '" + file + "': " + reason, e.getMessage());
    assertFalse(names().toString().contains(".tmp"), () -> "a temporary file is left");
  }

  @Test
  void replacesAndLeavesNothingElse() throws IOException {
    Path file = old("job.yaml");
    AtomicFile.replace(file, OLD, NEW);
    assertArrayEquals(NEW, Files.readAllBytes(file));
    assertEquals(List.of("job.yaml"), names());
  }

  @Test
  void whoReadsMeanwhileReadsOneOfBoth() throws IOException {
    Path file = old("job.yaml");
    try (var reader = Files.newInputStream(file)) {
      AtomicFile.replace(file, OLD, NEW);
      assertArrayEquals(OLD, reader.readAllBytes());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r--r--", "rw-------", "rwxrwxr-x", "rw-rw-rw-", "-w-------"})
  void keepsTheMode(String mode) throws IOException {
    assumeTrue(isPosix());
    Path file = old("job.yaml");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    assumeTrue(Files.isReadable(file), "what cannot be read cannot be compared");
    AtomicFile.replace(file, OLD, NEW);
    assertEquals(mode, mode(file));
  }

  @Test
  void aLinkStaysALink() throws IOException {
    assumeTrue(isPosix());
    Files.createDirectory(folder.resolve("sub"));
    Path file = old("sub/job.yaml");
    Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), Path.of("sub/job.yaml"));
    Path chain = Files.createSymbolicLink(folder.resolve("chain.yaml"), Path.of("link.yaml"));
    AtomicFile.replace(chain, OLD, NEW);
    assertEquals(Path.of("link.yaml"), Files.readSymbolicLink(chain));
    assertEquals(Path.of("sub/job.yaml"), Files.readSymbolicLink(link));
    assertArrayEquals(NEW, Files.readAllBytes(file));
    assertEquals(List.of("chain.yaml", "link.yaml", "sub"), names());
  }

  @Test
  void refusesWhatItCannotWriteAndSaysWhy() throws IOException {
    refuses(folder.resolve("none.yaml"), "there is no such file any more");
    Path changed = Files.write(folder.resolve("changed.yaml"), bytes("odd\n"));
    refuses(changed, "it was changed by somebody else meanwhile");
    assertArrayEquals(bytes("odd\n"), Files.readAllBytes(changed));
    Path grown = Files.write(folder.resolve("grown.yaml"), bytes("old\nand more\n"));
    refuses(grown, "it was changed by somebody else meanwhile");
    refuses(Files.createDirectory(folder.resolve("folder")), "it is no file");
  }

  @Test
  void refusesAReadOnlyFile() throws IOException {
    assumeTrue(isPosix());
    Path file = old("job.yaml");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    refuses(file, "it is read-only");
    assertArrayEquals(OLD, Files.readAllBytes(file));
  }

  @Test
  void refusesInAReadOnlyFolder() throws IOException {
    assumeTrue(isPosix());
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Path file = Files.write(closed.resolve("job.yaml"), OLD);
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      if (Files.isWritable(closed)) {
        // The superuser may write everywhere.
        AtomicFile.replace(file, OLD, NEW);
        assertArrayEquals(NEW, Files.readAllBytes(file));
      } else {
        refuses(file, "its folder is read-only");
        assertArrayEquals(OLD, Files.readAllBytes(file));
      }
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void refusesALinkToNowhere() throws IOException {
    assumeTrue(isPosix());
    Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), Path.of("gone.yaml"));
    CannotWriteException e =
        assertThrows(
            CannotWriteException.class, () -> AtomicFile.write(link, NEW, Access.AS_BEFORE));
    assertTrue(e.getMessage().endsWith("it is a link that leads to no file"), e.getMessage());
  }

  @Test
  void leavesNothingBehindWhereTheLastStepFails() throws IOException {
    assumeTrue(isPosix());
    Path file = folder.resolve("x".repeat(300));
    CannotWriteException e =
        assertThrows(
            CannotWriteException.class, () -> AtomicFile.write(file, NEW, Access.AS_BEFORE));
    assertTrue(e.getMessage().endsWith("file name too long"), e.getMessage());
    assertEquals(List.of(), names());
  }

  @Test
  void saysThatTheFolderIsMissing() {
    CannotWriteException e =
        assertThrows(
            CannotWriteException.class,
            () -> AtomicFile.write(folder.resolve("no/out.sarif"), NEW, Access.AS_BEFORE));
    assertTrue(e.getMessage().endsWith("out.sarif': there is no such folder"), e.getMessage());
  }

  @Test
  void writesNewFilesAsTheSystemDoes() throws IOException {
    Path file = folder.resolve("out.sarif");
    AtomicFile.write(file, OLD, Access.AS_BEFORE);
    AtomicFile.write(file, NEW, Access.AS_BEFORE);
    assertArrayEquals(NEW, Files.readAllBytes(file));
    assertEquals(List.of("out.sarif"), names());
    if (isPosix()) {
      assertEquals(mode(Files.createFile(folder.resolve("other"))), mode(file));
    }
  }

  @Test
  void writesSecretsForTheOwnerAlone() throws IOException {
    assumeTrue(isPosix());
    Path file = old("connection.yaml");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
    AtomicFile.write(file, NEW, Access.OWNER_ONLY);
    assertEquals("rw-------", mode(file));
    Path fresh = folder.resolve("fresh.yaml");
    AtomicFile.write(fresh, NEW, Access.OWNER_ONLY);
    assertEquals("rw-------", mode(fresh));
  }

  @Test
  void writesToDevicesDirectly() throws IOException {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device));
    AtomicFile.write(device, NEW, Access.OWNER_ONLY);
    assertFalse(Files.isRegularFile(device));
  }

  /** A file system without owners and modes. */
  @Test
  void worksWithoutModes() throws IOException {
    Path zip = folder.resolve("files.zip");
    try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      Path file = files.getPath("/job.yaml");
      AtomicFile.write(file, OLD, Access.OWNER_ONLY);
      assertArrayEquals(OLD, Files.readAllBytes(file));
    }
  }

  @Test
  void aFileInTheWorkingFolderNeedsNoPathBeforeIt() throws IOException {
    Path file = Path.of("atomic-file-test-" + UUID.randomUUID() + ".tmp");
    try {
      AtomicFile.write(file, OLD, Access.AS_BEFORE);
      AtomicFile.replace(file, OLD, NEW);
      assertArrayEquals(NEW, Files.readAllBytes(file));
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
