package dev.wmllint.yaml;

import dev.wmllint.text.Span;
import dev.wmllint.yaml.lines.Chars;
import java.util.Optional;

/**
 * Reads a scalar's value from its source once more, char by char, to learn where each char stands.
 * The rules of folding and escaping are those of YAML 1.2, chapters 6.5, 7.3 and 8.1. Where the
 * outcome differs from what the parser handed over, the parser is right and only the whole scalar's
 * place is known.
 */
final class ScalarReader {
  private final String text;
  private final SourceMap.Builder out = new SourceMap.Builder();

  private ScalarReader(String text) {
    this.text = text;
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
    int inner = local.length() - 2 * quote;
    if (!style.isBlock()
        && inner == value.length()
        && text.startsWith(value, local.start() + quote)) {
      return new SourceMap.Verbatim(base + local.start() + quote);
    }
    ScalarReader reader = new ScalarReader(text);
    switch (style) {
      case PLAIN -> reader.flow(local.start(), local.end(), style);
      case SINGLE_QUOTED, DOUBLE_QUOTED ->
          reader.flow(local.start() + 1, Math.max(local.start() + 1, local.end() - 1), style);
      case LITERAL, FOLDED -> reader.block(local, style, value);
    }
    return reader.out.value().equals(value)
        ? reader.out.build(base)
        : new SourceMap.Whole(new Span(base + local.start(), base + local.end()));
  }

  /** Plain and quoted scalars: spaces around line breaks fold. */
  private void flow(int start, int end, ScalarStyle style) {
    int i = start;
    while (i < end) {
      char c = text.charAt(i);
      if (Chars.isSpace(c) || Chars.isLineEnd(c)) {
        i = blanksOrFold(i, end, false);
      } else if (style == ScalarStyle.SINGLE_QUOTED && text.startsWith("''", i)) {
        out.add('\'', i, i + 2);
        i += 2;
      } else if (style == ScalarStyle.DOUBLE_QUOTED && c == '\\' && i + 1 < end) {
        i = escape(i, end);
      } else {
        out.add(c, i, i + 1);
        i++;
      }
    }
  }

  /** A run of spaces: kept within a line, folded where a line ends in it. Returns its end. */
  private int blanksOrFold(int start, int end, boolean escaped) {
    int i = start;
    while (i < end && Chars.isSpace(text.charAt(i))) {
      i++;
    }
    if (!escaped && (i == end || !Chars.isLineEnd(text.charAt(i)))) {
      for (int k = start; k < i; k++) {
        out.add(text.charAt(k), k, k + 1);
      }
      return i;
    }
    int breaks = 0;
    while (i < end && (Chars.isSpace(text.charAt(i)) || Chars.isLineEnd(text.charAt(i)))) {
      if (Chars.isLineEnd(text.charAt(i))) {
        breaks++;
        i = behindBreak(i);
      } else {
        i++;
      }
    }
    if (breaks == 1 && !escaped) {
      out.add(' ', start, i);
    }
    for (int k = 1; k < breaks; k++) {
      out.add('\n', start, i);
    }
    return i;
  }

  private int escape(int at, int end) {
    char c = text.charAt(at + 1);
    if (Chars.isLineEnd(c)) {
      return blanksOrFold(at + 1, end, true);
    }
    int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits > 0) {
      int stop = Math.min(end, at + 2 + digits);
      int codePoint = hex(at + 2, stop);
      if (Character.isValidCodePoint(codePoint)) {
        for (char unit : Character.toChars(codePoint)) {
          out.add(unit, at, stop);
        }
      }
      return stop;
    }
    out.add(unescaped(c), at, at + 2);
    return at + 2;
  }

  private int hex(int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0 || value > Character.MAX_CODE_POINT) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }

  private static char unescaped(char c) {
    return switch (c) {
      case '0' -> '\0';
      case 'a' -> '\u0007';
      case 'b' -> '\b';
      case 't', '\t' -> '\t';
      case 'n' -> '\n';
      case 'v' -> '\u000B';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'e' -> '\u001B';
      case 'N' -> '\u0085';
      case '_' -> '\u00A0';
      case 'L' -> '\u2028';
      case 'P' -> '\u2029';
      default -> c;
    };
  }

  /** Literal and folded scalars: indentation goes, and in folded ones some line breaks. */
  private void block(Span span, ScalarStyle style, String value) {
    int i = span.start();
    int explicit = 0;
    while (i < span.end() && !Chars.isLineEnd(text.charAt(i)) && text.charAt(i) != '#') {
      explicit = Character.isDigit(text.charAt(i)) ? text.charAt(i) - '0' : explicit;
      i++;
    }
    while (i < span.end() && !Chars.isLineEnd(text.charAt(i))) {
      i++;
    }
    if (i == span.end()) {
      return;
    }
    int first = behindBreak(i);
    int indent = indentOfFirstLine(first, span.end());
    if (explicit == 0) {
      blockLines(first, span.end(), indent, style, value.length());
      return;
    }
    // The indicator counts from the parent's indentation, which is not ours to know.
    for (int candidate = indent; candidate > 0; candidate--) {
      out.truncate(0);
      blockLines(first, span.end(), candidate, style, value.length());
      if (out.value().equals(value)) {
        return;
      }
    }
  }

  private int indentOfFirstLine(int from, int end) {
    int lineStart = from;
    int i = from;
    while (i < end) {
      if (Chars.isLineEnd(text.charAt(i))) {
        i = behindBreak(i);
        lineStart = i;
      } else if (text.charAt(i) == ' ') {
        i++;
      } else {
        return i - lineStart;
      }
    }
    return 0;
  }

  private void blockLines(int from, int end, int indent, ScalarStyle style, int length) {
    int i = leadingBreaks(from, end, indent);
    while (i < end) {
      boolean folds = style == ScalarStyle.FOLDED && !Chars.isSpace(text.charAt(i));
      while (i < end && !Chars.isLineEnd(text.charAt(i))) {
        out.add(text.charAt(i), i, i + 1);
        i++;
      }
      if (i == end) {
        break;
      }
      int lineEnd = i;
      int next = skipIndent(behindBreak(i), end, indent);
      boolean blankFollows = next < end && Chars.isLineEnd(text.charAt(next));
      int content = contentBehind(next, end, indent);
      if (content == end || !folds || Chars.isSpace(text.charAt(content))) {
        out.add('\n', lineEnd, next);
      } else if (!blankFollows) {
        out.add(' ', lineEnd, next);
      }
      i = leadingBreaks(behindBreak(lineEnd), end, indent);
    }
    if (out.length() == length - 1) {
      // The parser ends a last line that ends with the text.
      out.add('\n', end, end);
    }
    out.truncate(length);
  }

  /** Adds a line break for each blank line from {@code from} on; returns the next content. */
  private int leadingBreaks(int from, int end, int indent) {
    int i = skipIndent(from, end, indent);
    while (i < end && Chars.isLineEnd(text.charAt(i))) {
      int behind = behindBreak(i);
      out.add('\n', i, behind);
      i = skipIndent(behind, end, indent);
    }
    return i;
  }

  private int contentBehind(int from, int end, int indent) {
    int i = from;
    while (i < end && Chars.isLineEnd(text.charAt(i))) {
      i = skipIndent(behindBreak(i), end, indent);
    }
    return i;
  }

  private int skipIndent(int from, int end, int indent) {
    int i = from;
    while (i < end && i - from < indent && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private int behindBreak(int at) {
    return text.startsWith("\r\n", at) ? at + 2 : at + 1;
  }
}
