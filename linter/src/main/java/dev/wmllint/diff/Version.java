package dev.wmllint.diff;

import dev.wmllint.redact.Redactor;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One of the two texts of a diff, in lines as {@code patch} counts them: they end at {@code \n}
 * alone, and the byte order mark belongs to the first.
 */
final class Version {
  private static final String MARK = "\uFEFF";

  private final SourceText source;
  private final Redactor redactor;
  private final List<Span> spans = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  Version(SourceText source, Redactor redactor) {
    this.source = source;
    this.redactor = redactor;
    String text = source.text();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start) + 1;
      Span span = new Span(start, end == 0 ? text.length() : end);
      spans.add(span);
      lines.add(withMark(span, span.of(text)));
      start = span.end();
    }
  }

  private String withMark(Span span, String line) {
    return source.hasByteOrderMark() && span.start() == 0 ? MARK + line : line;
  }

  List<String> lines() {
    return lines;
  }

  String shown(int line) {
    Span span = spans.get(line);
    Span content = new Span(span.start(), span.end() - (lines.get(line).endsWith("\n") ? 1 : 0));
    String text =
        redactor.mayShowLines()
            ? redactor.mask(content, Span.at(content.start())).text()
            : Redactor.MASK;
    return withMark(span, text);
  }

  /** Whether a line is not shown as it is. */
  boolean isMasked(int line) {
    return !shown(line).equals(lines.get(line).replaceFirst("\n$", ""));
  }

  /** Whether any line of a half-open range is not shown as it is. */
  boolean isMasked(int from, int to) {
    return IntStream.range(from, to).anyMatch(this::isMasked);
  }

  /** Whether a line is the last and has no line end. */
  boolean isOpen(int line) {
    return !lines.get(line).endsWith("\n");
  }
}
