package dev.wmllint.lsp.completion.scan;

import dev.wmllint.fix.Edit;
import dev.wmllint.text.Span;
import java.util.Optional;

/**
 * The beginning of a line whose indentation has to be made right. Blanks that are missing are
 * inserted with the proposal, for the edits beside it must not touch it; blanks too many are
 * removed before it.
 *
 * @param word what is typed; empty on a blank line
 * @param column where it is to begin
 * @param before what is inserted before the word
 * @param removal of blanks
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
  public static LineIndent of(String text, int lineStart, CursorToken.Line line, int column) {
    Span word = line.word();
    int own = line.column();
    int indent = Chars.skipBlanks(text, lineStart, word.start()) - lineStart;
    boolean quoted = !word.isEmpty() && "\"'".indexOf(text.charAt(word.start())) >= 0;
    String quote = quoted ? text.substring(word.start(), word.start() + 1) : "";
    if (Chars.isTabbed(text, lineStart, lineStart + indent) && !line.afterDash()) {
      Edit spaces = new Edit(new Span(lineStart, word.start()), " ".repeat(column));
      return new LineIndent(word, column, "", Optional.of(spaces), column, quote, false);
    }
    if (own <= column) {
      String before = " ".repeat(column - own);
      return new LineIndent(word, column, before, Optional.empty(), indent, quote, own == column);
    }
    Edit removal = Edit.remove(new Span(word.start() - (own - column), word.start()));
    int base = line.afterDash() ? indent : column;
    return new LineIndent(word, column, "", Optional.of(removal), base, quote, false);
  }
}
