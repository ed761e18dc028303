package dev.wmllint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.Manifests;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run says of itself: findings by rule, and the last line. */
final class StatisticsTest {
  private static final Report ONE =
      Reports.of(
          "job.yaml",
          Manifests.S3
              .replace("1.2-py3", "1.2-py9")
              .replace("training_data_reference", "training_data")
              .replace("training_results_reference", "training_results")
              .replace("resource: small", "resource: small\n    x: 1"));

  private static Report report(RunNumbers numbers) {
    return new Report(ONE.files(), numbers);
  }

  @Test
  void text() {
    assertEquals(
        """
          2  warning  legacy-key                     [fix]
          1  error    unsupported-framework-version  [fix?]
          1  warning  unknown-key
          [fix] with --fix, [fix?] with --unsafe-fixes
        1 error, 3 warnings in 1 manifest (no zip given or found: program files were not checked)
        """,
        Reports.write(Format.TEXT, ONE, true));
  }

  @Test
  void textOfManyFindings() {
    List<FileResult> files = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      files.addAll(ONE.files());
    }
    String written = Reports.write(Format.TEXT, new Report(files, RunNumbers.NONE), true);
    assertTrue(written.startsWith("  120  warning  legacy-key "), written);
    assertTrue(written.contains("\n   60  warning  unknown-key\n"), written);
  }

  @Test
  void textWithoutFindings() {
    assertEquals(
        "no findings in 1 manifest (no zip given or found: program files were not checked)\n",
        Reports.write(Format.TEXT, Reports.of("job.yaml", Manifests.S3), true));
  }

  @Test
  void json() {
    String written = Reports.write(Format.JSON, ONE, true);
    assertTrue(
        written.contains(
            """
            "statistics":[{"rule":"legacy-key","severity":"warning","count":2,"safeFixes":2,\
            "unsafeFixes":0},{"rule":"unsupported-framework-version","severity":"error",\
            "count":1,"safeFixes":0,"unsafeFixes":1},{"rule":"unknown-key","severity":"warning",\
            "count":1,"safeFixes":0,"unsafeFixes":0}],"summary":\
            """),
        written);
  }

  @Test
  void theLastLineSaysWhatElseTheRunDid() {
    RunNumbers numbers = new RunNumbers(2, 3, 12, 1, 1);
    assertEquals(
        "1 error, 3 warnings in 1 manifest (no zip given or found: program files were not checked);"
            + " 3 fixed, 4 remaining; 12 known from the baseline are not shown; 1 finding of the"
            + " baseline no longer there; 2 other files skipped",
        Reports.write(Format.TEXT, report(numbers)).lines().reduce((a, b) -> b).orElseThrow());
    assertTrue(
        Reports.write(Format.JSON, report(numbers))
            .endsWith("\"warnings\":3,\"infos\":0,\"fixed\":3,\"known\":12,\"stale\":1}}\n"));
    assertTrue(
        Reports.write(Format.SARIF, report(numbers)).contains("\"executionSuccessful\" : false"));
  }
}
