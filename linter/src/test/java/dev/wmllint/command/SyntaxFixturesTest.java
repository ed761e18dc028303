package dev.wmllint.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wmllint.Fixture;
import dev.wmllint.TestCase;
import dev.wmllint.text.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the shell takes, and where it stops at what it does not take. */
final class SyntaxFixturesTest {
  private static final Path LEGAL = Fixture.TESTDATA.resolve("command/legal.txt");
  private static final Path BROKEN = Fixture.TESTDATA.resolve("command/broken.txt");

  @TestFactory
  Stream<DynamicTest> legalShellHasNoProblem() {
    return TestCase.read(LEGAL).stream()
        .map(
            one ->
                dynamicTest(
                    "command: " + one.text(),
                    () -> assertEquals(List.of(), ShellCommand.parse(one.text()).problems())));
  }

  /** The place between «» is the only problem; {@code --- problem} has its message and help. */
  @TestFactory
  Stream<DynamicTest> aMistakeIsOneProblem() {
    return TestCase.read(BROKEN).stream()
        .map(one -> dynamicTest("command: " + one.text(), () -> assertOneProblem(one)));
  }

  private static void assertOneProblem(TestCase one) {
    String marked = one.text();
    int start = marked.indexOf('«');
    int end = marked.indexOf('»') - 1;
    String command = marked.replace("«", "").replace("»", "");
    List<SyntaxProblem> problems = ShellCommand.parse(command).problems();
    assertEquals(1, problems.size(), problems::toString);
    SyntaxProblem problem = problems.get(0);
    assertEquals(
        List.of(
            new TestCase.Part(
                "problem", problem.message().text() + "; " + problem.help().text() + "\n")),
        one.parts());
    assertEquals(new Span(start, end), problem.span());
  }

  @Test
  void twoIndependentMistakesAreTwoProblems() {
    assertEquals(2, ShellCommand.parse("a && ; b \"c").problems().size());
  }

  @Test
  void theFixturesAreMany() {
    assertTrue(TestCase.read(LEGAL).size() >= 80);
    assertTrue(TestCase.read(BROKEN).size() >= 40);
  }
}
