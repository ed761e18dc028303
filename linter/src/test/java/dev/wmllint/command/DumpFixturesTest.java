package dev.wmllint.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wmllint.Fixture;
import dev.wmllint.Golden;
import dev.wmllint.TestCase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** What words a command has, and what it runs. */
final class DumpFixturesTest {
  @Tag(Golden.TAG)
  @TestFactory
  Stream<DynamicTest> words() throws IOException {
    return compared("command/words.txt", Dump::words);
  }

  @Tag(Golden.TAG)
  @TestFactory
  Stream<DynamicTest> runs() throws IOException {
    return compared("command/runs.txt", Dump::runs);
  }

  private static Stream<DynamicTest> compared(String name, UnaryOperator<String> dump)
      throws IOException {
    Path file = Fixture.TESTDATA.resolve(name);
    List<TestCase> cases = TestCase.read(file);
    if (Golden.isWriting()) {
      Golden.check(
          file,
          cases.stream()
              .map(one -> one.written(new TestCase.Part("dump", dump.apply(one.text()))))
              .collect(Collectors.joining()));
    }
    return TestCase.read(file).stream()
        .map(
            one ->
                dynamicTest(
                    "command: " + one.text(),
                    () ->
                        assertEquals(
                            List.of(new TestCase.Part("dump", dump.apply(one.text()))),
                            one.parts())));
  }
}
