package dev.wmllint.lsp.completion.scan;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;

/** By how many columns a text indents its blocks. */
public final class IndentUnit {
  private static final int USUAL = 2;
  private static final int MAX = 8;

  private IndentUnit() {}

  /** The first step to the right in the text, by blanks; two where there is none. */
  public static int of(SourceText source) {
    String text = source.text();
    LineIndex lines = source.lines();
    int before = -1;
    for (int line = 0; line < lines.count(); line++) {
      Span span = lines.span(line);
      int at = Chars.skipBlanks(text, span.start(), span.end());
      boolean content = at < span.end() && text.charAt(at) != '#';
      if (!content || Chars.isTabbed(text, span.start(), at)) {
        continue;
      }
      int column = at - span.start();
      if (before >= 0 && column > before && column - before <= MAX) {
        return column - before;
      }
      int key = Chars.skipDashes(text, at, span.end()) - span.start();
      before = opensBlock(text, at, span.end()) ? key : -1;
    }
    return USUAL;
  }

  private static boolean opensBlock(String text, int at, int lineEnd) {
    char last = text.charAt(Chars.contentEnd(text, at, lineEnd) - 1);
    return last == ':' || last == '{' || last == '[';
  }
}
