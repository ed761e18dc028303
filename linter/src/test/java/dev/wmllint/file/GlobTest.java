package dev.wmllint.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  private static boolean matches(String pattern, String path) {
    try {
      return Glob.parse(pattern).matches(Path.of(path));
    } catch (Glob.SyntaxException e) {
      throw new AssertionError(pattern + ": " + e.getMessage(), e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # without a slash: names at any depth, files and folders
          *.yaml          | job.yaml            | true
          *.yaml          | a/b/job.yaml        | true
          *.yaml          | job.yml             | false
          old             | old/job.yaml        | true
          old             | a/old/b/job.yaml    | true
          old             | old                 | true
          old             | older/job.yaml      | false
          old             | a/old.yaml          | false
          old/            | a/old/job.yaml      | true
          old/            | a/old               | false
          .*              | a/.cache/x.yaml     | true
          *               | .hidden.yaml        | true
          # with one: from the folder of the configuration on
          jobs/*.yaml     | jobs/a.yaml         | true
          jobs/*.yaml     | jobs/x/a.yaml       | false
          jobs/*.yaml     | x/jobs/a.yaml       | false
          /old            | old/job.yaml        | true
          /old            | a/old/job.yaml      | false
          ./old           | old/job.yaml        | true
          ./old           | a/old/job.yaml      | false
          a/old           | a/old/b/c.yaml      | true
          a/old/          | a/old/b.yaml        | true
          a/old/          | a/old               | false
          jobs/*          | jobs/x/a.yaml       | true
          # across folders
          **              | a/b/c.yaml          | true
          old/**          | old/a.yaml          | true
          old/**          | old/b/a.yaml        | true
          old/**          | old                 | false
          old/**          | x/old/a.yaml        | false
          **/old/**       | x/old/a.yaml        | true
          **/old/**       | old/a.yaml          | true
          **/old          | x/y/old/a.yaml      | true
          a/**/z.yaml     | a/z.yaml            | true
          a/**/z.yaml     | a/b/c/z.yaml        | true
          a/**/z.yaml     | a/b/zz.yaml         | false
          a/**/b/**/c     | a/x/b/y/b/c         | true
          a/**/b/**/c     | a/x/y/c             | false
          a**b            | axxb                | true
          a**b            | a/b                 | false
          # names
          job?.yaml       | job1.yaml           | true
          job?.yaml       | job😀.yaml          | true
          job?.yaml       | job.yaml            | false
          job[0-9].yaml   | job7.yaml           | true
          job[!0-9].yaml  | job7.yaml           | false
          job[^0-9].yaml  | jobx.yaml           | true
          job[]].yaml     | job].yaml           | true
          job[a-].yaml    | job-.yaml           | true
          [[]a].yaml      | [a].yaml            | true
          Job.yaml        | job.yaml            | false
          a*b*c           | axbxbxc             | true
          a*b*c           | axbxbx              | false
          # braces
          *.{yaml,yml}    | a/b.yml             | true
          *.{yaml,yml}    | b.json              | false
          {a,b/c}/*.yaml  | b/c/x.yaml          | true
          {a,b{1,2}}.yaml | b2.yaml             | true
          {a,b{1,2}}.yaml | b.yaml              | false
          a{,1}.yaml      | a.yaml              | true
          [{]a,b[}]       | {a,b}               | true
          {a{,1},b}c.yaml | a1c.yaml            | true
          {a{,1},b}c.yaml | bc.yaml             | true
          {a{,1},b}c.yaml | b1c.yaml            | false
          {}a,b.yaml      | a,b.yaml            | true
          [!]}]x          | ax                  | true
          [!]}]x          | }x                  | false
          {[!]}]x,y}      | ax                  | true
          # above the configuration
          ../jobs/*.yaml  | ../jobs/a.yaml      | true
          ../jobs/*.yaml  | jobs/a.yaml         | false
          *.yaml          | ../../a.yaml        | true
          old             | ../old/a.yaml       | true
          */*.yaml        | ../a.yaml           | false
          **/a.yaml       | ../a.yaml           | false
          # slashes too many
          jobs//a.yaml    | jobs/a.yaml         | true
          ./jobs/./*.yaml | jobs/a.yaml         | true
          """)
  void patternAndPath(String pattern, String path, boolean expected) {
    assertEquals(expected, matches(pattern, path));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          " "          | the pattern is empty
          !a           | a pattern cannot be negated with '!'
          a\\b         | a pattern has no '\\'; write '/' between folders
          [a           | '[' is not closed; write [[] for the bracket itself
          a[]          | '[' is not closed; write [[] for the bracket itself
          {a           | '{' is not closed; write [{] for the brace itself
          a}           | '}' closes nothing; write [}] for the brace itself
          ./           | the pattern names nothing; '**' stands for everything
          a/../b       | '..' may stand at the start of a pattern only
          """)
  void whatIsNoPattern(String pattern, String message) {
    var refusal = assertThrows(Glob.SyntaxException.class, () -> Glob.parse(pattern));
    assertEquals(message, refusal.getMessage());
  }

  /** Against the JDK's regular expressions, on patterns of names and folders. */
  @Test
  void matchesWhatARegularExpressionMatches() {
    Random random = new Random(11);
    int matched = 0;
    for (int i = 0; i < 20_000; i++) {
      String pattern = "a/" + text(random, "ab*?/", 8).replaceAll("\\*\\*+", "*");
      String path = "a/" + text(random, "ab/", 8);
      if (pattern.endsWith("/") || path.endsWith("/")) {
        continue;
      }
      String regex =
          pattern.replaceAll("/+", "/").replace("?", "[^/]").replace("*", "[^/]*") + "(/.*)?";
      String plain = path.replaceAll("/+", "/");
      boolean expected = Pattern.matches(regex, plain);
      assertEquals(expected, matches(pattern, plain), () -> pattern + " on " + plain);
      matched += expected ? 1 : 0;
    }
    assertEquals(true, matched > 200);
  }

  private static String text(Random random, String alphabet, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most); i >= 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  @Test
  void aHostilePatternIsFast() throws Exception {
    Glob stars = Glob.parse("**/a/".repeat(200) + "*a".repeat(200) + "b");
    assertEquals(false, stars.matches(Path.of(("a".repeat(100) + "/").repeat(2000))));
  }

  @Test
  void bracesThatChooseNothingCostNothing() {
    assertEquals(true, matches("{a}".repeat(1_365), "a".repeat(1_365)));
    assertEquals(true, matches("{".repeat(2_000) + "a,b" + "}".repeat(2_000), "b"));
    assertEquals(true, matches("{a,b}".repeat(6), "abbaba"));
  }

  /** What packing leaves out, and what a glob on the command line finds. */
  @ParameterizedTest
  @CsvSource({
    "*.yaml, a.yaml, true",
    "old, old/a.yaml, false",
    "old, x/old, true",
    "/old, x/old, false",
    "old/**, old, false",
    "old/**, old/x/a.yaml, true",
    "**.yaml, x/a.yaml, true",
    "x/*, x/y/a.yaml, false",
    "**, x/y/a.yaml, true",
  })
  void theFileItself(String pattern, String path, boolean expected) throws Exception {
    assertEquals(expected, Glob.parse(pattern).matchesItself(Path.of(path)));
  }

  @Test
  void tooMuchToTry() {
    String many = refusal("{a,b}".repeat(7));
    assertEquals("the braces stand for more than 64 patterns", many);
    String nested = refusal("{" + "{a,b},".repeat(32) + "c}");
    assertEquals("the braces stand for more than 64 patterns", nested);
    String longest = "a".repeat(4_096);
    assertEquals(true, matches(longest, longest));
    assertEquals(
        "the pattern is longer than 4,096 characters; write several shorter ones",
        refusal(longest + "a"));
  }

  private static String refusal(String pattern) {
    return assertThrows(Glob.SyntaxException.class, () -> Glob.parse(pattern)).getMessage();
  }
}
