package dev.wmllint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wmllint.baseline.Fingerprint;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.engine.FixResult;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.LintResult;
import dev.wmllint.fix.Safety;
import dev.wmllint.redact.Redactor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A baseline knows what the safe fixes leave over. */
final class BaselineAfterFixTest {
  @TestFactory
  Stream<DynamicTest> fixtures() {
    return FixTest.sources("fix")
        // Of a text that cannot be read, most only comes to light when it can.
        .filter(file -> Fixture.lint(Fixture.read(file)).document().problems().isEmpty())
        .map(
            file ->
                dynamicTest(
                    Fixture.TESTDATA.relativize(file).toString(),
                    () -> nothingNew(Fixture.fix(request(file), Safety.SAFE))));
  }

  private static LintRequest request(Path file) {
    return LintRequest.of(Fixture.read(file));
  }

  private static void nothingNew(FixResult result) {
    List<Fingerprint> known = fingerprints(result.before());
    List<Fingerprint> left = fingerprints(result.after());
    List<String> fresh = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      if (!known.remove(left.get(i))) {
        Diagnostic finding = result.after().diagnostics().get(i);
        fresh.add(finding.rule() + " " + finding.path());
      }
    }
    assertEquals(List.of(), fresh);
  }

  private static List<Fingerprint> fingerprints(LintResult result) {
    Redactor redactor = Redactor.of(result.document());
    List<Diagnostic> redacted = redactor.redact(result.diagnostics());
    return new ArrayList<>(Fingerprint.ofManifest(redacted, result.document().source(), redactor));
  }
}
