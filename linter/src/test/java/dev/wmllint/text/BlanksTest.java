package dev.wmllint.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BlanksTest {
  @ParameterizedTest
  @CsvSource({
    "00A0, a no-break space (U+00A0), true",
    "200B, a zero-width space (U+200B), false",
    "3000, an ideographic space (U+3000), true",
    "FEFF, a byte order mark (U+FEFF), false",
    "2028, a line separator (U+2028), true",
    "00AD, a soft hyphen (U+00AD), false",
    "2060, a word joiner (U+2060), false",
  })
  void odd(String hex, String name, boolean space) {
    int codePoint = Integer.parseInt(hex, 16);
    assertTrue(Blanks.isOdd(codePoint));
    assertEquals(name, Blanks.name(codePoint));
    assertEquals(space, Blanks.isSpace(codePoint));
    String meant = space ? "a b" : "ab";
    assertEquals(meant, Blanks.asMeant("a" + Character.toString(codePoint) + "b"));
  }

  @ParameterizedTest
  @ValueSource(ints = {' ', '\t', '\n', 'a', 0xE9, 0x1F600, 0x200C, 0x200D})
  void notOdd(int codePoint) {
    assertFalse(Blanks.isOdd(codePoint));
  }

  @Test
  void joinersAreInvisible() {
    assertTrue(Blanks.isInvisible(0x200D));
    assertEquals("a\u200Db", Blanks.asMeant("a\u200Db"));
  }
}
