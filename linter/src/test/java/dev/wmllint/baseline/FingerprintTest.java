package dev.wmllint.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.Manifests;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.LintResult;
import dev.wmllint.engine.Linter;
import dev.wmllint.redact.Redactor;
import dev.wmllint.text.SourceText;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FingerprintTest {
  private static final Linter LINTER = new Linter(LintConfig.DEFAULT);

  private static final String BROKEN =
      Manifests.S3
          .replace("1.2-py3", "1.2-py9")
          .replace("training_results_reference", "training_results")
          .replace("${DATA_DIR}", "${DATADIR}")
          .replace("    resource: small", "    resource: big\n    resources: x");

  private static List<Fingerprint> of(String text) {
    SourceText source = SourceText.of("job.yaml", text);
    LintResult result = LINTER.lint(LintRequest.of(source));
    Redactor redactor = Redactor.of(result.document());
    List<Diagnostic> redacted = redactor.redact(result.diagnostics());
    return Fingerprint.ofManifest(redacted, source, redactor);
  }

  static Stream<String> sameFindings() {
    return Stream.of(
        "# a comment\n\n---\n" + BROKEN,
        BROKEN.replace("\n", "\r\n"),
        "\uFEFF" + BROKEN,
        BROKEN.replace("\n    ", "\n         "),
        BROKEN
            .replace("  name: digits", "  name: other\n  description: new")
            .replace(": secret", ": s"),
        BROKEN.replace("1.2-py9", "'1.2-py9' # why"),
        BROKEN.replace(" --data ", "\n      --data "));
  }

  @ParameterizedTest
  @MethodSource("sameFindings")
  void theyStayWhileOtherThingsChange(String text) {
    assertEquals(List.copyOf(of(BROKEN)), of(text), text);
  }

  /** Of a key above them, or of their own. */
  @Test
  void theyStayWhileKeysGetTheirPresentNames() {
    String present = Manifests.S3.replace(": secret", ": s3cr3t-and-more");
    String written =
        present
            .replace("training_data_reference:\n- connection", "training_data:\n  connection")
            .replace("training_results_reference", "'training_results'")
            .replace("connection:", "conection:")
            .replace("aws_secret_access_key", "secret_access_key");
    assertTrue(of(written).containsAll(of(present)), written);
    String empty = present.replace("resource: small", "resource:");
    assertTrue(of(empty.replace("resource", "resourceType")).containsAll(of(empty)));
  }

  @Test
  void theyChangeWithWhatIsWrong() {
    assertNotEquals(of(BROKEN).get(0), of(BROKEN.replace("1.2-py9", "1.2-py8")).get(0));
    List<Fingerprint> all = of(BROKEN);
    assertEquals(all.size(), new HashSet<>(all).size());
    assertTrue(all.size() >= 5, all::toString);
  }

  @Test
  void equalFindingsAreNumbered() {
    List<Fingerprint> two = of(Manifests.S3.replace("${DATA_DIR}", "${DATADIR}/${DATADIR}"));
    assertEquals(2, new HashSet<>(two).size());
    assertEquals(two.get(0), of(Manifests.S3.replace("${DATA_DIR}", "${DATADIR}")).get(0));
  }

  /** The line stands for a place that no path leads to. */
  @Test
  void syntaxErrors() {
    String text = Manifests.S3.replace("resource: small", "resource small");
    assertEquals(of(text).get(0), of("\n\n" + text.replace("digits", "letters")).get(0));
    assertNotEquals(of(text).get(0), of(text.replace("resource small", "resource large")).get(0));
  }

  /** They stand in people's baselines: another recipe needs another name, and a way over. */
  @Test
  void theRecipeIsKept() {
    Map<String, Fingerprint> known = new TreeMap<>();
    known.put("version", of(Manifests.S3.replace("1.2-py3", "1.2-py9")).get(0));
    known.put("syntax", of("a: 'b\n").get(0));
    known.put("in", new Fingerprint("0123456789abcdef0123456789abcdef").in("job.yaml"));
    assertEquals("wmlLint/v1", Fingerprint.RECIPE);
    assertEquals(
        "{in=dad79ce025521aa6cee974a90f637bd4, syntax=04596bb2682e96792f28fad98e5f5b42,"
            + " version=88aebe00eeb35d3b268bba6e00041d7f}",
        known.toString());
  }

  @Test
  void onlyHexadecimalDigits() {
    for (String wrong : List.of("", "x", "0123456789ABCDEF0123456789ABCDEF", "0".repeat(33))) {
      assertThrows(IllegalArgumentException.class, () -> new Fingerprint(wrong));
    }
  }
}
