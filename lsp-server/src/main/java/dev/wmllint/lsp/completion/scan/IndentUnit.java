package dev.wmllint.lsp.completion.scan;

import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.lines.LineReader;
import dev.wmllint.yaml.lines.TextLine;

/** By how many columns a text indents its blocks. */
public final class IndentUnit {
  private static final int USUAL = 2;
  private static final int MAX = 8;

  private IndentUnit() {}

  /** The first step to the right in the text, by spaces; two where there is none. */
  public static int of(SourceText source) {
    LineReader reader = LineReader.of(source);
    int before = -1;
    for (int i = 0; i < source.lines().count(); i++) {
      TextLine line = reader.line(i);
      if (line.isNothing() || line.isTabbed()) {
        continue;
      }
      int step = line.column() - before;
      if (before >= 0 && step > 0 && step <= MAX) {
        return step;
      }
      before = opensBlock(line) ? line.afterDashes() - line.start() : -1;
    }
    return USUAL;
  }

  private static boolean opensBlock(TextLine line) {
    return ":{[".indexOf(line.text().charAt(line.spanOfContent().end() - 1)) >= 0;
  }
}
