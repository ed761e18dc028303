package dev.wmllint.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class CountTest {
  @Test
  void oneAndMany() {
    assertEquals("0 errors", Count.of(0, "error"));
    assertEquals("1 error", Count.of(1, "error"));
    assertEquals("2 errors", Count.of(2, "error"));
    assertEquals("1 entry", Count.of(1, "entry", "entries"));
    assertEquals("1000 entries", Count.of(1000, "entry", "entries"));
  }
}
