package dev.wmllint.dist;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarballTest {
  private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void fill() throws IOException {
    folder = Files.createDirectory(temporary.resolve("image"));
    Files.writeString(folder.resolve("z"), "last");
    Path program =
        Files.writeString(Files.createDirectory(folder.resolve("bin")).resolve("run"), "#!");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    Files.createSymbolicLink(folder.resolve("bin/alias"), Path.of("run"));
    Files.write(folder.resolve("block"), new byte[512]);
    Files.createFile(folder.resolve("empty"));
  }

  private byte[] packed() throws IOException {
    Path tarball = temporary.resolve("image.tar.gz");
    Tarball.write(folder, tarball, TIME);
    return Files.readAllBytes(tarball);
  }

  @Test
  void writesInOrderWithOneOwnerAndTime() throws IOException {
    packed();
    long time = TIME.getEpochSecond();
    assertEquals(
        List.of(
            "image/ 5 755 0:0 root:root 0 " + time,
            "image/bin/ 5 755 0:0 root:root 0 " + time,
            "image/bin/alias 2 777 0:0 root:root 0 " + time + " -> run",
            "image/bin/run 0 755 0:0 root:root 2 " + time,
            "image/block 0 644 0:0 root:root 512 " + time,
            "image/empty 0 644 0:0 root:root 0 " + time,
            "image/z 0 644 0:0 root:root 4 " + time),
        entries());
  }

  @Test
  void sameFilesGiveSameBytes() throws IOException {
    byte[] first = packed();
    for (Path file : Trees.files(folder)) {
      if (!Files.isSymbolicLink(file)) {
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
      }
    }
    Files.setPosixFilePermissions(
        folder.resolve("z"), PosixFilePermissions.fromString("rw-rw-rw-"));
    assertArrayEquals(first, packed());
    Files.writeString(folder.resolve("z"), "LAST");
    assertFalse(Arrays.equals(first, packed()));
  }

  @Test
  void fillsTheLastRecord() throws IOException {
    packed();
    byte[] tar = unzipped();
    assertEquals(0, tar.length % 10_240);
    for (int i = tar.length - 1_024; i < tar.length; i++) {
      assertEquals(0, tar[i]);
    }
  }

  @Test
  void dividesLongNamesAtASlash() throws Exception {
    for (String name :
        List.of("a".repeat(80) + "/" + "b".repeat(60), "c".repeat(90) + "/" + "d".repeat(95))) {
      Path deep = Files.createDirectories(folder.resolve(name));
      Files.writeString(deep.resolve("f"), name);
    }
    packed();
    for (String entry : entries()) {
      assertFalse(entry.startsWith(" "), "has a prefix alone: " + entry);
    }
    assertUnpacksTheSame();
  }

  @Test
  void takesNamesBeyondAscii() throws Exception {
    String encoding = System.getProperty("sun.jnu.encoding");
    assumeTrue(encoding.equals("UTF-8"), "file names are in " + encoding);
    Path deep = Files.createDirectories(folder.resolve("größe/" + "é".repeat(40)));
    Files.writeString(deep.resolve("模型"), "model");
    Files.createSymbolicLink(folder.resolve("ключ"), Path.of("größe"));
    packed();
    assertUnpacksTheSame();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesWhatDoesNotFit(boolean directory) throws IOException {
    Path long101 = folder.resolve("n".repeat(101));
    if (directory) {
      Files.createDirectory(long101);
    } else {
      Files.createFile(long101);
    }
    IOException failure = assertThrows(IOException.class, this::packed);
    assertEquals(
        "too long for a tar header: image/" + "n".repeat(101) + (directory ? "/" : ""),
        failure.getMessage());
  }

  /** By the tar of the system. */
  private void assertUnpacksTheSame() throws IOException, InterruptedException {
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    Run tar =
        Run.of(
            elsewhere,
            Map.of("PATH", "/usr/bin:/bin"),
            "",
            List.of("tar", "-xzf", temporary.resolve("image.tar.gz").toString()));
    assertEquals(new Run(0, "", ""), tar);
    Path unpacked = elsewhere.resolve("image");
    List<Path> files = Trees.files(folder);
    assertEquals(
        files.stream().map(folder::relativize).toList(),
        Trees.files(unpacked).stream().map(unpacked::relativize).toList());
    for (Path file : files) {
      Path copy = unpacked.resolve(folder.relativize(file));
      if (Files.isSymbolicLink(file)) {
        assertEquals(Files.readSymbolicLink(file), Files.readSymbolicLink(copy));
      } else if (Files.isRegularFile(file)) {
        assertEquals(-1, Files.mismatch(file, copy), copy::toString);
      }
    }
  }

  /** The headers, as POSIX.1 has them: name, type, mode, owners, size, time and link. */
  private List<String> entries() throws IOException {
    byte[] tar = unzipped();
    List<String> entries = new ArrayList<>();
    for (int at = 0; tar[at] != 0; ) {
      assertEquals("ustar", text(tar, at + 257, 6));
      int size = Integer.parseInt(text(tar, at + 124, 12), 8);
      String link = text(tar, at + 157, 100);
      entries.add(
          "%s %s %o %s:%s %s:%s %d %d%s"
              .formatted(
                  text(tar, at, 100),
                  text(tar, at + 156, 1),
                  Integer.parseInt(text(tar, at + 100, 8), 8),
                  Integer.parseInt(text(tar, at + 108, 8), 8),
                  Integer.parseInt(text(tar, at + 116, 8), 8),
                  text(tar, at + 265, 32),
                  text(tar, at + 297, 32),
                  size,
                  Long.parseLong(text(tar, at + 136, 12), 8),
                  link.isEmpty() ? "" : " -> " + link));
      at += 512 + (size + 511) / 512 * 512;
    }
    return entries;
  }

  private byte[] unzipped() throws IOException {
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(temporary.resolve("image.tar.gz")))) {
      return in.readAllBytes();
    }
  }

  private static String text(byte[] tar, int at, int length) {
    int end = at;
    while (end < at + length && tar[end] != 0) {
      end++;
    }
    return new String(tar, at, end - at, StandardCharsets.UTF_8);
  }
}
