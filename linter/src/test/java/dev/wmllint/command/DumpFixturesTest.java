package dev.wmllint.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What words a command has, and what it runs. */
final class DumpFixturesTest {
  @TestFactory
  Stream<DynamicTest> words() {
    return compared("words.txt", Dump::words);
  }

  @TestFactory
  Stream<DynamicTest> runs() {
    return compared("runs.txt", Dump::runs);
  }

  private static Stream<DynamicTest> compared(String file, UnaryOperator<String> dump) {
    Blocks.update(file, dump);
    return Blocks.read(file).stream()
        .map(
            block ->
                dynamicTest(
                    "command: " + block.command(),
                    () -> assertEquals(block.expected(), dump.apply(block.command()))));
  }
}
