package dev.wmllint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.Manifests;
import org.junit.jupiter.api.Test;

final class GithubReporterTest {
  /** The runner throws columns away that are on two lines, and notes it in the debug log. */
  @Test
  void noColumnsOverSeveralLines() {
    String text = Manifests.S3.replace("resource: small", "resource: very\n      large");
    assertTrue(
        Reports.write(Format.GITHUB, Reports.of("job.yaml", text))
            .startsWith(
                "::error file=job.yaml,line=8,endLine=9,title=wml-lint (unsupported-resource)"
                    + "::job.yaml:8:15: "));
  }

  @Test
  void saysThatGithubStopsAtTen() {
    String written =
        Reports.write(Format.GITHUB, Reports.of("job.yaml", "x: 1\n".repeat(30) + Manifests.S3));
    assertEquals(
        "29 errors: GitHub shows the first 10 of each kind, this log has them all",
        written.lines().reduce((a, b) -> b).orElseThrow());
    String few = Reports.write(Format.GITHUB, Reports.of("job.yaml", "x: 1\n" + Manifests.S3));
    assertFalse(few.contains("GitHub"), few);
  }
}
