package dev.wmllint.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class ManifestSketchTest {
  private static final String WHOLE =
      """
      a:
        b: 1
        c:
          d: 2
      list:
      - e: 3
        f: 4
      """;

  @Test
  void aCommentStandsForTheOtherKeysOfItsMapping() {
    assertEquals(
        """
        a:
          c:
            d: 2
          b: changed
        list:
        - e: 3
          f: 4
        """,
        ManifestSketch.expand(
            """
            a:
              # …
              b: changed
            # …
            """,
            WHOLE));
  }

  @Test
  void theDashOfAnItemStaysWhereItIs() {
    assertEquals(
        """
        list:
        - f: changed
          e: 3
        """,
        ManifestSketch.expand(
            """
            list:
            - f: changed
              # …
            """,
            WHOLE));
    assertEquals(
        """
        list:
        - e: 3
          f: 4
        """,
        ManifestSketch.expand(
            """
            list:
            - # …
            """,
            WHOLE));
  }

  @Test
  void eachDocumentIsASketchOfItsOwn() {
    assertEquals(
        WHOLE + "---\n" + WHOLE,
        ManifestSketch.expand(
            """
            # …
            ---
            # …
            """,
            WHOLE));
  }

  @Test
  void aCommentThatStandsForNothingIsAMistake() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            ManifestSketch.expand(
                """
                unknown:
                  # …
                """,
                WHOLE));
  }
}
