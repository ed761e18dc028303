package dev.wmllint.yaml.syntax;

import dev.wmllint.text.Blanks;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.lines.Chars;
import java.util.List;
import java.util.Optional;

/** Takes a mistake out of a text without moving anything else, so that reading can go on. */
public sealed interface Repair {
  /** The repaired text; each char that stays keeps its offset. */
  String apply(String text, LineIndex lines);

  /** What cannot be read because of it; empty where nothing is lost. */
  default Optional<Span> damage(LineIndex lines) {
    return Optional.empty();
  }

  /**
   * Puts spaces in the place of parts of the text.
   *
   * @param lost whether they belong to the document, which cannot be read there then
   */
  record Blank(List<Span> parts, boolean lost) implements Repair {
    @Override
    public String apply(String text, LineIndex lines) {
      StringBuilder changed = new StringBuilder(text);
      for (Span part : parts) {
        for (int i = part.start(); i < part.end(); i++) {
          if (!Chars.isLineEnd(text.charAt(i))) {
            changed.setCharAt(i, ' ');
          }
        }
      }
      return changed.toString();
    }

    @Override
    public Optional<Span> damage(LineIndex lines) {
      return lost ? parts.stream().reduce(Span::union) : Optional.empty();
    }
  }

  /** Gives up a part of the document. */
  static Repair giveUp(Span part) {
    return new Blank(List.of(part), true);
  }

  /** Passes over what never belonged to the document. */
  static Repair passOver(List<Span> parts) {
    return new Blank(parts, false);
  }

  /** Puts other chars into the place of those at {@code offset}; nothing is lost. */
  record Replace(int offset, String chars) implements Repair {
    @Override
    public String apply(String text, LineIndex lines) {
      int end = Math.min(text.length(), offset + chars.length());
      return text.substring(0, offset) + chars.substring(0, end - offset) + text.substring(end);
    }
  }

  /** Puts what is missing after the end of the text; what it closes may have ended before. */
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

  /** Indents with one space for each tab, or each other char that only looks like a space. */
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
      boolean dash = c == '-' && (i + 1 == end || isSpaceLike(text.charAt(i + 1)));
      return dash || isSpaceLike(c);
    }

    private static boolean isSpaceLike(char c) {
      return Chars.isSpace(c) || Blanks.isInvisible(c);
    }
  }

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
}
