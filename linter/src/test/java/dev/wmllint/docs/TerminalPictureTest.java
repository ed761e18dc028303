package dev.wmllint.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.docs.TerminalPicture.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TerminalPictureTest {
  @Test
  void coloursAndPlacesAreKept() {
    TerminalPicture picture =
        TerminalPicture.of(
            "ls",
            "\u001B[1;31merror\u001B[0m: it\n  \u001B[2m 5 | \u001B[0m  \u597D x\u001B[0m\n\n");
    assertEquals(
        List.of(
            List.of(new Piece(0, "$", "c2"), new Piece(2, "ls", "c1")),
            List.of(new Piece(0, "error", "c1 c31"), new Piece(5, ": it", "")),
            List.of(new Piece(3, "5 | ", "c2"), new Piece(9, "\u597D x", "")),
            List.of()),
        picture.lines());
  }

  @Test
  void theTextIsEscaped() {
    String svg = TerminalPicture.of("echo", "<a & b>\n").svg("title", "description");
    assertTrue(svg.contains(">&lt;a &amp; b&gt;</tspan>"));
    assertTrue(svg.contains("width=\"87\" height=\"70\""));
  }
}
