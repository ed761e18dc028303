package dev.wmllint.model;

import static dev.wmllint.model.Models.assertFaults;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorruptZipTest {
  private static final String TRUNCATED =
      "model-corrupt: the zip is truncated: its central directory is missing";

  @TempDir Path folder;

  private static ZipBytes twoFiles() {
    byte[] data = new byte[5000];
    new Random(1).nextBytes(data);
    return new ZipBytes()
        .add("train.py", "print('hello')\n".repeat(50))
        .add("data/weights.bin", entry -> entry.content(data));
  }

  @Test
  void truncatedAnywhere() {
    byte[] whole = twoFiles().bytes();
    for (int part = 1; part < 50; part++) {
      byte[] cut = Arrays.copyOf(whole, whole.length * part / 50);
      ModelDefinition model = Models.open(folder, cut);
      assertFaults(model, TRUNCATED);
      assertFalse(model.isReadable());
    }
    assertFaults(Models.open(folder, Arrays.copyOf(whole, 2)), TRUNCATED);
    assertFaults(Models.open(folder, Arrays.copyOf(whole, whole.length - 1)), TRUNCATED);
  }

  @Test
  void bytesBetweenTheDirectoryAndTheEnd() {
    ModelDefinition model = Models.open(folder, twoFiles().gap(new byte[7]).bytes());
    assertFaults(model, "model-corrupt: 7 bytes between the zip's directory and its end");
    assertTrue(model.faults().get(0).mild());
    assertTrue(model.isReadable());
  }

  @Test
  void largerThanItCanBe() {
    for (boolean stored : new boolean[] {true, false}) {
      ZipBytes zip =
          new ZipBytes()
              .add(
                  "train.py",
                  entry -> (stored ? entry.stored() : entry).content("pass").size(4_000_000_000L));
      assertFaults(
          Models.open(folder, zip.bytes()),
          "model-corrupt: the content of train.py is damaged: it is declared larger than it can"
              + " be");
    }
  }

  @Test
  void theStartIsMissing() {
    byte[] whole = twoFiles().bytes();
    byte[] end = Arrays.copyOfRange(whole, whole.length / 2, whole.length);
    assertEquals("model-not-a-zip", Models.fault(Models.open(folder, end)).rule().value());
  }

  @Test
  void garbageInTheCentralDirectory() {
    byte[] bytes = twoFiles().bytes();
    int start = bytes.length - 22 - (46 + 8) - (46 + 16);
    byte[] second = bytes.clone();
    Arrays.fill(second, start + 46 + 8, start + 46 + 8 + 20, (byte) 0x5A);
    assertFaults(
        Models.open(folder, second),
        "model-corrupt: the central directory of the zip is damaged: 1 of its 2 entries can be"
            + " read");
    byte[] first = bytes.clone();
    Arrays.fill(first, start, start + 10, (byte) 0x5A);
    assertFaults(
        Models.open(folder, first),
        "model-corrupt: the central directory of the zip is damaged: it is not where the end of"
            + " the zip says");
    byte[] longName = bytes.clone();
    longName[start + 46 + 8 + 29] = 0x7F;
    assertFaults(
        Models.open(folder, longName),
        "model-corrupt: the central directory of the zip is damaged: its last entry is cut off");
  }

  @Test
  void fewerEntriesThanDeclared() {
    assertFaults(
        Models.open(folder, twoFiles().declaredEntries(3)),
        "model-corrupt: the central directory of the zip is damaged: 2 of its 3 entries can be"
            + " read");
  }

  @Test
  void impossibleSizes() {
    byte[] negative = new ZipBytes.Out().u16(1).u16(8).u64(-5).toByteArray();
    ZipBytes zip =
        new ZipBytes().add("a.py", entry -> entry.size(0xFFFF_FFFFL).extra(negative).stored());
    assertFaults(
        Models.open(folder, zip),
        "model-corrupt: the central directory of the zip is damaged: the sizes of entry 1 are"
            + " impossible");
  }

  @Test
  void onePartOfASplitZip() {
    byte[] bytes = twoFiles().bytes();
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(bytes.length - 18, (short) 2);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length - 6, 1 << 30);
    assertFaults(Models.open(folder, bytes), "model-corrupt: the zip is one part of a split zip");
  }

  @Test
  void wrongChecksumInThreeEntriesIsOneFault() {
    ZipBytes zip =
        new ZipBytes()
            .add("ok.py", "pass")
            .add("src/a.py", entry -> entry.content("a").crc(1))
            .add("src/b.py", entry -> entry.content("b").crc(1).stored())
            .add("src/c.py", entry -> entry.content("c").crc(1));
    ModelDefinition model = Models.open(folder, zip);
    assertFaults(
        model,
        "model-corrupt: the content of src/a.py is damaged: its checksum is wrong (and 2 more like"
            + " it)");
    assertEquals(Optional.of("src/a.py"), Models.fault(model).entry());
    assertEquals(2, Models.fault(model).more());
    assertTrue(model.isReadable());
    assertEquals(4, model.fileCount());
  }

  @Test
  void declaredSizesAreNotBelieved() {
    assertFaults(
        Models.open(folder, new ZipBytes().add("a.py", entry -> entry.content("12345").size(3))),
        "model-corrupt: the content of a.py is damaged: it expands to more than the 3 bytes that"
            + " are declared");
    assertFaults(
        Models.open(folder, new ZipBytes().add("a.py", entry -> entry.content("12345").size(9))),
        "model-corrupt: the content of a.py is damaged: it has 5 of the 9 bytes that are declared");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 100})
  void compressedDataThatMakesNoSense(int length) {
    byte[] garbage = new byte[length];
    Arrays.fill(garbage, (byte) 0xFF);
    ModelDefinition model =
        Models.open(
            folder, new ZipBytes().add("a.py", entry -> entry.content("12345").packed(garbage)));
    ModelFault fault = Models.fault(model);
    assertEquals("model-corrupt", fault.rule().value());
    assertTrue(fault.message().startsWith("the content of a.py is damaged: it "), fault.message());
  }

  @Test
  void compressedDataWithoutItsEnd() {
    byte[] content = "print('hello')\n".getBytes(UTF_8);
    byte[] packed = ZipBytes.deflate(content);
    byte[] cut = Arrays.copyOf(packed, packed.length - 2);
    assertFaults(
        Models.open(folder, new ZipBytes().add("a.py", e -> e.content(content).packed(cut))),
        "model-corrupt: the content of a.py is damaged: it cannot be expanded");
  }

  @ParameterizedTest
  @CsvSource({
    "12, 12 (bzip2)",
    "14, 14 (LZMA)",
    "9, 9 (deflate64)",
    "93, 93 (Zstandard)",
    "77, 77"
  })
  void unsupportedMethods(int method, String shown) {
    ZipBytes zip = new ZipBytes().add("a.py", e -> e.method(method)).add("b.py", "pass");
    assertFaults(
        Models.open(folder, zip),
        "model-corrupt: a.py has unsupported compression method " + shown);
  }

  @Test
  void localHeadersThatDoNotFit() {
    assertFaults(
        Models.open(folder, twoFiles().add("c.py", entry -> entry.offset(7))),
        "model-corrupt: c.py is not where the central directory says");
    assertFaults(
        Models.open(folder, twoFiles().add("c.py", entry -> entry.offset(0x7FFF_FFFF))),
        "model-corrupt: c.py is not where the central directory says");
    assertFaults(
        Models.open(folder, twoFiles().add("c.py", entry -> entry.localName("d.py"))),
        "model-corrupt: c.py has another name in its local header: d.py");
  }

  @Test
  void contentThatReachesIntoTheCentralDirectory() {
    byte[] bytes = new ZipBytes().add("a.py", entry -> entry.content("12345").stored()).bytes();
    int header = bytes.length - 22 - 46 - 4;
    bytes[header + 20] = 6;
    assertFaults(
        Models.open(folder, bytes), "model-corrupt: the content of a.py does not fit into the zip");
  }

  @Test
  void entriesThatShareTheirBytes() {
    byte[] inner = new ZipBytes().add("inner.py", entry -> entry.content("x").stored()).bytes();
    ZipBytes zip =
        new ZipBytes()
            .add("outer.py", entry -> entry.content(inner).stored())
            .add("inner.py", e -> e.content("x").stored().offset(30 + 8).omitLocal());
    assertFaults(
        Models.open(folder, zip),
        "model-corrupt: inner.py lies over another entry of the zip: outer.py");
  }

  @Test
  void anEntryWithoutAName() {
    assertFaults(
        Models.open(folder, new ZipBytes().add("", "x").add("a.py", "pass")),
        "model-corrupt: an entry of the zip has no name");
  }

  @Test
  void aFileNamedLikeTheFolderItself() {
    assertFaults(
        Models.open(folder, new ZipBytes().add("./.", "x").add("a.py", "pass")),
        "model-corrupt: an entry of the zip is a file named './.', which means the folder itself");
    Models.assertSilent(Models.open(folder, new ZipBytes().folder("./").add("a.py", "pass")));
  }

  /** What one program unpacks by, another one does not look at. */
  @Test
  void localHeadersThatSayOtherwise() {
    String message = " in its local header than in the central directory";
    assertFaults(
        Models.open(folder, twoFiles().add("a.py", e -> e.content("x").localCrc(7))),
        "model-corrupt: a.py has another checksum" + message);
    assertFaults(
        Models.open(folder, twoFiles().add("a.py", e -> e.content("x").localPacked(7))),
        "model-corrupt: a.py has another compressed size" + message);
    assertFaults(
        Models.open(folder, twoFiles().add("a.py", e -> e.content("x").localMethod(0))),
        "model-corrupt: a.py has another compression method" + message);
    byte[] wide = new ZipBytes.Out().u16(1).u16(16).u64(1).u64(9).toByteArray();
    assertFaults(
        Models.open(
            folder,
            twoFiles().add("a.py", e -> e.content("x").localPacked(0xFFFF_FFFFL).localExtra(wide))),
        "model-corrupt: a.py has another compressed size" + message);
  }

  @Test
  void extraFieldsOfImpossibleLength() {
    byte[] extra = new ZipBytes.Out().u16(0x5455).u16(50).u16(1).toByteArray();
    String message =
        "model-corrupt: the extra field of a.py is damaged: a part of it is longer than the whole";
    assertFaults(Models.open(folder, twoFiles().add("a.py", e -> e.extra(extra))), message);
    assertFaults(Models.open(folder, twoFiles().add("a.py", e -> e.localExtra(extra))), message);
  }

  @Test
  void versionsThatDoNotExist() {
    assertFaults(
        Models.open(folder, twoFiles().add("a.py", e -> e.content("x").version(64))),
        "model-corrupt: a.py needs version 6.4 of the zip format, which does not exist");
  }

  @Test
  void aFileAndAFolderOfOneName() {
    assertFaults(
        Models.open(folder, new ZipBytes().add("a", "x").add("a.py", "").add("a/b.py", "x")),
        "model-corrupt: a is a file of the zip and a folder, too: a/b.py");
    assertFaults(
        Models.open(folder, new ZipBytes().folder("a/").add("./a", "x").add("a/b/c", "x")),
        "model-corrupt: a is a file of the zip and a folder, too: a/");
    assertFaults(
        Models.open(folder, new ZipBytes().add("a/b/c", "x").add("a/b", "x").add("a-b/c", "x")),
        "model-corrupt: a/b is a file of the zip and a folder, too: a/b/c");
  }

  @Test
  void encrypted() {
    ZipBytes zip =
        new ZipBytes()
            .add("a.py", entry -> entry.content("secret").flags(ZipBytes.ENCRYPTED).crc(1))
            .add("b.py", entry -> entry.content("secret").method(99))
            .add("c.py", "pass");
    ModelDefinition model = Models.open(folder, zip);
    assertFaults(model, "model-encrypted: a.py is encrypted (and 1 more like it)");
    assertEquals(Optional.empty(), model.readHead(model.file("a.py").orElseThrow(), 10));
  }

  @Test
  void empty() {
    String message = "model-empty: the zip has no files";
    assertFaults(Models.open(folder, new ZipBytes()), message);
    assertFaults(Models.open(folder, new ZipBytes().comment("empty".getBytes(UTF_8))), message);
    ModelDefinition folders = Models.open(folder, new ZipBytes().folder("src/").folder("data/"));
    assertFaults(folders, message);
    assertFalse(folders.isReadable());
  }
}
