package dev.wmllint.page;

import dev.wmllint.text.Colour;
import dev.wmllint.text.Palette;
import dev.wmllint.text.Printable;
import java.util.ArrayList;
import java.util.List;

/** Running text, which is wrapped between its words. */
final class Paragraph {
  private record Piece(String text, Colour ink) {}

  /** Pieces without a space between them, such as a word in bold and the comma after it. */
  private record Word(List<Piece> pieces, boolean endsLine) {
    int width() {
      return pieces.stream().mapToInt(piece -> Printable.cells(piece.text())).sum();
    }
  }

  private final List<Word> words = new ArrayList<>();
  private List<Piece> open = new ArrayList<>();

  /** Adds text, which may be broken at its spaces. */
  void add(String text, Colour ink) {
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ' ') {
        addUnbroken(text.substring(start, i), ink);
        if (i < text.length()) {
          endWord(false);
        }
        start = i + 1;
      }
    }
  }

  /** Adds text that stays on one line, such as a command. */
  void addUnbroken(String text, Colour ink) {
    if (!text.isEmpty()) {
      open.add(new Piece(text, ink));
    }
  }

  /** Goes on at the start of a line. */
  void breakLine() {
    endWord(true);
  }

  private void endWord(boolean endsLine) {
    if (!open.isEmpty() || endsLine) {
      words.add(new Word(open, endsLine));
      open = new ArrayList<>();
    }
  }

  /** The lines; one is longer than {@code width} cells where a single word is. */
  List<String> lines(int width, Palette palette) {
    endWord(false);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (Word word : words) {
      if (used > 0 && used + 1 + word.width() > width) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      if (used > 0) {
        line.append(' ');
        used++;
      }
      word.pieces().forEach(piece -> line.append(palette.paint(piece.ink(), piece.text())));
      used += word.width();
      if (word.endsLine()) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
    }
    if (used > 0) {
      lines.add(line.toString());
    }
    return lines;
  }
}
