package dev.wmllint.layout;

import dev.wmllint.text.Edit;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.lines.Chars;
import dev.wmllint.yaml.syntax.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text brought along from where it was copied: marks before each line, such as line numbers,
 * the quotes of a mail or the marks of a diff, and the fences of a Markdown code block.
 */
record PastedMarks(String text, LineIndex lines) {
  private static final Pattern NUMBER = Pattern.compile("[ \\t]*(\\d{1,5})[:.)]?(?:[ \\t]*[|│])?");
  private static final Pattern QUOTE = Pattern.compile(">(?: ?>)*|[|│]");
  private static final Pattern CHANGED = Pattern.compile("[+ ]");
  private static final Pattern DIFF_HEADER =
      Pattern.compile("(?:diff |index |--- |\\+\\+\\+ |@@ |new file).*");
  private static final Pattern FENCE = Pattern.compile("[ \\t]*(?:```|~~~)\\S*[ \\t]*");

  /** What is to be taken out, and why; empty where nothing is. */
  Optional<Problem> find() {
    return marks(NUMBER, Integer.MAX_VALUE, "line numbers")
        .filter(problem -> isCounted())
        .or(() -> marks(QUOTE, 1, "marks of a quotation"))
        .or(this::diff)
        .or(this::fence);
  }

  /** Marks before all lines but empty ones, and as many of the spaces after them as all share. */
  private Optional<Problem> marks(Pattern pattern, int maxSpaces, String words) {
    List<Span> marks = new ArrayList<>();
    int shared = maxSpaces;
    for (int line = 0; line < lines.count(); line++) {
      Span span = lines.span(line);
      Matcher mark = matcher(pattern, span);
      if (span.of(text).isBlank()) {
        continue;
      }
      if (!mark.lookingAt()) {
        return Optional.empty();
      }
      marks.add(new Span(span.start(), mark.end()));
      int spaces = spaces(mark.end(), span.end());
      shared = mark.end() + spaces == span.end() ? shared : Math.min(shared, spaces);
    }
    List<Edit> edits = new ArrayList<>();
    for (Span mark : marks) {
      int end = mark.end() + Math.min(shared, spaces(mark.end(), lineEnd(mark)));
      edits.add(Edit.remove(new Span(mark.start(), end)));
    }
    return marks.size() < 2
        ? Optional.empty()
        : Optional.of(problem(marks.get(0), words + " before each line", edits));
  }

  private boolean isCounted() {
    int next = -1;
    for (int line = 0; line < lines.count(); line++) {
      Matcher number = matcher(NUMBER, lines.span(line));
      if (number.lookingAt()) {
        int value = Integer.parseInt(number.group(1));
        if (next >= 0 && value != next) {
          return false;
        }
        next = value + 1;
      }
    }
    return true;
  }

  /** A diff that adds lines; lines that it removes only count below a header. */
  private Optional<Problem> diff() {
    List<Span> marks = new ArrayList<>();
    boolean added = false;
    boolean header = false;
    for (int line = 0; line < lines.count(); line++) {
      Span span = lines.span(line);
      boolean removed = header && !span.isEmpty() && text.charAt(span.start()) == '-';
      if (matcher(DIFF_HEADER, span).matches() || removed) {
        header = true;
        marks.add(span);
      } else if (!span.isEmpty()) {
        if (!matcher(CHANGED, span).lookingAt()) {
          return Optional.empty();
        }
        added |= text.charAt(span.start()) == '+';
        marks.add(new Span(span.start(), span.start() + 1));
      }
    }
    if (!added || marks.size() < 2) {
      return Optional.empty();
    }
    List<Edit> edits = marks.stream().map(Edit::remove).toList();
    return Optional.of(problem(marks.get(0), "marks of a diff before each line", edits));
  }

  /** The fence of a code block, and what is around the block. */
  private Optional<Problem> fence() {
    boolean any = text.contains("```") || text.contains("~~~");
    int open = any ? nextFence(0) : -1;
    if (open < 0) {
      return Optional.empty();
    }
    int close = nextFence(open + 1);
    int last = lines.endOf(lines.count() - 1);
    List<Edit> edits = new ArrayList<>();
    boolean ends = close < 0 && text.substring(lines.endOf(open)).isBlank();
    edits.add(
        Edit.remove(new Span(ends ? lines.startOf(open) : 0, ends ? last : lines.endOf(open))));
    if (close >= 0) {
      edits.add(Edit.remove(new Span(lines.startOf(close), last)));
    }
    return Optional.of(
        problem(lines.span(open), "a Markdown code fence is no part of a YAML file", edits));
  }

  private int nextFence(int from) {
    for (int line = from; line < lines.count(); line++) {
      if (matcher(FENCE, lines.span(line)).matches()) {
        return line;
      }
    }
    return -1;
  }

  private Matcher matcher(Pattern pattern, Span line) {
    return pattern.matcher(text).region(line.start(), line.end());
  }

  private int spaces(int from, int end) {
    return Chars.skipSpaces(text, from, end) - from;
  }

  private int lineEnd(Span mark) {
    return lines.endOf(lines.lineOf(mark.start()));
  }

  private static Problem problem(Span first, String message, List<Edit> edits) {
    String title = "remove " + (edits.size() > 2 ? "them" : "it");
    return Problem.syntax(first, message, title).mendedBy(title, edits);
  }
}
