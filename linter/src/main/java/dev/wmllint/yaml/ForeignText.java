package dev.wmllint.yaml;

import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What gets into a document by accident and is no YAML at all: the marks of a merge conflict, a
 * Markdown fence, chars that look like a blank or like nothing.
 */
final class ForeignText {
  private static final List<String> CONFLICT = List.of("<<<<<<<", "|||||||", "=======", ">>>>>>>");

  private final Layout layout;
  private final String text;

  ForeignText(Layout layout) {
    this.layout = layout;
    this.text = layout.text();
  }

  /** The marks that version control leaves; of both sides the first is read. */
  Optional<SyntaxProblems.Candidate> conflict() {
    List<Span> foreign = new ArrayList<>();
    Optional<Span> first = Optional.empty();
    boolean theirs = false;
    for (int line = 0; line < layout.lines().count(); line++) {
      Span span = layout.lines().span(line);
      Optional<String> mark = conflictMark(span);
      if (mark.isPresent()) {
        first = first.or(() -> Optional.of(span));
        theirs = !mark.get().equals(CONFLICT.get(0)) && !mark.get().equals(CONFLICT.get(3));
      }
      if (mark.isPresent() || theirs) {
        foreign.add(span);
      }
    }
    if (theirs) {
      // No closing mark: there is nothing to tell the two sides apart by.
      foreign.removeIf(span -> conflictMark(span).isEmpty());
    }
    return first.map(
        span ->
            new SyntaxProblems.Candidate(
                Problem.syntax(
                    span,
                    "this is the mark of a merge conflict that was not resolved",
                    "keep one side of the conflict and remove the marks"),
                new Repair.BlankForeign(foreign)));
  }

  private Optional<String> conflictMark(Span line) {
    return CONFLICT.stream()
        .filter(mark -> text.startsWith(mark, line.start()))
        .filter(mark -> line.length() == 7 || text.charAt(line.start() + 7) == ' ')
        .findFirst();
  }

  /** The fence of a Markdown code block around the document. */
  Optional<SyntaxProblems.Candidate> fence() {
    List<Span> fences = new ArrayList<>();
    for (int line = 0; line < layout.lines().count(); line++) {
      Span span = layout.contentOf(line);
      boolean fence = text.startsWith("```", span.start()) || text.startsWith("~~~", span.start());
      if (fence && span.of(text).indexOf(' ') < 0) {
        fences.add(span);
      }
    }
    if (fences.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SyntaxProblems.Candidate(
            Problem.syntax(
                fences.get(0), "a Markdown code fence is no part of a YAML file", "remove it"),
            new Repair.BlankForeign(fences)));
  }

  /** A char that looks like a blank where only a true one counts, in a line or just above it. */
  Optional<SyntaxProblems.Candidate> invisible(int line, int linesAbove) {
    for (int i = line; i >= Math.max(0, line - linesAbove); i--) {
      int at = invisibleIn(layout.lines().span(i));
      if (at >= 0) {
        return Optional.of(invisible(at));
      }
    }
    return Optional.empty();
  }

  private SyntaxProblems.Candidate invisible(int at) {
    int end = at + 1;
    while (end < text.length() && text.charAt(end) == text.charAt(at)) {
      end++;
    }
    Problem problem =
        Problem.syntax(
            new Span(at, end),
            "here stands " + name(text.charAt(at)) + ", which YAML does not take for a blank",
            "replace it by spaces");
    Repair spaces =
        new Repair.Both(
            new Repair.Replace(at, " ".repeat(end - at)), new Repair.IndentWithSpaces());
    return new SyntaxProblems.Candidate(problem, spaces);
  }

  /** Where such a char indents a line or stands behind a {@code :} or a dash; -1 for nowhere. */
  private int invisibleIn(Span line) {
    boolean blankCounts = true;
    for (int i = line.start(); i < line.end(); i++) {
      char c = text.charAt(i);
      if (isInvisible(c) && blankCounts) {
        return i;
      }
      boolean dash = c == '-' && blankCounts;
      blankCounts = dash || c == ':' || (c == ' ' && blankCounts);
    }
    return -1;
  }

  /** Blanks that are no spaces, and chars without width (Unicode categories Zs and Cf). */
  static boolean isInvisible(char c) {
    int type = Character.getType(c);
    return c != ' ' && (type == Character.SPACE_SEPARATOR || type == Character.FORMAT);
  }

  private static String name(char c) {
    String code = String.format(Locale.ROOT, "U+%04X", (int) c);
    return switch (c) {
      case '\u00A0' -> "a no-break space (" + code + ")";
      case '\u200B' -> "a zero-width space (" + code + ")";
      case '\u3000' -> "an ideographic space (" + code + ")";
      case '\uFEFF' -> "a byte order mark (" + code + ")";
      default -> "the invisible character " + code;
    };
  }
}
