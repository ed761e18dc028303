package dev.wmllint.yaml;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import java.util.List;
import java.util.Optional;

/** Takes a mistake out of a text without moving anything else, so that reading can go on. */
sealed interface Repair {
  /** The repaired text; each char that stays keeps its offset. */
  String apply(String text, LineIndex lines);

  /** What cannot be read because of it; empty where nothing is lost. */
  Optional<Span> damage(LineIndex lines);

  /** Blanks whole lines, which are lost. */
  record BlankLines(int first, int last) implements Repair {
    @Override
    public String apply(String text, LineIndex lines) {
      return blank(text, new Span(lines.startOf(first), lines.endOf(last)));
    }

    @Override
    public Optional<Span> damage(LineIndex lines) {
      return Optional.of(new Span(lines.startOf(first), lines.endOf(last)));
    }
  }

  /** Blanks a part of the text, which is lost. */
  record BlankPart(Span part) implements Repair {
    @Override
    public String apply(String text, LineIndex lines) {
      return blank(text, part);
    }

    @Override
    public Optional<Span> damage(LineIndex lines) {
      return Optional.of(part);
    }
  }

  /** Blanks what never belonged to the document. */
  record BlankForeign(List<Span> parts) implements Repair {
    @Override
    public String apply(String text, LineIndex lines) {
      StringBuilder changed = new StringBuilder(text);
      parts.forEach(part -> blank(changed, part));
      return changed.toString();
    }

    @Override
    public Optional<Span> damage(LineIndex lines) {
      return Optional.empty();
    }
  }

  /** Puts other chars into the place of those at {@code offset}; nothing is lost. */
  record Replace(int offset, String chars) implements Repair {
    @Override
    public String apply(String text, LineIndex lines) {
      int end = Math.min(text.length(), offset + chars.length());
      return text.substring(0, offset) + chars.substring(0, end - offset) + text.substring(end);
    }

    @Override
    public Optional<Span> damage(LineIndex lines) {
      return Optional.empty();
    }
  }

  /** Puts what is missing behind the end of the text; what it closes may have ended before. */
  record Append(String chars) implements Repair {
    @Override
    public String apply(String text, LineIndex lines) {
      return text + chars;
    }

    @Override
    public Optional<Span> damage(LineIndex lines) {
      return Optional.of(Span.at(lines.endOf(lines.count() - 1)));
    }
  }

  /** Indents with one space for each tab, or each other char that only looks like a blank. */
  record IndentWithSpaces() implements Repair {
    @Override
    public String apply(String text, LineIndex lines) {
      StringBuilder changed = new StringBuilder(text);
      for (int line = 0; line < lines.count(); line++) {
        int end = lines.endOf(line);
        for (int i = lines.startOf(line); i < end && indents(text, i, end); i++) {
          if (text.charAt(i) != '-') {
            changed.setCharAt(i, ' ');
          }
        }
      }
      return changed.toString();
    }

    private static boolean indents(String text, int i, int end) {
      char c = text.charAt(i);
      boolean dash = c == '-' && (i + 1 == end || isBlankLike(text.charAt(i + 1)));
      return dash || isBlankLike(c);
    }

    private static boolean isBlankLike(char c) {
      return c == ' ' || c == '\t' || FalseBlanks.isOne(c);
    }

    @Override
    public Optional<Span> damage(LineIndex lines) {
      return Optional.empty();
    }
  }

  /** One repair, then another. */
  record Both(Repair one, Repair other) implements Repair {
    @Override
    public String apply(String text, LineIndex lines) {
      return other.apply(one.apply(text, lines), lines);
    }

    @Override
    public Optional<Span> damage(LineIndex lines) {
      return one.damage(lines)
          .map(span -> other.damage(lines).map(span::union).orElse(span))
          .or(() -> other.damage(lines));
    }
  }

  private static String blank(String text, Span part) {
    StringBuilder changed = new StringBuilder(text);
    blank(changed, part);
    return changed.toString();
  }

  private static void blank(StringBuilder text, Span part) {
    for (int i = part.start(); i < part.end(); i++) {
      if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
        text.setCharAt(i, ' ');
      }
    }
  }
}
