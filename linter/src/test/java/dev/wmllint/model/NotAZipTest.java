package dev.wmllint.model;

import static dev.wmllint.model.Models.assertFaults;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of other kinds are told by their content; their name always ends in {@code .zip} here. */
class NotAZipTest {
  @TempDir Path folder;

  static Stream<Arguments> otherFormats() throws IOException {
    return Stream.of(
        arguments("a gzip archive", gzip("print(1)\n".repeat(200).getBytes(UTF_8))),
        arguments("a gzip archive", Arrays.copyOf(gzip(new byte[9000]), 14)),
        arguments("a gzipped tar archive", gzip(tar())),
        arguments("a tar archive", tar()),
        arguments("a bzip2 archive", hex("425a6839314159265359")),
        arguments("an xz archive", hex("fd377a585a000004e6d6b446")),
        arguments("a 7z archive", hex("377abcaf271c0004")),
        arguments("a rar archive", hex("526172211a0700cf907300")),
        arguments("a rar archive", hex("526172211a070100")),
        arguments("an HTML page", text("<!DOCTYPE html>\n<html lang=en>")),
        arguments("an HTML page", text("\n\n  <HTML><body>Not Found</body>")),
        arguments("a training manifest", text("# a job\nmodel_definition:\n  name: x\n")),
        arguments("a training manifest", text("{\"model_definition\": {\"name\": \"x\"}}")),
        arguments("a text file", text("import tensorflow as tf\n")),
        arguments("a text file", text("ni\u00F1o \u2713 ".repeat(3000))),
        arguments("a text file", "import os".getBytes(UTF_16)),
        arguments("a text file", text("P")),
        arguments("an empty file", new byte[0]),
        arguments("a text file", "caf\u00E9".getBytes(ISO_8859_1)),
        arguments("an unknown kind of file", hex("0001020304fffefd")));
  }

  @ParameterizedTest(name = "{index} {0}")
  @MethodSource("otherFormats")
  void saysWhatTheFileIs(String description, byte[] bytes) {
    ModelDefinition model = Models.open(folder, bytes);
    assertFaults(model, "model-not-a-zip: model definition is " + description + ", not a zip");
    assertFalse(model.isReadable());
    assertEquals(ModelKind.ZIP, model.kind());
  }

  @Test
  void aTarThatHoldsAZipIsATar() throws IOException {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    tar.write(tar());
    tar.write(new ZipBytes().add("train.py", "pass").bytes());
    assertFaults(
        Models.open(folder, tar.toByteArray()),
        "model-not-a-zip: model definition is a tar archive, not a zip");
  }

  @Test
  void helpsByKind() throws IOException {
    assertEquals(
        "only zip is supported; repack with zip -r tf-model.zip . in the program's folder",
        Models.fault(Models.open(folder, gzip(tar()))).help());
    assertEquals(
        "a web page was saved in place of the zip; download again",
        Models.fault(Models.open(folder, text("<html>"))).help());
  }

  @Test
  void nothingThere() {
    ModelDefinition model = open("nothing.zip");
    assertFaults(model, "model-not-found: model definition does not exist");
    assertFalse(model.isReadable());
    assertFaults(open("a/b/c.zip"), "model-not-found: model definition does not exist");
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Files.writeString(folder.resolve("file"), "x");
    assertFaults(open("file/x.zip"), "model-not-found: model definition does not exist");
  }

  @Test
  void aNameTooLong() {
    assertFaults(open("x".repeat(5000)), "model-not-found: model definition cannot be read");
  }

  @Test
  void aLinkToNowhere() throws IOException {
    Files.createSymbolicLink(folder.resolve("link.zip"), Path.of("nowhere.zip"));
    assertFaults(open("link.zip"), "model-not-found: model definition does not exist");
  }

  @Test
  void aPipeIsNotReadAtAll() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe.zip");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "mkfifo is there");
    assertEquals(0, new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor());
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () ->
            assertFaults(
                open("pipe.zip"), "model-not-found: model definition is not a regular file"));
  }

  private ModelDefinition open(String name) {
    return ModelDefinition.open(folder.resolve(name), ModelLimits.DEFAULT);
  }

  private static byte[] text(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }

  /** One header block of a tar, and its end. */
  private static byte[] tar() {
    byte[] tar = new byte[512 * 3];
    put(tar, 0, "train.py");
    put(tar, 100, "0000644\0000000000\0000000000\00000000000000\00000000000000\0");
    put(tar, 148, "        ");
    put(tar, 156, "0");
    put(tar, 257, "ustar");
    int sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += tar[i] & 0xFF;
    }
    put(tar, 148, String.format("%06o", sum) + "\0 ");
    return tar;
  }

  private static void put(byte[] block, int at, String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }
}
