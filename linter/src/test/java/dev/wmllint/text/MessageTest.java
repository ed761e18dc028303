package dev.wmllint.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MessageTest {
  @Test
  void masksTouchPiecesOnly() {
    Message message =
        Message.of("secret: unknown key ").key("secret").text(" of ").quoted("secret");
    assertEquals(
        "secret: unknown key '***' of '###'", message.masked(key -> "***", piece -> "###").text());
  }

  @Test
  void aMaskGetsThePieceWhole() {
    String longPiece = "x".repeat(100);
    Message message = Message.ofQuoted(longPiece);
    assertEquals("'***'", message.masked(k -> k, p -> p.equals(longPiece) ? "***" : p).text());
  }

  @Test
  void piecesAreShownOnOneLineWithInvisibleCharactersEscaped() {
    assertEquals("'a b \\u200bc'", Message.ofQuoted(" a\n  b \u200bc ").text());
  }

  /** 59 letters, and a character of several UTF-16 units across the place of the cut. */
  @ParameterizedTest
  @ValueSource(strings = {"🚀", "👩‍💻", "e\u0301\u0301", "🇩🇪", "👍🏽"})
  void isCutBetweenCharacters(String character) {
    String letters = "x".repeat(59);
    assertEquals(letters + "…", Ellipsis.atEnd(letters + character + "y".repeat(9), 60));
  }

  @Test
  void listsKeys() {
    assertEquals("'a'", Message.ofKeys(List.of("a"), " and ").text());
    assertEquals("'a', 'b' and 'c'", Message.ofKeys(List.of("a", "b", "c"), " and ").text());
  }
}
