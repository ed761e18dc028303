package dev.wmllint.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wmllint.text.Span;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the shell takes, and where it stops at what it does not take. */
final class SyntaxFixturesTest {
  @TestFactory
  Stream<DynamicTest> legalShellHasNoProblem() {
    return Blocks.read("legal.txt").stream()
        .map(
            block ->
                dynamicTest(
                    "command: " + block.command(),
                    () -> assertEquals(List.of(), ShellCommand.parse(block.command()).problems())));
  }

  /** The place between «» is the only problem; the last line is its message and help. */
  @TestFactory
  Stream<DynamicTest> aMistakeIsOneProblem() {
    return Blocks.read("broken.txt").stream()
        .map(
            block ->
                dynamicTest(
                    "command: " + block.command(), () -> assertOneProblem(block.command())));
  }

  private static void assertOneProblem(String block) {
    int arrow = block.lastIndexOf("\n=> ");
    String marked = block.substring(0, arrow);
    int start = marked.indexOf('«');
    int end = marked.indexOf('»') - 1;
    String command = marked.replace("«", "").replace("»", "");
    List<SyntaxProblem> problems = ShellCommand.parse(command).problems();
    assertEquals(1, problems.size(), problems::toString);
    SyntaxProblem problem = problems.get(0);
    assertEquals(block.substring(arrow + 4), problem.message() + "; " + problem.help());
    assertEquals(new Span(start, end), problem.span());
  }

  @Test
  void twoIndependentMistakesAreTwoProblems() {
    assertEquals(2, ShellCommand.parse("a && ; b \"c").problems().size());
  }

  @Test
  void theFixturesAreMany() {
    assertTrue(Blocks.read("legal.txt").size() >= 80);
    assertTrue(Blocks.read("broken.txt").size() >= 40);
  }
}
