package dev.wmllint.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LineDiffTest {
  private static List<String> letters(String text) {
    return text == null ? List.of() : text.chars().mapToObj(Character::toString).toList();
  }

  private static int size(List<LineDiff.Change> changes) {
    return changes.stream()
        .mapToInt(c -> c.beforeEnd() - c.beforeStart() + c.afterEnd() - c.afterStart())
        .sum();
  }

  /** The newer text, made of the older one and the changes. */
  private static List<String> replayed(
      List<String> before, List<String> after, List<LineDiff.Change> changes) {
    List<String> out = new ArrayList<>();
    int at = 0;
    for (LineDiff.Change change : changes) {
      assertTrue(change.beforeStart() >= at && change.beforeEnd() >= change.beforeStart());
      out.addAll(before.subList(at, change.beforeStart()));
      assertEquals(change.afterStart(), out.size());
      out.addAll(after.subList(change.afterStart(), change.afterEnd()));
      at = change.beforeEnd();
    }
    out.addAll(before.subList(at, before.size()));
    return out;
  }

  /** The length of the longest common subsequence, by the textbook's table. */
  private static int common(List<String> a, List<String> b) {
    int[][] best = new int[a.size() + 1][b.size() + 1];
    for (int i = 1; i <= a.size(); i++) {
      for (int j = 1; j <= b.size(); j++) {
        best[i][j] =
            a.get(i - 1).equals(b.get(j - 1))
                ? best[i - 1][j - 1] + 1
                : Math.max(best[i - 1][j], best[i][j - 1]);
      }
    }
    return best[a.size()][b.size()];
  }

  @ParameterizedTest
  @CsvSource({
    ",,0",
    "a,a,0",
    ",a,1",
    "a,,1",
    "abc,axc,2",
    "abc,abxc,1",
    "ab,ba,2",
    "aaab,ab,2",
    "abcabba,cbabac,5"
  })
  void countsTheFewestLines(String before, String after, int edits) {
    List<LineDiff.Change> changes = LineDiff.of(letters(before), letters(after));
    assertEquals(edits, size(changes));
    assertEquals(letters(after), replayed(letters(before), letters(after), changes));
  }

  @Test
  void isShortestForRandomTexts() {
    Random random = new Random(7);
    for (int i = 0; i < 3_000; i++) {
      List<String> before = random(random, random.nextInt(40), 1 + random.nextInt(6));
      List<String> after = random(random, random.nextInt(40), 1 + random.nextInt(6));
      List<LineDiff.Change> changes = LineDiff.of(before, after);
      assertEquals(after, replayed(before, after, changes));
      assertEquals(before.size() + after.size() - 2 * common(before, after), size(changes));
    }
  }

  @Test
  void isRightWhereMoreChangesThanItSearchesFor() {
    Random random = new Random(8);
    for (int i = 0; i < 20; i++) {
      List<String> before = random(random, 2_000, 4);
      List<String> after = random(random, 1_000 + random.nextInt(2_000), 4);
      assertEquals(after, replayed(before, after, LineDiff.of(before, after)));
    }
  }

  @Test
  void staysLinear() {
    List<String> before = IntStream.range(0, 200_000).mapToObj(i -> "\t" + i).toList();
    List<String> after = IntStream.range(0, 200_000).mapToObj(i -> "  " + i).toList();
    List<LineDiff.Change> changes =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> LineDiff.of(before, after));
    assertEquals(after, replayed(before, after, changes));
  }

  private static List<String> random(Random random, int length, int letters) {
    return IntStream.range(0, length).mapToObj(i -> "" + random.nextInt(letters)).toList();
  }
}
