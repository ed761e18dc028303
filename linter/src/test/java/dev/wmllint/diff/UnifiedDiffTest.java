package dev.wmllint.diff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.report.DiffPrinter;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.YamlLimits;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UnifiedDiffTest {
  @TempDir private Path folder;

  private static ManifestDocument read(SourceText source) {
    return ManifestDocument.parse(source, YamlLimits.DEFAULT);
  }

  private static UnifiedDiff diff(String path, String before, String after) {
    ManifestDocument old = read(SourceText.of(path, before));
    // Of another file's text only the mark is taken off.
    return UnifiedDiff.of(path, old, old.withText(after.replaceFirst("^\uFEFF", "")));
  }

  private static String numbers(int from, int to) {
    StringBuilder out = new StringBuilder();
    for (int i = from; i <= to; i++) {
      out.append("k").append(i).append(": ").append(i).append('\n');
    }
    return out.toString();
  }

  @Test
  void showsThreeLinesAroundAChange() {
    String before = numbers(1, 9);
    assertEquals(
        """
        --- a/jobs/job.yaml
        +++ b/jobs/job.yaml
        @@ -2,7 +2,8 @@
         k2: 2
         k3: 3
         k4: 4
        -k5: 5
        +k5: five
        +more: 1
         k6: 6
         k7: 7
         k8: 8
        """,
        diff("jobs/job.yaml", before, before.replace("k5: 5", "k5: five\nmore: 1")).text());
  }

  @Test
  void joinsHunksThatTouch() {
    String before = numbers(1, 20);
    String near = before.replace("k5: 5", "k5: x").replace("k12: 12", "k12: x");
    String far = before.replace("k5: 5", "k5: x").replace("k13: 13", "k13: x");
    assertEquals(1, hunks(diff("job.yaml", before, near)));
    assertEquals(2, hunks(diff("job.yaml", before, far)));
  }

  @Test
  void saysNothingAboutEqualTexts() {
    UnifiedDiff diff = diff("job.yaml", "a: 1\n", "a: 1\n");
    assertTrue(diff.isEmpty());
    assertEquals("", diff.text());
  }

  @Test
  void tellsOfAMissingLastLineEnd() {
    assertEquals(
        """
        --- a/job.yaml
        +++ b/job.yaml
        @@ -1 +1 @@
        -a: 1
        \\ No newline at end of file
        +a: 2
        """,
        diff("job.yaml", "a: 1", "a: 2\n").text());
  }

  @Test
  void masksOnBothSidesWhatIsASecretOnOne() {
    String before = "connection:\n  user: Hunter2-and-more\n  pin: a7\nname: x\n";
    String after = "# Hunter2-and-more and a7, not a77\nname: y\n";
    UnifiedDiff diff = diff("job.yaml", before, after);
    assertEquals(
        """
        --- a/job.yaml
        +++ b/job.yaml
        @@ -1,4 +1,2 @@ secrets masked: this hunk does not apply
        -connection:
        -  user: ***
        -  pin: ***
        -name: x
        +# *** and ***, not a77
        +name: y
        """,
        diff.text());
    assertEquals(1, diff.maskedHunks());
    assertFalse(Applied.isPossible(diff));
  }

  @Test
  void hidesALineWherePatchWouldWriteTheMask() throws Exception {
    String before = "connection:\n  pin: Hunter2-and-more\n" + numbers(1, 8);
    UnifiedDiff replaced =
        diff("job.yaml", before, before.replace("k6: 6", "k6: Hunter2-and-more"));
    assertTrue(replaced.text().contains("\n-***\n+k6: ***\n"), replaced::text);
    UnifiedDiff inserted =
        diff("job.yaml", before, before.replace("k6: 6", "k6: 6\nx: Hunter2-and-more"));
    assertTrue(inserted.text().contains("\n ***\n+x: ***\n"), inserted::text);
    UnifiedDiff outer = diff("job.yaml", before, before.replace("k3", "x: Hunter2-and-more\nk3"));
    assertTrue(outer.text().contains("\n ***\n+x: ***\n"), outer::text);
    Applied.assumeInstalled(Applied.PATCH);
    for (UnifiedDiff diff : List.of(replaced, inserted, outer)) {
      Files.writeString(folder.resolve("job.yaml"), before);
      assertEquals(1, Applied.run(Applied.PATCH, folder, diff.text()).exitCode(), diff::text);
      assertEquals(before, Files.readString(folder.resolve("job.yaml")));
    }
  }

  @Test
  void marksOnlyTheHunksThatShowASecret() {
    String before =
        "a: 1\n"
            + numbers(1, 9)
            + "connection:\n  password: correct-horse\n"
            + numbers(10, 20)
            + "z: 1\n";
    UnifiedDiff diff =
        diff(
            "job.yaml",
            before,
            before.replace("a: 1", "a: 2").replace("password", "pin").replace("z: 1", "z: 2"));
    assertEquals(3, hunks(diff));
    assertEquals(1, diff.maskedHunks());
    assertFalse(diff.text().contains("correct-horse"));
  }

  @Test
  void showsFewerLinesWhereASecretIsNear() throws Exception {
    String before = numbers(1, 5) + "connection:\n  password: correct-horse\n" + numbers(6, 9);
    String after = before.replace("k4: 4", "k4: x").replace("k6: 6", "k6: x");
    assertEquals(
        """
        --- a/job.yaml
        +++ b/job.yaml
        @@ -2,5 +2,5 @@
         k2: 2
         k3: 3
        -k4: 4
        +k4: x
         k5: 5
         connection:
        @@ -8,2 +8,2 @@
        -k6: 6
        +k6: x
         k7: 7
        """,
        diff("job.yaml", before, after).text());
    applies("job.yaml", before, after);
  }

  /** What needs the masked line stays away from what does not. */
  @Test
  void aMaskedChangeTakesNoOtherAlong() {
    String before = numbers(1, 5) + "connection:\n  password: correct-horse\n" + numbers(6, 9);
    UnifiedDiff diff =
        diff(
            "job.yaml",
            before,
            before.replace("k4: 4", "k4: x").replace("  password", "  pin").replace("k8", "k88"));
    assertEquals(
        """
        --- a/job.yaml
        +++ b/job.yaml
        @@ -3,3 +3,3 @@
         k3: 3
        -k4: 4
        +k4: x
         k5: 5
        @@ -6,3 +6,3 @@ secrets masked: this hunk does not apply
         connection:
        -  password: ***
        +  pin: ***
         k6: 6
        @@ -9,3 +9,3 @@
         k7: 7
        -k8: 8
        +k88: 8
         k9: 9
        """,
        diff.text());
    assertEquals(1, diff.maskedHunks());
  }

  @Test
  void hunksThatDoNotApplyEitherWayAreOne() {
    String before = numbers(1, 2) + "connection:\n  password: correct-horse\n" + numbers(3, 9);
    UnifiedDiff diff =
        diff(
            "job.yaml",
            before,
            before.replace("connection", "Connection").replace("k4: 4", "k4: correct-horse"));
    assertEquals(1, hunks(diff));
    assertEquals(1, diff.maskedHunks());
  }

  @Test
  void aFileInUtf16IsShownButMarked() {
    byte[] bytes = "\uFEFFname: \u00E9\n".getBytes(StandardCharsets.UTF_16LE);
    ManifestDocument old = read(SourceText.decode("job.yaml", bytes));
    UnifiedDiff diff = UnifiedDiff.of("job.yaml", old, old.withText("name: \u00E8\n"));
    assertEquals(Optional.of("UTF-16LE"), diff.foreignEncoding());
    assertFalse(Applied.isPossible(diff));
    assertTrue(
        diff.text().contains("@@ -1 +1 @@ UTF-16LE: this hunk does not apply\n"), diff::text);
  }

  @Test
  void coloursLinesAndLeavesNothingThatMovesTheCursor() {
    UnifiedDiff diff =
        diff("job.yaml", "a: 1\r\n\u202Eb: 1\n\tc\r\n", "a: 2\r\n\u202Eb: 1\n\tc\r\n");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      new DiffPrinter(true, true).print(diff, out);
    }
    assertEquals(
        """
        E[1m--- a/job.yamlE[0m
        E[1m+++ b/job.yamlE[0m
        E[36m@@ -1,3 +1,3 @@E[0m
        E[31m-a: 1E[0mR
        E[32m+a: 2E[0mR
         \uFFFDb: 1
         TcR
        """
            .replace("E[", "\u001B[")
            .replace("R\n", "\r\n")
            .replace("T", "\t"),
        bytes.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "job.yaml",
        "./jobs/./a b.yaml",
        "jobs/\u00E9\uD83D\uDE80.yaml",
        "it's \"quoted\".yaml",
        "back\\slash.yaml",
        "tab\there.yaml",
        "line\nend.yaml"
      })
  void appliesToFilesOfAnyName(String name) throws Exception {
    applies(name, "a: 1\nb: 2\n", "a: 1\nb: 3\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1\nb: 1\nc: 1\n",
        "a: 1\r\nb: 1\r\nc: 1\r\n",
        "\uFEFFa: 1\nb: 1\n",
        "\uFEFFb: 1",
        "a: 1\r\nb: 1",
        "a: 1\n\n\n\n\n\nb: 1\n\n\n",
        "a: \uD83D\uDE80\u2028\n\tb: 1\n# \u202E\n",
        "a: 1\rb: 1\rc: 1"
      })
  void appliesToTextsOfAnyForm(String before) throws Exception {
    applies("job.yaml", before, before.replace("b: 1", "b: 2"));
    applies("job.yaml", before, before.replace("b: 1", "x: 0\n  b: 1\ny: 0"));
    applies("job.yaml", before, before + "\n# more");
    applies("job.yaml", before, "");
  }

  @Test
  void appliesAfterRandomEdits() throws Exception {
    Random random = new Random(11);
    for (int i = 0; i < 40; i++) {
      StringBuilder before = new StringBuilder();
      StringBuilder after = new StringBuilder();
      for (int line = 0; line < 60; line++) {
        String text =
            "k" + random.nextInt(9) + ": " + random.nextInt(3) + (i % 2 == 0 ? "\n" : "\r\n");
        before.append(random.nextInt(12) == 0 ? "" : text);
        after.append(random.nextInt(12) == 0 ? "new: " + line + "\n" : text);
      }
      applies("job.yaml", before.toString(), after.toString());
    }
  }

  @Test
  void appliesAfterRandomEditsAroundSecrets() throws Exception {
    Random random = new Random(19);
    int applied = 0;
    for (int i = 0; i < 120; i++) {
      StringBuilder before = new StringBuilder();
      StringBuilder after = new StringBuilder();
      for (int line = 0; line < 24; line++) {
        boolean secret = random.nextInt(5) == 0;
        String text =
            secret ? "password: correct-horse-" + line + "\n" : "k" + line + ": " + line + "\n";
        before.append(random.nextInt(12) == 0 ? "" : text);
        boolean changed = random.nextInt(secret ? 60 : 8) == 0;
        after.append(changed ? "new: " + line + "\n" : text);
      }
      UnifiedDiff diff = diff("job.yaml", before.toString(), after.toString());
      assertFalse(diff.text().contains("correct-horse"), diff::text);
      if (Applied.isPossible(diff)) {
        applied++;
        applies("job.yaml", before.toString(), after.toString());
      } else {
        Applied.assumeInstalled(Applied.PATCH);
        Files.writeString(folder.resolve("job.yaml"), before);
        Applied.run(Applied.PATCH, folder, diff.text());
        assertFalse(Files.readString(folder.resolve("job.yaml")).contains("***"), diff::text);
      }
    }
    assertTrue(applied > 10, applied + " diffs applied");
  }

  private static long hunks(UnifiedDiff diff) {
    return diff.lines().stream().filter(line -> line.kind() == DiffLine.Kind.HUNK).count();
  }

  private void applies(String name, String before, String after) throws Exception {
    UnifiedDiff diff = diff(name, before, after);
    assertTrue(Applied.isPossible(diff), diff::text);
    for (List<String> command : List.of(Applied.PATCH, Applied.GIT)) {
      Applied.assumeInstalled(command);
      // GNU patch refuses names with a line end, and takes an emptied file away.
      boolean patch = command == Applied.PATCH;
      if (before.equals(after) || (patch && (name.contains("\n") || after.isEmpty()))) {
        continue;
      }
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, before);
      Applied.cleanly(command, folder, diff.text());
      assertArrayEquals(
          after.getBytes(StandardCharsets.UTF_8), Files.readAllBytes(file), diff.text());
    }
  }
}
