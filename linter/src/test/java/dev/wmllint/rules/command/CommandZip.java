package dev.wmllint.rules.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes zips with Unix modes, which java.util.zip does not write. */
public final class CommandZip {
  private static final int CENTRAL_HEADER = 0x02014b50;
  private static final int END_RECORD = 0x06054b50;
  private static final int END_RECORD_LENGTH = 22;
  private static final byte UNIX = 3;

  private CommandZip() {}

  /**
   * Writes a zip.
   *
   * @param specs {@code name}, {@code name+x}, {@code name-x}, {@code name->target}, {@code
   *     name#!/bin/sh}
   */
  public static void write(Path file, List<String> specs) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String spec : specs) {
        zip.putNextEntry(new ZipEntry(name(spec)));
        zip.write(content(spec).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    byte[] result = bytes.toByteArray();
    setModes(ByteBuffer.wrap(result).order(ByteOrder.LITTLE_ENDIAN), specs);
    Files.write(file, result);
  }

  private static void setModes(ByteBuffer zip, List<String> specs) {
    int end = zip.limit() - END_RECORD_LENGTH;
    if (zip.getInt(end) != END_RECORD) {
      throw new IllegalStateException("no end record");
    }
    int at = zip.getInt(end + 16);
    for (String spec : specs) {
      if (zip.getInt(at) != CENTRAL_HEADER) {
        throw new IllegalStateException("no central header");
      }
      int mode = mode(spec);
      if (mode != 0) {
        zip.put(at + 5, UNIX);
        zip.putInt(at + 38, mode << 16);
      }
      at += 46 + zip.getShort(at + 28) + zip.getShort(at + 30) + zip.getShort(at + 32);
    }
  }

  private static int mode(String spec) {
    if (spec.contains("->")) {
      return 0120777;
    }
    String shown = spec.replaceFirst("#!.*", "");
    return shown.endsWith("+x") ? 0100755 : shown.endsWith("-x") ? 0100644 : 0;
  }

  private static String name(String spec) {
    return spec.replaceFirst("(->|#!).*", "").replaceFirst("[+-]x$", "");
  }

  private static String content(String spec) {
    int link = spec.indexOf("->");
    int shebang = spec.indexOf("#!");
    return link >= 0
        ? spec.substring(link + 2)
        : shebang >= 0 ? spec.substring(shebang).replace('%', ' ') + "\n" : "content\n";
  }
}
