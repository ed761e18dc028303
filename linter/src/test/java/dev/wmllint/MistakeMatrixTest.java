package dev.wmllint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.engine.FixResult;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.fix.Fix;
import dev.wmllint.fix.FixApplier;
import dev.wmllint.fix.Safety;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * One mistake, one finding: each mistake of {@code testdata/mistakes} is made in right manifests of
 * each type of store, written in each form that people write, and must give its one finding, at its
 * place.
 */
@Tag(ChosenRule.TAG)
final class MistakeMatrixTest {
  private static final Set<Form> OUTLINES =
      EnumSet.of(Form.BLOCK, Form.FLOW_LINE, Form.JSON_PRETTY);
  private static final Set<Form> FIXED =
      EnumSet.of(Form.BLOCK_CRLF_MARK, Form.BLOCK_FLOW_LEAVES, Form.FLOW_LINES, Form.JSON_LINE);
  private static final Set<String> ON_INSERTED_TEXT = Set.of("placeholder-value", "empty-value");

  @TestFactory
  Stream<DynamicTest> basesAreSilent() {
    return bases().entrySet().stream()
        .flatMap(
            base ->
                Stream.of(Form.values())
                    .map(
                        form ->
                            dynamicTest(
                                base.getKey() + " " + form,
                                () ->
                                    assertEquals(
                                        "", findings(source(form.write(base.getValue())))))));
  }

  @TestFactory
  Stream<DynamicTest> givesOneFinding() {
    Map<String, Tree> bases = bases();
    return Mistake.read(Fixture.TESTDATA.resolve("mistakes")).stream()
        .filter(mistake -> ChosenRule.includes(mistake.rule()))
        .map(mistake -> dynamicTest(mistake.name(), () -> check(mistake, bases)));
  }

  private static Map<String, Tree> bases() {
    Map<String, Tree> bases = new LinkedHashMap<>();
    for (String name : List.of("s3", "swift", "mixed")) {
      Path file = Fixture.TESTDATA.resolve("mistakes/base/" + name + ".yaml");
      bases.put(name, Tree.parse(Fixture.read(file)));
    }
    return bases;
  }

  private static SourceText source(Form.Written written) {
    return SourceText.decode("job.yaml", written.text().getBytes(StandardCharsets.UTF_8));
  }

  /** All forms of the first base, and of the others the three that differ most. */
  private static void check(Mistake mistake, Map<String, Tree> bases) {
    List<String> wrong = new ArrayList<>();
    for (String base : mistake.bases()) {
      Tree tree = mistake.applyTo(bases.get(base));
      boolean all = base.equals(mistake.bases().get(0)) && !mistake.name().endsWith("(results)");
      for (Form form : all ? EnumSet.allOf(Form.class) : OUTLINES) {
        if (mistake.families().contains(form.family())) {
          check(mistake, form.write(tree), FIXED.contains(form))
              .ifPresent(words -> wrong.add(base + " " + form + words));
        }
      }
    }
    if (!wrong.isEmpty()) {
      fail(mistake.name() + ", in " + wrong.size() + " forms, first " + wrong.get(0));
    }
  }

  /** What is not as it should be. */
  private static Optional<String> check(Mistake mistake, Form.Written written, boolean fixed) {
    SourceText source = source(written);
    List<Diagnostic> findings = Fixture.lint(source).diagnostics();
    if (findings.size() != 1) {
      return Optional.of(
          ": " + findings.size() + " findings" + findings(source) + "\n" + source.text());
    }
    Diagnostic finding = findings.get(0);
    String line = Fixture.line(source, finding);
    Form.Place place = written.place(mistake.at());
    if (place == null) {
      return Optional.of(": the fixture's place does not exist: " + mistake.at());
    }
    Span expected = new Span(place.start(), place.end());
    if (!line.startsWith(mistake.severity() + " " + mistake.rule() + " ")) {
      return Optional.of(": " + line);
    }
    if (!finding.span().equals(Optional.of(expected))) {
      return Optional.of(
          ": " + line + "\n  underlined instead of '" + source.slice(expected) + "'");
    }
    for (String words : mistake.says()) {
      if (!finding.fullMessage().contains(words)) {
        return Optional.of(": " + line + "\n  does not say: " + words);
      }
    }
    return fixed ? checkFix(mistake, source, finding) : Optional.empty();
  }

  private static Optional<String> checkFix(Mistake mistake, SourceText source, Diagnostic finding) {
    Optional<Fix> first = finding.fixes().stream().findFirst();
    String kind = first.map(fix -> fix.safety() == Safety.SAFE ? "safe" : "unsafe").orElse("none");
    if (mistake.fix().isPresent() && !mistake.fix().get().equals(kind)) {
      return Optional.of(": fix is " + kind + " for\n" + source.text());
    }
    for (Fix fix : finding.fixes()) {
      String fixed = FixApplier.apply(source.text(), List.of(fix));
      SourceText after = source.withText(fixed);
      List<Diagnostic> left = Fixture.lint(after).diagnostics();
      boolean inserted =
          fix.safety() == Safety.UNSAFE
              && left.stream().allMatch(d -> ON_INSERTED_TEXT.contains(d.rule().value()));
      boolean mended = mistake.silentAfterFix() ? left.isEmpty() || inserted : left.size() <= 1;
      if (!mended && !inserted) {
        return Optional.of(": '" + fix.title() + "' leads to\n" + fixed + findings(after));
      }
    }
    return checkFixpoint(source);
  }

  /** All fixes together never lead to more findings, and leave nothing to fix. */
  private static Optional<String> checkFixpoint(SourceText source) {
    FixResult result = Fixture.fix(LintRequest.of(source), Safety.UNSAFE);
    long left =
        result.after().diagnostics().stream()
            .filter(finding -> !ON_INSERTED_TEXT.contains(finding.rule().value()))
            .count();
    boolean again = Fixture.fix(LintRequest.of(result.source()), Safety.UNSAFE).isChanged();
    return left > 1 || again || !result.converged()
        ? Optional.of(": all fixes lead to\n" + result.source().text() + findings(result.source()))
        : Optional.empty();
  }

  private static String findings(SourceText source) {
    StringBuilder lines = new StringBuilder();
    for (Diagnostic finding : Fixture.lint(source).diagnostics()) {
      lines.append('\n').append(Fixture.line(source, finding));
    }
    return lines.toString();
  }
}
