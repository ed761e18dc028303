package dev.wmllint.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.Fixture;
import dev.wmllint.Manifests;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.fix.Fix;
import dev.wmllint.fix.Safety;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.FixKind;
import dev.wmllint.rule.Rule;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.text.Edit;
import dev.wmllint.text.Message;
import dev.wmllint.text.Position;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When fixes are applied, and when they are not; with rules that do what no rule of ours does. */
final class FixRunTest {
  private static final RuleInfo INFO =
      RuleInfo.error(Chapter.YAML, "made-up", "made up").fix(FixKind.SAFE);
  private static final String LEGACY =
      Manifests.S3.replace("training_data_reference", "training_data");

  /** Replaces each place of a word by another word. */
  private record Replace(String word, String other, Safety safety) implements Rule {
    @Override
    public List<RuleInfo> infos() {
      return List.of(INFO);
    }

    @Override
    public void check(RuleContext context) {
      for (int at = context.text().indexOf(word);
          at >= 0;
          at = context.text().indexOf(word, at + 1)) {
        Span span = new Span(at, at + word.length());
        Fix fix = new Fix(Message.of("use " + other), safety, List.of(new Edit(span, other)));
        context.finding(INFO, word + " is wrong").fix(fix).at(span);
      }
    }
  }

  /** Fails on each text that holds a word. */
  private record FailsOn(String word) implements Rule {
    @Override
    public List<RuleInfo> infos() {
      return List.of();
    }

    @Override
    public void check(RuleContext context) {
      if (context.text().contains(word)) {
        throw new IllegalStateException("a mistake");
      }
    }
  }

  private static FixResult fix(String text, Safety allowed, Rule... more) {
    List<Rule> rules = new ArrayList<>(RuleRegistry.rules());
    rules.addAll(Arrays.asList(more));
    Linter linter = new Linter(LintConfig.DEFAULT, rules);
    return linter.fix(LintRequest.of(SourceText.of("job.yaml", text)), allowed);
  }

  private static void isUntouched(FixResult result, FixResult.Obstacle obstacle) {
    assertEquals(Optional.of(obstacle), result.obstacle());
    assertEquals(List.of(), result.applied());
    assertSame(result.before(), result.after());
    assertFalse(result.isChanged());
  }

  @Test
  void tellsWhatWasFixedAndWhatRemains() {
    FixResult result =
        Fixture.fix(LintRequest.of(SourceText.of("job.yaml", "# 😀\n" + LEGACY)), Safety.SAFE);
    Position place = result.applied().get(0).position().orElseThrow();
    assertEquals(
        List.of(
            new FixResult.Applied(
                1,
                new RuleId("legacy-key"),
                "rename to training_data_reference",
                Safety.SAFE,
                Optional.of(place))),
        result.applied());
    assertTrue(("# 😀\n" + LEGACY).lines().toList().get(place.line()).startsWith("training_data:"));
    assertEquals(List.of(), result.after().diagnostics());
    assertEquals("# 😀\n" + Manifests.S3, result.source().text());
    assertTrue(result.isChanged() && result.converged());
  }

  @Test
  void unsafeFixesAreAppliedOnlyWhereAskedFor() {
    String text = Manifests.S3.replace("resource: small", "resource: k80");
    assertTrue(text.contains("k80"));
    SourceText source = SourceText.of("job.yaml", text);
    assertFalse(Fixture.fix(LintRequest.of(source), Safety.SAFE).isChanged());
    assertEquals(Manifests.S3, Fixture.fix(LintRequest.of(source), Safety.UNSAFE).source().text());
  }

  @Test
  void ignoredFindingsStay() {
    String text = LEGACY.replace("training_data:", "training_data: # wml-lint: ignore[legacy-key]");
    assertTrue(text.contains("ignore"));
    assertFalse(
        Fixture.fix(LintRequest.of(SourceText.of("job.yaml", text)), Safety.UNSAFE).isChanged());
  }

  @Test
  void nothingIsFixedWhereACheckFails() {
    isUntouched(fix(LEGACY, Safety.SAFE, new FailsOn("model")), FixResult.Obstacle.CRASHED);
  }

  @Test
  void aRoundThatMakesACheckFailIsTakenBack() {
    FixResult result =
        fix(
            LEGACY + "# wrong\n",
            Safety.SAFE,
            new FailsOn("right"),
            new Replace("wrong", "right", Safety.SAFE));
    assertEquals(Manifests.S3 + "# wrong\n", result.source().text());
    assertEquals(1, result.applied().size());
    assertEquals(List.of(), result.after().crashes());
    assertTrue(result.converged());
  }

  @Test
  void aFixThatBreaksTheTextIsLeftOut() {
    FixResult result =
        fix(LEGACY + "# wrong\n", Safety.UNSAFE, new Replace("# wrong", "}", Safety.UNSAFE));
    assertEquals(Manifests.S3 + "# wrong\n", result.source().text());
  }

  @Test
  void brokenTextIsWorseThanAnUnknownTag() {
    String text = Manifests.S3.replaceFirst("name: (?=\\w)", "name: !x ") + "# wrong\n";
    assertTrue(text.contains("!x "));
    FixResult result = fix(text, Safety.UNSAFE, new Replace("# wrong", "}", Safety.UNSAFE));
    assertEquals(Manifests.S3 + "# wrong\n", result.source().text());
  }

  @Test
  void aFixThatBringsNewFindingsIsLeftOut() {
    Rule worse = new Replace("# wrong", "x: 1\ny: 1\nz: 1", Safety.UNSAFE);
    FixResult result = fix(LEGACY + "# wrong\n", Safety.UNSAFE, worse);
    assertEquals(Manifests.S3 + "# wrong\n", result.source().text());
  }

  @Test
  void oneBadFixDoesNotHoldUpTheOthers() {
    StringBuilder text = new StringBuilder(Manifests.S3).append("# wrong\n");
    for (int i = 0; i < 40; i++) {
      text.append("# good").append(i).append('\n');
    }
    Rule good = new Replace("# good", "# fine", Safety.UNSAFE);
    Rule bad = new Replace("# wrong", "}", Safety.UNSAFE);
    FixResult result = fix(text.toString(), Safety.UNSAFE, good, bad);
    assertEquals(text.toString().replace("good", "fine"), result.source().text());
    assertTrue(result.converged());
  }

  @Test
  void fixesThatUndoEachOtherComeToAnEnd() {
    FixResult result =
        fix(
            Manifests.S3 + "# black\n",
            Safety.SAFE,
            new Replace("black", "white", Safety.SAFE),
            new Replace("white", "black", Safety.SAFE));
    assertFalse(result.converged());
    assertEquals(Manifests.S3 + "# black\n", result.source().text());
  }

  @Test
  void fixesThatGoOnForEverComeToAnEnd() {
    FixResult result =
        fix(Manifests.S3 + "# a\n", Safety.SAFE, new Replace("# a", "# aa", Safety.SAFE));
    assertFalse(result.converged());
    assertTrue(result.applied().size() < 100);
  }

  @Test
  void aFixWithAPlaceOutsideTheTextIsAMistakeOfOurs() {
    Rule rule =
        new Rule() {
          @Override
          public List<RuleInfo> infos() {
            return List.of(INFO);
          }

          @Override
          public void check(RuleContext context) {
            Fix fix = Fix.safe("cut", Edit.remove(new Span(0, context.text().length() + 1)));
            context.finding(INFO, "too long").fix(fix).at(Span.at(0));
          }
        };
    FixResult result = fix(Manifests.S3, Safety.SAFE, rule);
    assertEquals(Optional.of(FixResult.Obstacle.CRASHED), result.obstacle());
    assertEquals("FixRun", result.after().crashes().get(0).rule());
    assertEquals(Manifests.S3, result.source().text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "windows-1252", "UTF-16LE", "UTF-16BE", "IBM500"})
  void bytesOfAnotherEncodingAreNeverWrittenAnew(String charset) {
    byte[] bytes = (LEGACY + "# Jos\u00E9\n").getBytes(Charset.forName(charset));
    SourceText source = SourceText.decode("job.yaml", bytes);
    isUntouched(Fixture.fix(LintRequest.of(source), Safety.UNSAFE), FixResult.Obstacle.ENCODING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"C3", "ED A0 80", "C0 AF", "F5 80 80 80", "FF", "FE FF 00"})
  void bytesThatAreNotUtf8AreNeverWrittenAnew(String hex) {
    byte[] more = new byte[(hex.length() + 1) / 3];
    for (int i = 0; i < more.length; i++) {
      more[i] = (byte) Integer.parseInt(hex.substring(3 * i, 3 * i + 2), 16);
    }
    byte[] head = (LEGACY + "# ").getBytes(StandardCharsets.UTF_8);
    byte[] bytes = Arrays.copyOf(head, head.length + more.length);
    System.arraycopy(more, 0, bytes, head.length, more.length);
    SourceText source = SourceText.decode("job.yaml", bytes);
    isUntouched(Fixture.fix(LintRequest.of(source), Safety.UNSAFE), FixResult.Obstacle.ENCODING);
  }

  @Test
  void halfOfAUtf16CharIsNeverWrittenAnew() {
    byte[] whole = ("\uFEFF" + LEGACY).getBytes(StandardCharsets.UTF_16LE);
    for (byte[] bytes :
        List.of(Arrays.copyOf(whole, whole.length - 1), Arrays.copyOf(whole, whole.length + 1))) {
      SourceText source = SourceText.decode("job.yaml", bytes);
      isUntouched(Fixture.fix(LintRequest.of(source), Safety.UNSAFE), FixResult.Obstacle.ENCODING);
    }
  }

  @Test
  void aLoneSurrogateOfAnEditorIsNoText() {
    SourceText source = SourceText.of("job.yaml", LEGACY + "# \uD83D\n");
    FixResult result = Fixture.fix(LintRequest.of(source), Safety.UNSAFE);
    assertFalse(result.isChanged());
  }

  private static final String LATER =
      """
      model_definition:
        framework: {name: tensorflow, version: 1.2-py3}
        execution: {command: python3 train.py, resource: small}
      training_data_reference:
        source:
          bucket: in-data
        connection: &c
          endpoint_url: https://s3.example.net
          aws_access_key_id: keyid
          aws_secret_access_key: secret
        type: s3
      training_results_reference:
        connection: *c
        target: {bucket: out-data, type: s3}
      """;

  @Test
  void placesAreThoseOfTheTextAsItWas() {
    SourceText source = SourceText.of("job.yaml", LATER);
    FixResult result = Fixture.fix(LintRequest.of(source), Safety.UNSAFE);
    assertTrue(result.applied().stream().anyMatch(fix -> fix.round() > 1), "one round");
    List<String> places =
        result.applied().stream()
            .map(fix -> fix.position().orElseThrow())
            .map(at -> (at.line() + 1) + ":" + (at.column() + 1))
            .toList();
    assertEquals(List.of("4:1", "11:3"), places);
  }

  @Test
  void textOverALimitIsLeftAlone() {
    String text = LEGACY + "# " + "x".repeat(LintConfig.DEFAULT.limits().maxTextLength());
    SourceText source = SourceText.of("job.yaml", text);
    isUntouched(Fixture.fix(LintRequest.of(source), Safety.SAFE), FixResult.Obstacle.REFUSED);
  }

  @Test
  void unchangedTextGivesItsBytesBack() {
    byte[] bytes =
        ("\uFEFF" + Manifests.S3 + "# \uFEFF \u0085 \u2028 😀\r\n")
            .getBytes(StandardCharsets.UTF_16BE);
    FixResult result =
        Fixture.fix(LintRequest.of(SourceText.decode("job.yaml", bytes)), Safety.UNSAFE);
    assertEquals(Optional.empty(), result.obstacle());
    assertArrayEquals(bytes, result.source().encode());
  }
}
