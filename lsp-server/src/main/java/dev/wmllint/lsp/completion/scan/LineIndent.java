package dev.wmllint.lsp.completion.scan;

import dev.wmllint.text.Edit;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.lines.Chars;
import dev.wmllint.yaml.lines.LineReader;
import dev.wmllint.yaml.lines.TextLine;
import java.util.Optional;

/**
 * The beginning of a line whose indentation has to be made right. Spaces that are missing are
 * inserted with the proposal, for the edits beside it must not touch it; spaces too many are
 * removed before it.
 *
 * @param word what is typed; empty on a blank line
 * @param column where it is to begin
 * @param before what is inserted before the word
 * @param removal of spaces
 * @param base the indentation of the line once the removal is done: what some editors add to each
 *     further line
 * @param quote with which the word begins, when it is a key in quotes; else empty
 * @param isOwn whether the cursor's own column is right
 */
public record LineIndent(
    Span word,
    int column,
    String before,
    Optional<Edit> removal,
    int base,
    String quote,
    boolean isOwn) {
  public static LineIndent of(LineReader reader, CursorToken.Line line, int column) {
    Span word = line.word();
    TextLine before = reader.upTo(word.start());
    int own = line.column();
    int indent = before.column();
    boolean quoted = !word.isEmpty() && Chars.isQuote(reader.text().charAt(word.start()));
    String quote = quoted ? reader.text().substring(word.start(), word.start() + 1) : "";
    if (before.isTabbed() && !line.afterDash()) {
      Edit spaces = new Edit(new Span(before.start(), word.start()), " ".repeat(column));
      return new LineIndent(word, column, "", Optional.of(spaces), column, quote, false);
    }
    if (own <= column) {
      String missing = " ".repeat(column - own);
      return new LineIndent(word, column, missing, Optional.empty(), indent, quote, own == column);
    }
    Edit removal = Edit.remove(new Span(word.start() - (own - column), word.start()));
    int base = line.afterDash() ? indent : column;
    return new LineIndent(word, column, "", Optional.of(removal), base, quote, false);
  }
}
