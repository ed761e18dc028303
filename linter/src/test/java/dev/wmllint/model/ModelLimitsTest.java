package dev.wmllint.model;

import static dev.wmllint.model.Models.assertFaults;
import static dev.wmllint.model.Models.assertSilent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelLimitsTest {
  private static final int MIB = 1024 * 1024;

  /** Far above what is needed, far below what expanding a bomb takes. */
  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir Path folder;

  private ModelDefinition soon(Supplier<ModelDefinition> open) {
    return assertTimeout(SOON, open::get);
  }

  private static ZipBytes manyEntries(int count) {
    ZipBytes zip = new ZipBytes();
    for (int i = 0; i < count; i++) {
      zip.add("data/" + i, entry -> entry.stored());
    }
    return zip;
  }

  @Test
  void seventyThousandEntries() {
    byte[] zip64 = manyEntries(70_000).zip64End().bytes();
    ModelDefinition model = soon(() -> Models.open(folder, zip64));
    assertFaults(model, "model-limits: model definition has 70,000 entries, 50,000 are allowed");
    assertFalse(model.isReadable());
    assertEquals(0, model.fileCount());
  }

  @Test
  void seventyThousandEntriesCountedModulo65536() {
    byte[] wrapped = manyEntries(70_000).declaredEntries(70_000 & 0xFFFF).bytes();
    assertFaults(
        soon(() -> Models.open(folder, wrapped)),
        "model-limits: model definition has more than 50,000 entries, 50,000 are allowed");
  }

  @Test
  void fiftyThousandEntriesAreFine() {
    byte[] most = manyEntries(50_000).bytes();
    ModelDefinition model = soon(() -> Models.open(folder, most));
    assertSilent(model);
    assertEquals(50_000, model.fileCount());
    assertTrue(model.file("data/49999").isPresent());
  }

  @Test
  void threeHundredMebibytesOfZeros() {
    byte[] bomb =
        new ZipBytes()
            .add("train.py", "pass")
            .add("zeros.bin", entry -> entry.content(new byte[300 * MIB]))
            .bytes();
    ModelDefinition model = soon(() -> Models.open(folder, bomb));
    ModelFault fault = Models.fault(model);
    assertEquals("model-limits", fault.rule().value());
    assertTrue(fault.message().startsWith("the zip expands to 300 MiB, "), fault.message());
    assertFalse(model.isReadable());
  }

  @Test
  void aBombThatDeclaresTenBytes() {
    byte[] bomb =
        new ZipBytes()
            .add("zeros.py", entry -> entry.content(new byte[150 * MIB]).size(10))
            .bytes();
    assertFaults(
        soon(() -> Models.open(folder, bomb)),
        "model-corrupt: the content of zeros.py is damaged: it expands to more than the 10 bytes"
            + " that are declared");
  }

  @Test
  void aBombOfEntriesThatShareOneContent() {
    byte[] kernel = ZipBytes.deflate(new byte[4 * MIB]);
    ZipBytes zip = new ZipBytes().add("0", e -> e.content(new byte[4 * MIB]).packed(kernel));
    for (int i = 1; i < 100; i++) {
      zip.add(i + "", e -> e.packed(kernel).size(4 * MIB).offset(0).omitLocal());
    }
    byte[] bomb = zip.bytes();
    ModelFault fault = Models.fault(soon(() -> Models.open(folder, bomb)));
    assertTrue(fault.message().startsWith("the zip expands to 400 MiB, "), fault.message());
  }

  @Test
  void muchContentAtAnOrdinaryRatioIsFine() {
    ModelLimits small = new ModelLimits(100, MIB, 1000, 100, MIB);
    byte[] text = new ZipBytes().add("a.txt", "epoch 1 loss 0.5\n".repeat(10) + "x").bytes();
    assertSilent(Models.open(folder, text, small));
    byte[] zeros = new ZipBytes().add("a", e -> e.content(new byte[900])).bytes();
    assertSilent(Models.open(folder, zeros, small));
    byte[] more = new ZipBytes().add("a", e -> e.content(new byte[MIB])).bytes();
    ModelFault fault = Models.fault(Models.open(folder, more, small));
    assertEquals("model-limits", fault.rule().value());
  }

  @Test
  void checksumsAreCheckedWithinABudget() {
    ModelLimits small = new ModelLimits(100, MIB, 100 * MIB, 100, 10);
    ZipBytes zip =
        new ZipBytes()
            .add("big.py", entry -> entry.content("12345678901").stored().crc(1))
            .add("small.py", entry -> entry.content("1234567890").stored().crc(1));
    assertFaults(
        Models.open(folder, zip.bytes(), small),
        "model-corrupt: the content of small.py is damaged: its checksum is wrong");
  }

  @Test
  void aCentralDirectoryOfLongNames() {
    ModelLimits small = new ModelLimits(100, 10_000, 100 * MIB, 100, MIB);
    ZipBytes zip = new ZipBytes().add("x".repeat(10_000), "x");
    assertFaults(
        Models.open(folder, zip.bytes(), small),
        "model-limits: the list of entries in the zip takes more than 10,000 bytes");
  }
}
