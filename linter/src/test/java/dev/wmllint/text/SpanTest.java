package dev.wmllint.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpanTest {
  @Test
  void refusesTurnedAndNegativeRanges() {
    assertThrows(IllegalArgumentException.class, () -> new Span(2, 1));
    assertThrows(IllegalArgumentException.class, () -> new Span(-1, 1));
  }

  @Test
  void isHalfOpen() {
    Span span = new Span(2, 4);
    assertEquals(2, span.length());
    assertFalse(span.contains(1));
    assertTrue(span.contains(2));
    assertTrue(span.contains(3));
    assertFalse(span.contains(4));
    assertEquals("cd", span.of("abcdef"));
  }

  @Test
  void containsItselfAndWhatIsInside() {
    Span span = new Span(2, 4);
    assertTrue(span.contains(span));
    assertTrue(span.contains(Span.at(4)));
    assertFalse(span.contains(new Span(1, 3)));
    assertFalse(span.contains(new Span(3, 5)));
  }

  @Test
  void overlapsOnlyWhereACharIsShared() {
    Span span = new Span(2, 4);
    assertTrue(span.overlaps(new Span(3, 9)));
    assertFalse(span.overlaps(new Span(4, 5)));
    assertFalse(span.overlaps(Span.at(3)));
    assertFalse(Span.at(3).overlaps(span));
  }

  @Test
  void uniteToTheSmallestSpanAroundBoth() {
    assertEquals(new Span(1, 9), new Span(1, 2).union(new Span(5, 9)));
  }

  @Test
  void sortByStartThenByEnd() {
    List<Span> sorted =
        List.of(new Span(2, 3), new Span(1, 4), new Span(1, 2)).stream().sorted().toList();
    assertEquals(List.of(new Span(1, 2), new Span(1, 4), new Span(2, 3)), sorted);
  }
}
