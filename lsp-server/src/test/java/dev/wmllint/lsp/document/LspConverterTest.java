package dev.wmllint.lsp.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;

class LspConverterTest {
  private static final String TEXT = "a: é漢😀!\r\n\tb: 😀😀\rlast";

  private static LspConverter converter(String text, PositionEncoding encoding) {
    return new LspConverter(text, new LineIndex(text), 0, encoding);
  }

  @Test
  void columnsAreCountedInTheAgreedUnit() {
    int bang = TEXT.indexOf('!');
    assertEquals(new Position(0, 7), converter(TEXT, PositionEncoding.UTF_16).position(bang));
    assertEquals(new Position(0, 12), converter(TEXT, PositionEncoding.UTF_8).position(bang));
    int last = TEXT.indexOf("last");
    assertEquals(new Position(2, 0), converter(TEXT, PositionEncoding.UTF_8).position(last));
  }

  @Test
  void everyOffsetComesBack() {
    for (PositionEncoding encoding : PositionEncoding.values()) {
      for (int offset = 0; offset <= TEXT.length(); offset++) {
        boolean inside =
            offset > 0
                && offset < TEXT.length()
                && (Character.isLowSurrogate(TEXT.charAt(offset)) || TEXT.charAt(offset) == '\n');
        if (!inside) {
          Position position = converter(TEXT, encoding).position(offset);
          assertEquals(offset, converter(TEXT, encoding).offset(position), () -> "" + position);
        }
      }
    }
  }

  @Test
  void theOrderOfQuestionsDoesNotMatter() {
    Random random = new Random(7);
    LspConverter one = converter(TEXT.repeat(5), PositionEncoding.UTF_8);
    for (int i = 0; i < 2_000; i++) {
      int offset = random.nextInt(TEXT.length() * 5);
      assertEquals(
          converter(TEXT.repeat(5), PositionEncoding.UTF_8).position(offset), one.position(offset));
    }
  }

  @Test
  void placesOutsideAreTheNearestInside() {
    LspConverter converter = converter("ab\ncd\n", PositionEncoding.UTF_16);
    assertEquals(0, converter.offset(new Position(-1, 5)));
    assertEquals(3, converter.offset(new Position(1, -2)));
    assertEquals(2, converter.offset(new Position(0, 99)));
    assertEquals(6, converter.offset(new Position(99, 0)));
    assertEquals(
        new Span(2, 4), converter.span(new Range(new Position(1, 1), new Position(0, 99))));
    assertEquals(new Position(2, 0), converter.position(99));
  }

  @Test
  void aPlaceInsideACharacterIsItsStart() {
    LspConverter converter = converter("a😀b", PositionEncoding.UTF_8);
    assertEquals(List.of(0, 1, 1, 1, 1, 3, 4, 4), offsets(converter, 8));
  }

  private static List<Integer> offsets(LspConverter converter, int columns) {
    return java.util.stream.IntStream.range(0, columns)
        .mapToObj(column -> converter.offset(new Position(0, column)))
        .toList();
  }

  @Test
  void aByteOrderMarkIsTheClientsNotTheLinters() {
    OpenDocument document =
        new OpenDocument(
            "file:///job.yaml",
            "yaml",
            java.util.Optional.of(1),
            "\uFEFFab\ncd",
            PositionEncoding.UTF_8);
    assertEquals("ab\ncd", document.source().text());
    assertEquals(new Position(0, 4), document.converter().position(1));
    assertEquals(1, document.converter().offset(new Position(0, 4)));
    assertEquals(0, document.converter().offset(new Position(0, 0)));
    assertEquals(new Position(1, 1), document.converter().position(4));
    assertEquals(3, "\uFEFF".getBytes(StandardCharsets.UTF_8).length);
  }

  @Test
  void oneLongLineIsConvertedInOnePass() {
    String text = "é".repeat(200_000);
    LspConverter converter = converter(text, PositionEncoding.UTF_8);
    long sum = 0;
    for (int offset = 0; offset < text.length(); offset += 2) {
      sum += converter.position(offset).getCharacter();
    }
    assertEquals(19_999_800_000L, sum);
  }
}
