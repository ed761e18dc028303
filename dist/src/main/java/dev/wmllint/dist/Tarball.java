package dev.wmllint.dist;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a folder as {@code .tar.gz}, in the ustar format of POSIX.1: in the order of the paths,
 * owned by nobody in particular, all of one time. The same files give the same bytes.
 */
final class Tarball {
  private static final int BLOCK = 512;
  private static final int NAME_LENGTH = 100;
  private static final int PREFIX_LENGTH = 155;

  /** As many blocks as tar writes at once; it fills up the last of these. */
  private static final int RECORD = 20 * BLOCK;

  private final OutputStream out;
  private final Instant time;
  private long written;

  private Tarball(OutputStream out, Instant time) {
    this.out = out;
    this.time = time;
  }

  /** Writes the folder under its own name. */
  static void write(Path folder, Path to, Instant time) throws IOException {
    try (OutputStream out =
        new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(to), 1 << 16))) {
      Tarball tarball = new Tarball(out, time);
      tarball.add(folder, folder.getParent());
      for (Path file : Trees.files(folder)) {
        tarball.add(file, folder.getParent());
      }
      tarball.end();
    }
  }

  private void add(Path file, Path above) throws IOException {
    String name = above.relativize(file).toString().replace('\\', '/');
    if (Files.isSymbolicLink(file)) {
      header(name, '2', 0777, 0, Files.readSymbolicLink(file).toString());
    } else if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      header(name + "/", '5', 0755, 0, "");
    } else {
      header(name, '0', Files.isExecutable(file) ? 0755 : 0644, Files.size(file), "");
      written += Files.copy(file, out);
      fill(BLOCK);
    }
  }

  private void header(String name, char type, int mode, long size, String link) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(BLOCK);
    int slash = length(name) <= NAME_LENGTH ? -1 : firstSlash(name);
    put(header, 0, name.substring(slash + 1), NAME_LENGTH);
    octal(header, 100, 8, mode);
    octal(header, 108, 8, 0);
    octal(header, 116, 8, 0);
    octal(header, 124, 12, size);
    octal(header, 136, 12, time.getEpochSecond());
    put(header, 148, "        ", 8);
    put(header, 156, String.valueOf(type), 1);
    put(header, 157, link, NAME_LENGTH);
    put(header, 257, "ustar\0" + "00", 8);
    put(header, 265, "root", 32);
    put(header, 297, "root", 32);
    put(header, 345, slash < 0 ? "" : name.substring(0, slash), PREFIX_LENGTH);
    int sum = 0;
    for (byte b : header.array()) {
      sum += b & 0xff;
    }
    octal(header, 148, 7, sum);
    out.write(header.array());
    written += BLOCK;
  }

  /** The first slash with few enough bytes behind it; none where even the last is too early. */
  private static int firstSlash(String name) {
    int slash = name.indexOf('/');
    while (slash >= 0 && length(name.substring(slash + 1)) > NAME_LENGTH) {
      slash = name.indexOf('/', slash + 1);
    }
    // A folder's name ends with a slash, behind which no name is left.
    return slash < name.length() - 1 ? slash : -1;
  }

  private static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static void put(ByteBuffer header, int at, String text, int length) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > length) {
      throw new IOException("too long for a tar header: " + text);
    }
    header.put(at, bytes);
  }

  private static void octal(ByteBuffer header, int at, int length, long number) throws IOException {
    String digits = Long.toOctalString(number);
    put(header, at, "0".repeat(length - 1 - digits.length()) + digits + "\0", length);
  }

  private void end() throws IOException {
    out.write(new byte[2 * BLOCK]);
    written += 2 * BLOCK;
    fill(RECORD);
  }

  private void fill(int unit) throws IOException {
    byte[] zeros = new byte[(int) ((unit - written % unit) % unit)];
    out.write(zeros);
    written += zeros.length;
  }
}
