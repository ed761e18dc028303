package dev.wmllint.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BaselineTest {
  @TempDir private Path folder;

  private static Fingerprint fingerprint(int number) {
    return new Fingerprint(String.format("%032x", number));
  }

  private static Baseline.Entry entry(String path, String rule, int number) {
    return new Baseline.Entry(path, new RuleId(rule), fingerprint(number));
  }

  private static Diagnostic finding(String rule) {
    return new Diagnostic(
        new RuleId(rule),
        Severity.ERROR,
        Optional.empty(),
        Optional.empty(),
        Message.of("something with s3cr3t"),
        Message.EMPTY,
        List.of(),
        List.of());
  }

  @Test
  void aLineForEachFinding() throws Exception {
    Baseline baseline =
        Baseline.of(
            List.of(
                entry("jobs/b.yaml", "legacy-key", 3),
                entry("jobs/\"\u00FC\\.yaml", "unknown-key", 2),
                entry("jobs/b.yaml", "empty-value", 4),
                entry("jobs/b.yaml", "empty-value", 4)));
    assertEquals(
        """
        {"version": 1, "findings": [
        {"path": "jobs/\\"ü\\\\.yaml", "rule": "unknown-key", "fingerprint": "00000000000000000000000000000002"},
        {"path": "jobs/b.yaml", "rule": "empty-value", "fingerprint": "00000000000000000000000000000004"},
        {"path": "jobs/b.yaml", "rule": "legacy-key", "fingerprint": "00000000000000000000000000000003"}
        ]}
        """,
        baseline.text());
    Path file = folder.resolve("baseline.json");
    Files.writeString(file, baseline.text());
    assertEquals(baseline.entries(), Baseline.read(file).entries());
    Files.writeString(file, Baseline.EMPTY.text());
    assertEquals(Baseline.EMPTY.entries(), Baseline.read(file).entries());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "|is not one: it has no 'version'",
        "[]|is not one: it has no 'version'",
        "{}|is not one: it has no 'version'",
        "{\"version\": 1}|is not one: it has no 'findings'",
        "{\"version\": 2, \"findings\": []}|is of another version: this release of wml-lint reads 1",
        "{\"version\": \"1\"}|is of another version: this release of wml-lint reads 1",
        "{\"version\": 1, \"findings\": {}}|has 'findings' that are no list",
        "{\"version\": 1, \"findings\": [1]}|has a finding that is no object",
        "{\"version\": 1, \"findings\": [{}]}|has a finding without path, rule or fingerprint",
        "{\"version\": 1, \"findings\": [{\"path\": 1}]}|has a finding whose path is no text",
        "{\"version\": 1, \"findings\": []} x|is not JSON: line 1 cannot be read",
        "{\"version\": 1, \"findings\": []} 1|has something after its end",
        "{\"version\": 1,|is not JSON: line 1 cannot be read",
        "<<<<<<< ours|is not JSON: line 1 cannot be read",
      })
  void whatIsNoBaseline(String text, String message) throws IOException {
    Path file = folder.resolve("baseline.json");
    Files.writeString(file, text == null ? "" : text);
    BaselineException e = assertThrows(BaselineException.class, () -> Baseline.read(file));
    assertEquals(
        "the baseline "
            + file
            + " "
            + message
            + "; without that file, --write-baseline makes a new one",
        e.getMessage());
  }

  @Test
  void wrongFindings() throws IOException {
    Path file = folder.resolve("baseline.json");
    for (String wrong : List.of("Unknown_Key", "../x")) {
      Files.writeString(
          file,
          Baseline.of(List.of(entry("a", "x", 1))).text().replace("\"x\"", '"' + wrong + '"'));
      BaselineException e = assertThrows(BaselineException.class, () -> Baseline.read(file));
      assertTrue(e.getMessage().contains("a fingerprint that is none (line 2)"), e.getMessage());
    }
  }

  @Test
  void standardInputLiesInNoFolder() throws Exception {
    Path file = folder.resolve("sub/baseline.json");
    BaselineRun first = new BaselineRun(Baseline.EMPTY, file);
    Baseline.Entry entry = entry("<stdin>", "x", 1);
    List<Diagnostic> findings = List.of(finding("x"));
    first.keepNew("<stdin>", findings, List.of(fingerprint(1)), rule -> true);
    assertEquals(Set.of(entry), Set.copyOf(first.current().entries()));
    BaselineRun files = new BaselineRun(first.current(), file);
    assertEquals(Set.of(entry), Set.copyOf(files.current().entries()), "it was not looked at");
    BaselineRun mended = new BaselineRun(first.current(), file);
    mended.keepNew("<stdin>", List.of(), List.of(), rule -> true);
    assertEquals(List.of(entry), mended.stale());
    assertEquals(Set.of(), Set.copyOf(mended.current().entries()));
  }

  @Test
  void unreadable() throws IOException {
    Path none = folder.resolve("none.json");
    BaselineException e = assertThrows(BaselineException.class, () -> Baseline.read(none));
    assertEquals("no such baseline: " + none + "; --write-baseline makes one", e.getMessage());
    e = assertThrows(BaselineException.class, () -> Baseline.read(folder));
    assertEquals("cannot read the baseline " + folder, e.getMessage());
    Path large = folder.resolve("large.json");
    Files.write(large, new byte[(16 << 20) + 1]);
    e = assertThrows(BaselineException.class, () -> Baseline.read(large));
    assertEquals("the baseline " + large + " is larger than 16 MiB", e.getMessage());
    Path deep = folder.resolve("deep.json");
    Files.writeString(deep, "{\"version\": 1, \"x\": " + "[".repeat(100_000));
    e = assertThrows(BaselineException.class, () -> Baseline.read(deep));
    assertTrue(e.getMessage().contains("is not JSON: it cannot be read"), e.getMessage());
  }

  @Test
  void keysOfLaterReleasesArePassedOver() throws Exception {
    Path file = folder.resolve("baseline.json");
    Baseline baseline = Baseline.of(List.of(entry("a", "x", 1)));
    Files.writeString(
        file,
        baseline
            .text()
            .replace("{\"version\"", "{\"more\": {\"a\": [1]}, \"version\"")
            .replace("{\"path\"", "{\"why\": [{}], \"path\""));
    assertEquals(baseline.entries(), Baseline.read(file).entries());
  }

  @Test
  void newKnownAndStale() throws IOException {
    Path jobs = Files.createDirectories(folder.resolve("jobs"));
    Files.writeString(jobs.resolve("later.yaml"), "");
    Baseline baseline =
        Baseline.of(
            List.of(
                entry("jobs/a.yaml", "known-rule", 1),
                entry("jobs/a.yaml", "mended-rule", 2),
                entry("jobs/clean.yaml", "mended-rule", 3),
                entry("jobs/later.yaml", "known-rule", 4),
                entry("jobs/removed.yaml", "known-rule", 5)));
    BaselineRun run = new BaselineRun(baseline, folder.resolve("baseline.json"));

    List<Diagnostic> fresh =
        run.keepNew(
            jobs.resolve("../jobs/./a.yaml").toString(),
            List.of(finding("known-rule"), finding("known-rule"), finding("new-rule")),
            List.of(fingerprint(1), fingerprint(9), fingerprint(8)),
            rule -> true);
    assertEquals(List.of(), run.keepNew(jobs + "/clean.yaml", List.of(), List.of(), rule -> true));

    assertEquals(List.of(finding("known-rule"), finding("new-rule")), fresh);
    assertEquals(1, run.known());
    assertEquals(
        List.of(entry("jobs/a.yaml", "mended-rule", 2), entry("jobs/clean.yaml", "mended-rule", 3)),
        run.stale());
    assertEquals(
        List.of(
            entry("jobs/a.yaml", "known-rule", 1),
            entry("jobs/a.yaml", "known-rule", 9),
            entry("jobs/a.yaml", "new-rule", 8),
            entry("jobs/later.yaml", "known-rule", 4)),
        List.copyOf(run.current().entries()));
  }

  /** A run without the model definition says nothing about what only that can tell. */
  @Test
  void whatDidNotRunIsNotStale() {
    Baseline baseline =
        Baseline.of(List.of(entry("a.yaml", "on-rule", 1), entry("a.yaml", "off-rule", 2)));
    BaselineRun run = new BaselineRun(baseline, folder.resolve("baseline.json"));
    run.keepNew(folder + "/a.yaml", List.of(), List.of(), rule -> !rule.value().equals("off-rule"));
    assertEquals(List.of(entry("a.yaml", "on-rule", 1)), run.stale());
    assertEquals(List.of(entry("a.yaml", "off-rule", 2)), List.copyOf(run.current().entries()));
  }

  @Test
  void pathsFromTheBaselinesFolder() {
    BaselineRun run = new BaselineRun(Baseline.EMPTY, folder.resolve("ci/baseline.json"));
    for (String path : List.of(folder + "/a.yaml", folder + "/ci/b.yaml", "a\0b")) {
      run.keepNew(path, List.of(finding("x")), List.of(fingerprint(1)), rule -> true);
    }
    assertEquals(
        List.of("../a.yaml", "a\0b", "b.yaml"),
        run.current().entries().stream().map(Baseline.Entry::path).toList());
  }
}
