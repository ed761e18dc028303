package dev.wmllint.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.Fixture;
import dev.wmllint.TestCase;
import dev.wmllint.text.Span;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every text, however odd. */
final class ShellCommandPropertyTest {
  private static final Pattern QUOTING = Pattern.compile("(?s)([\"'$]|\\\\\r?\n|\\\\$)*");

  private static final List<String> ALPHABET =
      List.of(
          "a",
          "python x.py",
          "cd d",
          " ",
          " ",
          " ",
          "\n",
          ";",
          "&",
          "&&",
          "||",
          "|",
          "(",
          ")",
          "{ ",
          "; }",
          "\"",
          "'",
          "`",
          "\\",
          "$",
          "$X",
          "${X",
          "}",
          "${X:-",
          "$(",
          "$((",
          "))",
          "if ",
          "; then ",
          "else ",
          "; fi",
          "for f in ",
          "while ",
          "; do ",
          "; done",
          "case x in ",
          " a) ",
          ";; ",
          "esac ",
          ">",
          "<",
          "2>&1",
          "&>",
          "<<E\n",
          "\nE\n",
          "<<<",
          "#",
          "[",
          "]",
          "[[ ",
          " ]]",
          "*",
          "{a,b}",
          "{",
          ",",
          "..",
          "~",
          "=",
          "a=",
          "a=(",
          "a[0]=",
          "$'",
          "!",
          "f() ",
          "-m",
          "-c ",
          "bash -c ",
          "f; ",
          "env ",
          "--x=",
          "😀",
          "é",
          "\t",
          "\r\n",
          "\\\n",
          "do\\\n",
          "\0",
          "cp ",
          "wget ",
          "tar ",
          "git clone ");

  @Test
  void anyTextIsReadAndEveryPlaceIsInsideIt() {
    Random random = new Random(20_171_116);
    for (int round = 0; round < 8_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(14);
      for (int i = 0; i < length; i++) {
        text.append(ALPHABET.get(random.nextInt(ALPHABET.size())));
      }
      check(text.toString());
    }
  }

  @Test
  void everyPrefixOfALegalCommandIsRead() {
    for (TestCase legal : TestCase.read(Fixture.TESTDATA.resolve("command/legal.txt"))) {
      for (int end = 0; end <= legal.text().length(); end++) {
        check(legal.text().substring(0, end));
      }
    }
  }

  private static void check(String text) {
    ShellCommand command = ShellCommand.parse(text);
    checkStatements(text, command.statements());
    command.problems().forEach(problem -> assertInside(text, problem.span()));
    for (SyntaxProblem problem : command.problems()) {
      assertTrue(!problem.span().isEmpty(), text);
    }
    for (WordPart.VariableUse use : command.variables()) {
      assertInside(text, use.span());
      assertEquals(use.name(), use.nameSpan().of(text));
      assertTrue(use.span().contains(use.nameSpan()), text);
    }
    for (ProgramRun run : CommandAnalysis.of(command).runs()) {
      assertInside(text, run.program().span());
      for (Argument argument : run.arguments()) {
        argument.value().ifPresent(value -> assertInside(text, value.span()));
      }
    }
  }

  private static void checkStatements(String text, List<Statement> statements) {
    for (Statement statement : statements) {
      if (statement instanceof Compound compound) {
        checkStatements(text, compound.body());
      } else if (statement instanceof FunctionDefinition function) {
        checkStatements(text, function.body());
      } else if (statement instanceof SimpleCommand command) {
        assertInside(text, command.span());
        int last = command.span().start();
        for (Word word : command.words()) {
          assertTrue(command.span().contains(word.span()), text);
          assertTrue(word.span().start() >= last, text);
          last = word.span().end();
          checkWord(text, word);
        }
        command.assignments().forEach(assignment -> assertInside(text, assignment.value().span()));
        command.redirections().forEach(target -> checkWord(text, target.target()));
      }
    }
  }

  /** Parts follow each other, and only quotes and joined line ends stand between them. */
  private static void checkWord(String text, Word word) {
    int last = word.span().start();
    for (WordPart part : word.parts()) {
      assertTrue(word.span().contains(part.span()), text);
      assertTrue(part.span().start() >= last, text);
      assertOnlyQuoting(text, last, part.span().start());
      last = part.span().end();
      if (part instanceof WordPart.Literal literal && literal.quoting() == Quoting.NONE) {
        assertEquals(literal.text(), literal.span().of(text));
      }
      if (part instanceof WordPart.Substitution substitution) {
        checkStatements(text, substitution.statements());
      }
    }
    assertOnlyQuoting(text, last, word.span().end());
  }

  private static void assertOnlyQuoting(String text, int from, int to) {
    String between = text.substring(from, to);
    assertTrue(QUOTING.matcher(between).matches(), () -> between + " in " + text);
  }

  private static void assertInside(String text, Span span) {
    assertTrue(span.end() <= text.length(), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$(",
        "(",
        "\"",
        "'",
        "`",
        "${",
        "$((",
        "((",
        "{",
        "[",
        "[[ ",
        "\\",
        "|",
        "&&",
        ";",
        ">",
        "a ",
        "a;",
        "cd a;",
        "touch a;",
        "a=(",
        "<<a ",
        "<<a\n",
        "if ",
        "case x in ",
        "for x in ",
        "{a,",
        "\"$(",
        "\"${X:-",
        "`a ",
        "`\"",
        "$((1)",
        "((a)",
        "f() ",
        "f() { f; }; f; ",
        "f() { cd a; }; f; ",
        "bash -c 'a'; ",
        "[ -f a ];",
        "! ",
        "env ",
        "a|",
        "a||",
        "[ a ]&&",
        "pushd a;",
        "${X",
        "$(<<a\n",
        "*",
        "~",
        "$'",
        "a[",
        "{{",
        "python -",
        "#",
        ")",
        "}",
        "a[0]",
        "\\\n",
        "a\\\n",
        "do\\\n",
        "<<a\na"
      })
  void sizeCostsLinearTime(String piece) {
    String text = piece.repeat(200_000 / piece.length());
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> CommandAnalysis.of(ShellCommand.parse(text)), piece);
  }

  @Test
  void depthIsBounded() {
    String deep = "( ".repeat(100) + "a" + " )".repeat(100) + " && \"";
    assertEquals(List.of(), ShellCommand.parse(deep).problems());
    String readable = "$(".repeat(20) + "a $X" + ")".repeat(20);
    assertEquals(1, ShellCommand.parse(readable).variables().size());
  }
}
