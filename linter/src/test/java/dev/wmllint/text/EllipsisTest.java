package dev.wmllint.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EllipsisTest {
  @Test
  void shortTextStays() {
    assertEquals("abc", Ellipsis.atEnd("abc", 3));
    assertEquals("", Ellipsis.atEnd("", 3));
  }

  @Test
  void longTextIsCut() {
    assertEquals("abc\u2026", Ellipsis.atEnd("abcd", 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uD83D\uDE00", // an emoji
        "e\u0301", // a letter and its accent
        "\uD83D\uDC69\u200D\uD83D\uDCBB", // emoji, joined
        "\u2764\uFE0F", // a variation selector
        "\uD83D\uDC4D\uD83C\uDFFD", // a skin tone
        "\uD83C\uDDE9\uD83C\uDDEA", // a flag
      })
  void nothingIsCutInTwo(String character) {
    for (int length = 1; length <= character.length(); length++) {
      assertEquals("x\u2026", Ellipsis.atEnd("x" + character + "y", length));
    }
    String both = "x" + character + "\u2026";
    assertEquals(both, Ellipsis.atEnd("x" + character + "yz", 1 + character.length()));
  }

  @Test
  void flagsAreCountedInPairs() {
    String flag = "\uD83C\uDDE9\uD83C\uDDEA";
    assertEquals(flag + "\u2026", Ellipsis.atEnd(flag + flag, 7));
  }

  @Test
  void oneEndlessCharacterIsCutBetweenCodePoints() {
    assertEquals("e\u0301\u0301\u2026", Ellipsis.atEnd("e" + "\u0301".repeat(9), 3));
    assertEquals("\u2026", Ellipsis.atEnd("\uD83D\uDE00\u0301", 1));
  }
}
