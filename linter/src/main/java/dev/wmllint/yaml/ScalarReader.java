package dev.wmllint.yaml;

import dev.wmllint.text.Span;
import dev.wmllint.yaml.lines.Chars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goes through a scalar's value and its source side by side, to learn where each char stands. What
 * folds and escapes become (YAML 1.2, chapters 6.5, 7.3 and 8.1) the parser has worked out already:
 * the value shows it. Where both do not match, only the whole scalar's place is known.
 */
final class ScalarReader {
  private final String text;
  private final String value;
  private final int base;
  private final int[] starts;
  private final int[] ends;

  /** As many chars of the value have been gone through. */
  private int done;

  private boolean matches = true;

  private ScalarReader(String text, String value, int base) {
    this.text = text;
    this.value = value;
    this.base = base;
    this.starts = new int[value.length()];
    this.ends = new int[value.length()];
  }

  /**
   * Builds the node.
   *
   * @param value the parser's value
   * @param local the scalar in {@code text}, with its quotes or block header, and with the blank
   *     lines after a block scalar
   * @param base what the node's offsets have on top of the offsets in {@code text}
   */
  static ScalarNode read(
      String text, String value, ScalarStyle style, Span local, int base, Optional<String> tag) {
    int end = local.end();
    while (style.isBlock() && end > local.start() && Chars.isWhite(text.charAt(end - 1))) {
      end--;
    }
    Span span = new Span(base + local.start(), base + end);
    return new ScalarNode(value, style, span, tag, map(text, value, style, local, base));
  }

  private static SourceMap map(String text, String value, ScalarStyle style, Span local, int base) {
    int quote = style.isQuoted() ? 1 : 0;
    int start = local.start() + quote;
    int end = Math.max(start, local.end() - quote);
    boolean asWritten = end - start == value.length() && text.startsWith(value, start);
    if (value.isEmpty() || (asWritten && !style.isBlock())) {
      return new SourceMap.Verbatim(base + start);
    }
    ScalarReader reader = new ScalarReader(text, value, base);
    if (style.isBlock()) {
      reader.block(start, end);
    } else {
      reader.flow(start, end, style);
    }
    return reader.matches && reader.done == value.length()
        ? new SourceMap.PerChar(reader.starts, reader.ends)
        : new SourceMap.Whole(new Span(base + local.start(), base + local.end()));
  }

  /** The next char of the value is made of {@code [from, to)} of the text. */
  private void place(int from, int to) {
    if (done < value.length()) {
      starts[done] = base + from;
      ends[done] = base + to;
      done++;
    }
  }

  /** The same, where it is known which char that must be. */
  private void place(char c, int from, int to) {
    matches &= done == value.length() || value.charAt(done) == c;
    place(from, to);
  }

  /** Plain and quoted scalars: spaces around line breaks fold. */
  private void flow(int start, int end, ScalarStyle style) {
    int i = start;
    while (i < end) {
      char c = text.charAt(i);
      if (Chars.isWhite(c)) {
        i = spaces(i, end, false);
      } else if (style == ScalarStyle.SINGLE_QUOTED && text.startsWith("''", i)) {
        place('\'', i, i + 2);
        i += 2;
      } else if (style == ScalarStyle.DOUBLE_QUOTED && c == '\\' && i + 1 < end) {
        i = escape(i, end);
      } else {
        place(c, i, i + 1);
        i++;
      }
    }
  }

  /**
   * A run of spaces and line breaks: kept within a line, folded where a line ends in it. Returns
   * its end.
   *
   * @param escaped whether a backslash before its first line break takes that away
   */
  private int spaces(int start, int end, boolean escaped) {
    int breaks = 0;
    int i = start;
    while (i < end && Chars.isWhite(text.charAt(i))) {
      breaks += Chars.isLineEnd(text.charAt(i)) ? 1 : 0;
      i = afterBreak(i);
    }
    for (int k = start; breaks == 0 && k < i; k++) {
      place(text.charAt(k), k, k + 1);
    }
    if (breaks == 1 && !escaped) {
      place(' ', start, i);
    }
    for (int k = 1; k < breaks; k++) {
      place('\n', start, i);
    }
    return i;
  }

  private int escape(int at, int end) {
    char c = text.charAt(at + 1);
    if (Chars.isLineEnd(c)) {
      return spaces(at + 1, end, true);
    }
    int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    int stop = Math.min(end, at + 2 + digits);
    boolean pair =
        c == 'U'
            && done < value.length()
            && Character.isSupplementaryCodePoint(value.codePointAt(done));
    place(at, stop);
    if (pair) {
      place(at, stop);
    }
    return stop;
  }

  /** Literal and folded scalars: indentation goes, and in folded ones some line breaks. */
  private void block(int start, int end) {
    int i = start;
    while (i < end && !Chars.isLineEnd(text.charAt(i))) {
      i++;
    }
    int first = Math.min(end, afterBreak(i));
    int indent = indent(first, end);
    i = afterIndent(first, end, indent);
    while (i < end) {
      while (i < end && !Chars.isLineEnd(text.charAt(i))) {
        place(text.charAt(i), i, i + 1);
        i++;
      }
      List<Span> breaks = new ArrayList<>();
      while (i < end && Chars.isLineEnd(text.charAt(i))) {
        int next = afterIndent(afterBreak(i), end, indent);
        breaks.add(new Span(i, next));
        i = next;
      }
      breaks(breaks, i == end);
      if (i == end && value.startsWith("\n", done)) {
        // The parser ends a last line that ends with the text.
        place(end, end);
      }
    }
  }

  /** How much of the indents is not of the value: its first line may begin with spaces, too. */
  private int indent(int from, int end) {
    int content = from;
    int lineStart = from;
    while (content < end
        && (text.charAt(content) == ' ' || Chars.isLineEnd(text.charAt(content)))) {
      boolean ends = Chars.isLineEnd(text.charAt(content));
      content = afterBreak(content);
      lineStart = ends ? content : lineStart;
    }
    int inValue = 0;
    while (inValue < value.length() && " \n".indexOf(value.charAt(inValue)) >= 0) {
      inValue++;
    }
    int spaces = inValue - (value.lastIndexOf('\n', inValue - 1) + 1);
    return content == end ? 0 : content - lineStart - spaces;
  }

  /** The line breaks between two texts; those at the end may be more than the value has. */
  private void breaks(List<Span> source, boolean last) {
    int kept = 0;
    while (value.startsWith("\n", done + kept)) {
      kept++;
    }
    if (kept == 0 && !last) {
      place(' ', source.get(0).start(), source.get(source.size() - 1).end());
    }
    int from = last ? 0 : Math.max(0, source.size() - kept);
    for (int i = from; i < Math.min(source.size(), from + kept); i++) {
      place('\n', source.get(i).start(), source.get(i).end());
    }
  }

  private int afterIndent(int from, int end, int indent) {
    int i = from;
    while (i < end && i - from < indent && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  /** After the char at an offset, or the line break of two. */
  private int afterBreak(int at) {
    return text.startsWith("\r\n", at) ? at + 2 : at + 1;
  }
}
