package dev.wmllint.lsp.completion.scan;

import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ScalarStyle;
import dev.wmllint.yaml.lines.Chars;

/** What is being typed would only disturb the reading of the rest. */
public final class HalfTyped {
  private HalfTyped() {}

  /**
   * The text with spaces in place of what is half typed, and the brackets around it closed. All
   * offsets before the cursor stay.
   */
  public static SourceText without(SourceText source, CursorSite site, int cursor) {
    Span span = span(source.text(), site.token(), cursor);
    boolean oneLine = source.lines().lineOf(span.start()) == source.lines().lineOf(span.end());
    SourceText blanked =
        span.isEmpty() || !oneLine ? source : source.withText(blanked(source.text(), span));
    boolean inBrackets = !site.open().isEmpty() && site.innermost().flow();
    return inBrackets
        ? blanked.withText(MissingBrackets.close(blanked, site, span.end()))
        : blanked;
  }

  private static String blanked(String text, Span span) {
    return text.substring(0, span.start()) + " ".repeat(span.length()) + text.substring(span.end());
  }

  private static Span span(String text, CursorToken token, int cursor) {
    if (token instanceof CursorToken.Line line) {
      boolean stays = line.beforeColon() || line.continued().isPresent();
      return stays ? Span.at(cursor) : line.word();
    }
    if (token instanceof CursorToken.FlowKey key) {
      return key.beforeColon() ? Span.at(cursor) : key.token().span();
    }
    return token instanceof CursorToken.Value value
        ? value(text, value.token(), cursor)
        : Span.at(cursor);
  }

  /**
   * Of several words only that at the cursor: the others may be the value, and this the next key.
   */
  private static Span value(String text, CursorScalar token, int cursor) {
    Span span = token.span();
    boolean plain = token.style() == ScalarStyle.PLAIN && cursor <= span.end();
    return plain ? new Span(Chars.wordStart(text, span.start(), cursor), span.end()) : span;
  }
}
