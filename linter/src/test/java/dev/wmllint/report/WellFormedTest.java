package dev.wmllint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.Manifests;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Related;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.fix.Fix;
import dev.wmllint.redact.Redactor;
import dev.wmllint.text.Edit;
import dev.wmllint.text.Message;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever stands in a manifest or in its name, each format stays what it is. */
final class WellFormedTest {
  private static final int ROUNDS = Integer.getInteger("wmllint.rounds", 120);

  private static final String NASTY =
      "\0\u0001\t\n\r\u001B[31m\u0085\u2028\u202E\uFFFE\uFFFF\uD83D\uDE80\uD83Dx\uDE80\"'\\<>&]]>"
          + "--><!--%0A%25::error file=a,line=1::x##[error]{0}}{[a](javascript:b),:;=`$(x)\u00FC";

  @Test
  void mutatedManifests() {
    Random random = new Random(11);
    List<String> seeds = List.of(Manifests.S3, Manifests.SWIFT, Manifests.JSON);
    for (int i = 0; i < ROUNDS; i++) {
      StringBuilder text = new StringBuilder(seeds.get(i % seeds.size()));
      for (int k = 0; k < 1 + i % 4; k++) {
        int at = random.nextInt(text.length());
        int to = Math.min(text.length(), at + random.nextInt(8));
        int from = random.nextInt(NASTY.length());
        String piece = NASTY.substring(from, Math.min(NASTY.length(), from + random.nextInt(12)));
        text.replace(at, to, piece);
      }
      String whole = text.toString();
      Report report = Reports.of("job.yaml", i % 8 == 0 ? whole.replace("\n", "\r\n") : whole);
      for (Format format : Format.values()) {
        WellFormed.check(format, report);
      }
    }
  }

  /** Every field holds what it never should. */
  @ParameterizedTest
  @EnumSource(Format.class)
  void nastyFields(Format format) {
    WellFormed.check(format, nasty());
  }

  @Test
  void manyFindings() {
    Report report = Reports.of("job.yaml", "x: 1\n".repeat(500) + Manifests.S3);
    for (Format format : Format.values()) {
      WellFormed.check(format, report);
    }
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void nothing(Format format) {
    WellFormed.check(format, new Report(List.of(), RunNumbers.NONE));
  }

  /** A path of a repository cannot begin a command or an element of its own. */
  @Test
  void nastyFieldsComeBack() {
    var file = WellFormed.xml(Reports.write(Format.CHECKSTYLE, nasty())).getDocumentElement();
    String name = file.getElementsByTagName("file").item(0).getAttributes().item(0).getNodeValue();
    assertTrue(name.contains("]]>--><!--%0A%25::error file=a,line=1::x##[error]{0}}{"), name);
    String github = Reports.write(Format.GITHUB, nasty());
    assertEquals(4, github.lines().filter(line -> line.startsWith("::")).count(), github);
  }

  private static Report nasty() {
    SourceText source = SourceText.of(NASTY, NASTY.replace("\0", "") + "\n\n");
    List<Diagnostic> manifest = new ArrayList<>();
    int end = source.text().length();
    for (Span span : List.of(new Span(0, 1), Span.at(end), new Span(0, end))) {
      manifest.add(
          new Diagnostic(
              new RuleId("no-rule-of-ours"),
              Severity.ERROR,
              Optional.of(span),
              Optional.of(NASTY),
              Message.of(NASTY),
              Message.of(NASTY),
              List.of(Related.at(span, NASTY), Related.entry(NASTY, NASTY)),
              List.of(Fix.safe(NASTY, new Edit(span, NASTY)))));
    }
    Diagnostic fault =
        new Diagnostic(
            new RuleId("model-junk"),
            Severity.INFO,
            Optional.empty(),
            Optional.empty(),
            Message.of(NASTY),
            Message.EMPTY,
            List.of(Related.entry(NASTY, "")),
            List.of());
    return new Report(
        List.of(
            new FileResult(
                NASTY,
                Optional.of(source),
                Redactor.NONE,
                Optional.of(new ModelSummary(NASTY, 1, true)),
                List.of(),
                manifest,
                rule -> true),
            FileResult.ofModel(NASTY + ".zip", List.of(fault), rule -> true)),
        RunNumbers.NONE);
  }
}
