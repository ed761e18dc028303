package dev.wmllint.docs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The model definition of an example. {@code zip="train.py run.sh:x"} lists its entries; behind a
 * colon stands what is special about one: {@code x} executable, {@code html} a web page, {@code
 * zeros} 101 MiB of them, {@code locked} encrypted. {@code spoilt=} says what happened to the file
 * afterwards: {@code lost}, {@code cut} short, or {@code gzip} instead of zip.
 */
final class ExampleModel {
  private static final int MIB = 1024 * 1024;
  private static final int LOCAL_FLAGS = 6;
  private static final int CENTRAL_FLAGS = 8;

  private record Entry(String name, String kind) {
    static Entry of(String word) {
      int colon = word.lastIndexOf(':');
      return colon < 0
          ? new Entry(word, "")
          : new Entry(word.substring(0, colon), word.substring(colon + 1));
    }
  }

  private ExampleModel() {}

  /** Builds {@code tf-model.zip} in a folder and returns its path. */
  static Path build(Path folder, String words, String spoilt) throws IOException {
    List<Entry> entries =
        Arrays.stream(words.split(" ")).filter(word -> !word.isEmpty()).map(Entry::of).toList();
    Path zip = folder.resolve("tf-model.zip");
    Files.write(zip, pack(entries));
    makeExecutable(zip, entries);
    spoil(zip, spoilt);
    return zip;
  }

  private static byte[] pack(List<Entry> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Entry entry : entries) {
        out.putNextEntry(new ZipEntry(entry.name()));
        content(entry.kind(), out);
        out.closeEntry();
      }
    }
    boolean locked = entries.stream().anyMatch(entry -> entry.kind().equals("locked"));
    return locked ? encrypted(bytes.toByteArray()) : bytes.toByteArray();
  }

  private static void content(String kind, OutputStream out) throws IOException {
    if (kind.equals("html")) {
      out.write("<!DOCTYPE html>\n<html><body>\n".getBytes(StandardCharsets.UTF_8));
    } else if (kind.equals("zeros")) {
      byte[] zeros = new byte[MIB];
      for (int i = 0; i < 101; i++) {
        out.write(zeros);
      }
    } else {
      out.write("example\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * Says of the first entry that it is encrypted: the flag is all that a reader without a key sees.
   */
  private static byte[] encrypted(byte[] zip) {
    zip[LOCAL_FLAGS] |= 1;
    String text = new String(zip, StandardCharsets.ISO_8859_1);
    zip[text.indexOf("PK\u0001\u0002") + CENTRAL_FLAGS] |= 1;
    return zip;
  }

  /** Permissions are beyond java.util.zip, but not beyond the zip file system. */
  private static void makeExecutable(Path zip, List<Entry> entries) throws IOException {
    List<Entry> executable = entries.stream().filter(entry -> entry.kind().equals("x")).toList();
    if (executable.isEmpty()) {
      return;
    }
    URI uri = URI.create("jar:" + zip.toUri());
    try (FileSystem files =
        FileSystems.newFileSystem(uri, Map.of("enablePosixFileAttributes", "true"))) {
      for (Entry entry : entries) {
        String permissions = entry.kind().equals("x") ? "rwxr-xr-x" : "rw-r--r--";
        Files.setPosixFilePermissions(
            files.getPath(entry.name()), PosixFilePermissions.fromString(permissions));
      }
    }
  }

  private static void spoil(Path zip, String spoilt) throws IOException {
    switch (spoilt) {
      case "lost" -> Files.delete(zip);
      case "cut" -> {
        byte[] bytes = Files.readAllBytes(zip);
        Files.write(zip, Arrays.copyOf(bytes, bytes.length / 2));
      }
      case "gzip" -> {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zip))) {
          out.write("example\n".getBytes(StandardCharsets.UTF_8));
        }
      }
      default -> {
        // Nothing happened to it.
      }
    }
  }
}
