package dev.wmllint.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the bytes, there is an answer, and a printable one. */
class RandomZipTest {
  private static final int ROUNDS = 1_500;

  @TempDir Path folder;

  private static byte[] sample() {
    return new ZipBytes()
        .folder("src/")
        .add("src/train.py", "print('x')\n".repeat(30))
        .add("link.py", entry -> entry.link("src/train.py"))
        .add("a.py", entry -> entry.content("pass").stored().descriptor())
        .add("job.yaml", entry -> entry.content("model_definition:\n").zip64())
        .zip64End()
        .comment("a comment".getBytes(UTF_8))
        .bytes();
  }

  @Test
  void flippedBytes() {
    Random random = new Random(20171116);
    byte[] sample = sample();
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = sample.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      answers(bytes);
    }
  }

  @Test
  void extremeNumbers() {
    Random random = new Random(7);
    byte[] sample = sample();
    int[] extremes = {0, 1, -1, 0xFFFF, 0x10000, Integer.MAX_VALUE, Integer.MIN_VALUE};
    for (int round = 0; round < ROUNDS; round++) {
      ByteBuffer bytes = ByteBuffer.wrap(sample.clone()).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = random.nextInt(3); i >= 0; i--) {
        bytes.putInt(random.nextInt(sample.length - 3), extremes[random.nextInt(extremes.length)]);
      }
      answers(bytes.array());
    }
  }

  @Test
  void cutAndJoined() {
    Random random = new Random(3);
    byte[] sample = sample();
    for (int round = 0; round < ROUNDS / 3; round++) {
      int from = random.nextInt(sample.length);
      int to = from + random.nextInt(sample.length - from);
      byte[] bytes = new byte[sample.length - (to - from)];
      System.arraycopy(sample, 0, bytes, 0, from);
      System.arraycopy(sample, to, bytes, from, sample.length - to);
      answers(bytes);
    }
  }

  @Test
  void noiseBehindTheMagic() {
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS / 3; round++) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      byte[] magic = {'P', 'K', 3, 4};
      System.arraycopy(magic, 0, bytes, 0, Math.min(4, bytes.length));
      ModelDefinition model = answers(bytes);
      assertFalse(model.isReadable());
      assertEquals(1, model.faults().size(), () -> Arrays.toString(bytes));
    }
  }

  private ModelDefinition answers(byte[] bytes) {
    ModelDefinition model = Models.open(folder, bytes);
    for (ModelFault fault : model.faults()) {
      assertTrue(fault.rule().value().startsWith("model-"));
      assertTrue(fault.message().length() < 300, fault.message());
      assertFalse(fault.message().chars().anyMatch(Character::isISOControl), fault.message());
      assertFalse(fault.message().contains(folder.toString()), fault.message());
      assertFalse(fault.message().contains("Exception"), fault.message());
    }
    for (ModelEntry entry : model.entries()) {
      assertTrue(model.readHead(entry, 16).map(head -> head.length <= 16).orElse(true));
      assertFalse(model.filesNamed(entry.baseName()).isEmpty(), entry.name());
    }
    assertEquals(model.fileCount(), model.entries().size());
    return model;
  }
}
