package dev.wmllint.suppress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The short cut against going through all scopes and all findings. */
final class CoverageTest {
  private static final int RANGE = 30;

  private static Span span(Random random) {
    int start = random.nextInt(RANGE);
    return new Span(start, start + random.nextInt(RANGE - start + 1));
  }

  @Test
  void agreesWithComparingAll() {
    Random random = new Random(1);
    for (int round = 0; round < 2_000; round++) {
      Coverage coverage = new Coverage();
      List<Span> scopes = new ArrayList<>();
      for (int i = random.nextInt(8); i > 0; i--) {
        Span scope = span(random);
        scopes.add(scope);
        coverage.add(scope);
      }
      List<Span> hidden = new ArrayList<>();
      for (int i = random.nextInt(12); i > 0; i--) {
        Span finding = span(random);
        boolean expected = scopes.stream().anyMatch(scope -> scope.contains(finding));
        assertEquals(expected, coverage.hides(finding), () -> scopes + " hide " + finding);
        if (expected) {
          hidden.add(finding);
        }
      }
      for (Span scope : scopes) {
        boolean expected = hidden.stream().anyMatch(scope::contains);
        assertEquals(expected, coverage.hasHidden(scope), () -> scope + " hid one of " + hidden);
      }
    }
  }
}
