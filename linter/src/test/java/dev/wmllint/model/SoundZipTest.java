package dev.wmllint.model;

import static dev.wmllint.model.Models.assertSilent;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is unusual in a zip, and right all the same. */
class SoundZipTest {
  private static final String PROGRAM = "import tensorflow as tf\nprint(tf.__version__)\n";

  @TempDir Path folder;

  private ModelDefinition silent(ZipBytes zip) {
    ModelDefinition model = Models.open(folder, zip);
    assertSilent(model);
    return model;
  }

  private void holdsProgram(ZipBytes zip) {
    ModelDefinition model = silent(zip);
    ModelEntry program = model.file("train.py").orElseThrow();
    assertEquals(PROGRAM.length(), program.size());
    assertArrayEquals(PROGRAM.getBytes(UTF_8), model.readHead(program, 1000).orElseThrow());
    assertArrayEquals("impo".getBytes(UTF_8), model.readHead(program, 4).orElseThrow());
  }

  @Test
  void storedAndDeflated() {
    holdsProgram(new ZipBytes().add("train.py", PROGRAM));
    holdsProgram(new ZipBytes().add("train.py", entry -> entry.content(PROGRAM).stored()));
    holdsProgram(new ZipBytes().add("train.py", PROGRAM).add("src/__init__.py", ""));
  }

  @Test
  void zip64() {
    holdsProgram(
        new ZipBytes()
            .add("a.py", "pass")
            .add("train.py", entry -> entry.content(PROGRAM).zip64())
            .zip64End());
    holdsProgram(new ZipBytes().add("train.py", entry -> entry.content(PROGRAM).zip64()));
    holdsProgram(new ZipBytes().add("train.py", PROGRAM).zip64End().prefix("#!/bin/sh\n"));
    holdsProgram(new ZipBytes().add("train.py", PROGRAM).zip64End().realEnd());
    holdsProgram(
        new ZipBytes().add("train.py", PROGRAM).zip64End().realEnd().prefix("#!/bin/sh\n"));
  }

  @Test
  void dataDescriptors() {
    holdsProgram(
        new ZipBytes()
            .add("a.py", entry -> entry.content("pass").descriptor())
            .add("train.py", entry -> entry.content(PROGRAM).descriptor()));
  }

  @Test
  void localHeadersThatLeaveItToTheDirectory() {
    byte[] wide =
        new ZipBytes.Out().u16(1).u16(16).u64(PROGRAM.length()).u64(PROGRAM.length()).toByteArray();
    holdsProgram(
        new ZipBytes().add("train.py", entry -> entry.content(PROGRAM).localCrc(0).localPacked(0)));
    holdsProgram(
        new ZipBytes()
            .add(
                "train.py",
                e -> e.content(PROGRAM).stored().localPacked(0xFFFF_FFFFL).localExtra(wide)));
    holdsProgram(
        new ZipBytes()
            .add("train.py", entry -> entry.content(PROGRAM).localExtra(new byte[3]).version(63)));
  }

  @Test
  void bytesBeforeTheZip() {
    ZipBytes zip = new ZipBytes().add("a.py", "pass").add("train.py", PROGRAM);
    holdsProgram(zip.prefix("#!/bin/sh\nunzip \"$0\"; exit\n"));
    holdsProgram(zip.prefix("MZ\0\0".repeat(5000)));
    holdsProgram(zip.unshifted());
  }

  @Test
  void comments() {
    ZipBytes zip = new ZipBytes().add("train.py", PROGRAM);
    holdsProgram(zip.comment("packed on a Monday".getBytes(UTF_8)));
    holdsProgram(zip.comment(new byte[0xFFFF]));
    holdsProgram(zip.comment("as PK\5\6 shows".getBytes(UTF_8)));
    holdsProgram(zip.comment(new ZipBytes().bytes()));
    holdsProgram(zip.comment("PK\5\6".repeat(16_000).getBytes(UTF_8)));
  }

  @Test
  void bytesBehindTheZip() {
    holdsProgram(new ZipBytes().add("train.py", PROGRAM).trailer(new byte[5]));
    holdsProgram(new ZipBytes().add("train.py", PROGRAM).trailer(new byte[30_000]));
  }

  @Test
  void fiveHundredEntriesWithFolders() {
    ZipBytes zip = new ZipBytes().folder("src/").folder("data/").add("README.md", "# x");
    for (int i = 0; i < 500; i++) {
      zip.add("data/images/" + i + ".png", "x".repeat(i));
    }
    zip.add("notebooks/Explore.ipynb", "{}").add("requirements.txt", "numpy\n");
    zip.add("conf/params.yaml", "model_definition_path: x\n").add("train.py", PROGRAM);
    ModelDefinition model = silent(zip);
    assertEquals(505, model.fileCount());
    assertTrue(model.hasFolder("src"));
    assertTrue(model.hasFolder("data/images/"));
  }

  @Test
  void namesInManyEncodings() {
    byte[] codePage = "ni\u00F1o.py".getBytes(Charset.forName("IBM437"));
    CRC32 crc = new CRC32();
    crc.update("?.py".getBytes(UTF_8));
    byte[] path = "\u03B1.py".getBytes(UTF_8);
    byte[] unicode =
        new ZipBytes.Out()
            .u16(0x7075)
            .u16(5 + path.length)
            .bytes(new byte[] {1})
            .u32(crc.getValue())
            .bytes(path)
            .toByteArray();
    ZipBytes zip =
        new ZipBytes()
            .add("\u6A21\u578B.py", "pass")
            .add("\uD83D\uDE00/train.py", "pass")
            .add("x", entry -> entry.name(codePage).content("pass").host(ZipBytes.WINDOWS))
            .add("\u00FC.py", entry -> entry.flags(0).host(ZipBytes.MACOS).content("pass"))
            .add("?.py", entry -> entry.extra(unicode));
    assertEquals(
        List.of(
            "\u6A21\u578B.py", "\uD83D\uDE00/train.py", "ni\u00F1o.py", "\u00FC.py", "\u03B1.py"),
        Models.names(silent(zip)));
  }

  @Test
  void namesThatStartAtTheDot() {
    ModelDefinition model =
        silent(
            new ZipBytes()
                .folder("./")
                .add("./train.py", PROGRAM)
                .add(".//src/./a.py", "pass")
                .add("...", "x")
                .add("..x/y..", "x"));
    assertEquals(List.of("train.py", "src/a.py", "...", "..x/y.."), Models.names(model));
    assertEquals("./train.py", model.entries().get(0).rawName());
    assertTrue(model.file("./src//a.py").isPresent());
  }

  @ParameterizedTest
  @ValueSource(ints = {ZipBytes.UNIX, ZipBytes.MACOS})
  void executeBits(int host) {
    ModelDefinition model =
        silent(
            new ZipBytes()
                .add("run.sh", e -> e.host(host).mode(0100755))
                .add("group.sh", e -> e.host(host).mode(0100654))
                .add("plain.sh", e -> e.host(host).mode(0100644))
                .add("unset.sh", e -> e.host(host).mode(0))
                .add("windows.sh", e -> e.host(ZipBytes.WINDOWS)));
    assertEquals(
        List.of(
            Executable.YES,
            Executable.YES,
            Executable.NO,
            Executable.NOT_RECORDED,
            Executable.NOT_RECORDED),
        model.entries().stream().map(ModelEntry::executable).toList());
  }

  @Test
  void asMacosPacksIt() {
    ModelDefinition model =
        Models.open(
            folder,
            new ZipBytes()
                .folder("tf-model/")
                .add("tf-model/train.py", e -> e.content(PROGRAM).descriptor())
                .add("__MACOSX/tf-model/._train.py", e -> e.content("x").descriptor())
                .add("tf-model/mod\u00E8le.py", e -> e.flags(0).content("pass").descriptor())
                .add("tf-model/run.sh", e -> e.content("ls").mode(0100755).descriptor()));
    Models.assertFaults(
        model, "model-junk: the zip holds 1 junk entry: __MACOSX/tf-model/._train.py");
    assertEquals(Optional.of("tf-model"), model.singleRootFolder());
    assertTrue(model.file("tf-model/mod\u00E8le.py").isPresent());
  }

  @Test
  void asTheJdkWritesIt() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setComment("from the JDK");
      for (String name : List.of("src/", "src/train.py", "\u00FC.txt")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.endsWith("/") ? new byte[0] : PROGRAM.getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    ModelDefinition model = Models.open(folder, out.toByteArray());
    assertSilent(model);
    assertEquals(List.of("src/train.py", "\u00FC.txt"), Models.names(model));
    assertEquals(Optional.empty(), model.singleRootFolder());
  }

  @Test
  void asInfoZipWritesIt() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/zip")), "zip is there");
    Path source = Files.createDirectories(folder.resolve("source/src"));
    Files.writeString(source.resolve("train.py"), PROGRAM.repeat(100));
    Files.createSymbolicLink(source.resolve("link.py"), Path.of("train.py"));
    Path zip = folder.resolve("real.zip");
    int exit =
        new ProcessBuilder("/usr/bin/zip", "-qry", zip.toString(), "src")
            .directory(folder.resolve("source").toFile())
            .start()
            .waitFor();
    assertEquals(0, exit);
    ModelDefinition model = ModelDefinition.open(zip, ModelLimits.DEFAULT);
    assertSilent(model);
    assertEquals(Optional.of("src"), model.singleRootFolder());
    assertEquals("src/train.py", model.file("src/link.py").orElseThrow().name());
    ModelEntry program = model.file("src/train.py").orElseThrow();
    assertEquals(Executable.NO, program.executable());
  }
}
