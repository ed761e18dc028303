package dev.wmllint.yaml.syntax;

import dev.wmllint.text.Blanks;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.lines.Chars;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Takes a mistake out of a text without moving anything else, so that reading can go on.
 *
 * @param change makes the repaired text; each char that stays keeps its offset
 * @param damage what cannot be read because of it; empty where nothing is lost
 */
public record Repair(UnaryOperator<String> change, Optional<Span> damage) {
  public String apply(String text) {
    return change.apply(text);
  }

  /** Gives up a part of the document. */
  static Repair giveUp(Span part) {
    return new Repair(text -> blanked(text, List.of(part)), Optional.of(part));
  }

  /** Passes over what never belonged to the document. */
  static Repair passOver(List<Span> parts) {
    return new Repair(text -> blanked(text, parts), Optional.empty());
  }

  private static String blanked(String text, List<Span> parts) {
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

  /** Puts other chars into the place of those at {@code offset}; nothing is lost. */
  static Repair replace(int offset, String chars) {
    return new Repair(
        text -> {
          int end = Math.min(text.length(), offset + chars.length());
          return text.substring(0, offset) + chars.substring(0, end - offset) + text.substring(end);
        },
        Optional.empty());
  }

  /** Puts what is missing after the end of the text; what it closes may have ended before. */
  static Repair append(String chars, LineIndex lines) {
    Span end = Span.at(lines.endOf(lines.count() - 1));
    return new Repair(text -> text + chars, Optional.of(end));
  }

  /** Indents with one space for each tab, or each other char that only looks like a space. */
  static Repair indentWithSpaces(LineIndex lines) {
    return new Repair(
        text -> {
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
        },
        Optional.empty());
  }

  private static boolean indents(String text, int i, int end) {
    char c = text.charAt(i);
    boolean dash = c == '-' && (i + 1 == end || isSpaceLike(text.charAt(i + 1)));
    return dash || isSpaceLike(c);
  }

  private static boolean isSpaceLike(char c) {
    return Chars.isSpace(c) || Blanks.isInvisible(c);
  }

  /** This one, and then another. */
  Repair and(Repair other) {
    return new Repair(
        text -> other.apply(apply(text)),
        damage.map(span -> other.damage.map(span::union).orElse(span)).or(() -> other.damage));
  }
}
