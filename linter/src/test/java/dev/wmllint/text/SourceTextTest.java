package dev.wmllint.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SourceTextTest {
  private static final String TEXT = "é: \uD83D\uDE00\r\n";

  @Test
  void decodesUtf8WithAndWithoutByteOrderMark() {
    for (String mark : new String[] {"", "\uFEFF"}) {
      roundTrip((mark + TEXT).getBytes(UTF_8), UTF_8);
    }
  }

  @Test
  void decodesUtf16WithByteOrderMark() {
    for (Charset charset : new Charset[] {UTF_16LE, UTF_16BE}) {
      roundTrip(("\uFEFF" + TEXT).getBytes(charset), charset);
    }
  }

  private static void roundTrip(byte[] bytes, Charset charset) {
    SourceText source = SourceText.decode("x", bytes);
    assertEquals(TEXT, source.text());
    assertEquals(charset, source.charset());
    assertEquals(Optional.empty(), source.undecodable());
    assertArrayEquals(bytes, source.encode());
    assertEquals("y", new String(source.withText("y").encode(), charset).replace("\uFEFF", ""));
  }

  @Test
  void takesTheByteOrderMarkOffAnEditorsText() {
    SourceText source = SourceText.of("x", "\uFEFFa");
    assertEquals("a", source.text());
    assertArrayEquals("\uFEFFa".getBytes(UTF_8), source.encode());
  }

  @Test
  void saysWhereTheFirstInvalidByteIs() {
    assertEquals(Optional.of(new Span(1, 2)), undecodable("aéb".getBytes(ISO_8859_1)));
    byte[] bytes = "é\uD83D\uDE00?".getBytes(UTF_8);
    bytes[bytes.length - 1] = (byte) 0xFF;
    assertEquals(Optional.of(new Span(3, 4)), undecodable(bytes));
  }

  @Test
  void saysWhereATextIsCutOff() {
    assertEquals(Optional.of(new Span(1, 2)), undecodable(new byte[] {'a', (byte) 0xC3}));
    byte[] half = {(byte) 0xFF, (byte) 0xFE, 'a', 0, 'b'};
    assertEquals(Optional.of(new Span(1, 2)), undecodable(half));
    byte[] surrogate = {(byte) 0xFE, (byte) 0xFF, 0, 'a', (byte) 0xD8, 0x3D};
    assertEquals(Optional.of(new Span(1, 2)), undecodable(surrogate));
  }

  private static Optional<Span> undecodable(byte[] bytes) {
    SourceText source = SourceText.decode("x", bytes);
    Span span = source.undecodable().orElseThrow();
    assertEquals("\uFFFD", source.slice(span));
    return Optional.of(span);
  }

  @Test
  void theFirstUndecodablePlaceIsAReplacementChar() {
    Random random = new Random(1);
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = new byte[random.nextInt(12)];
      random.nextBytes(bytes);
      SourceText source = SourceText.decode("x", bytes);
      source.undecodable().ifPresent(span -> assertEquals("\uFFFD", source.slice(span)));
    }
  }

  @Test
  void guessesUtf16WithoutByteOrderMark() {
    assertEquals(Optional.of("UTF-16LE"), hint("name: é".getBytes(UTF_16LE)));
    assertEquals(Optional.of("UTF-16BE"), hint("name: é".getBytes(UTF_16BE)));
  }

  @Test
  void namesUtf32() {
    for (String name : new String[] {"UTF-32LE", "UTF-32BE"}) {
      for (String mark : new String[] {"", "\uFEFF"}) {
        byte[] bytes = (mark + "name: é").getBytes(Charset.forName(name));
        assertEquals(Optional.of(name), hint(bytes));
        assertEquals(UTF_8, SourceText.decode("x", bytes).charset());
      }
    }
  }

  @Test
  void guessesASingleByteEncoding() {
    assertEquals(Optional.of("Windows-1252"), hint("name: é".getBytes(ISO_8859_1)));
  }

  @Test
  void guessesNothingWhereNothingIsWrong() {
    assertEquals(Optional.empty(), hint(TEXT.getBytes(UTF_8)));
    assertEquals(Optional.empty(), hint("a\0b".getBytes(UTF_8)));
    assertEquals(Optional.empty(), hint(new byte[0]));
  }

  private static Optional<String> hint(byte[] bytes) {
    return SourceText.decode("x", bytes).likelyCharset();
  }

  @Test
  void lineEndIsThatOfTheFirstLine() {
    assertEquals("\n", SourceText.of("x", "a").lineEnd());
    assertEquals("\r\n", SourceText.of("x", "a\r\nb\n").lineEnd());
    assertEquals("\r", SourceText.of("x", "\rb\n").lineEnd());
  }
}
