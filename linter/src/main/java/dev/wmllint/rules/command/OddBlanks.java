package dev.wmllint.rules.command;

import dev.wmllint.command.Quoting;
import dev.wmllint.command.Word;
import dev.wmllint.command.WordPart;
import dev.wmllint.command.WordPart.Literal;
import dev.wmllint.fix.Edit;
import dev.wmllint.fix.Fix;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Chars that look like a blank, or like nothing, and are letters to the shell: they come with text
 * that is copied from web pages and from office programs.
 *
 * @param word in which they stand, outside of quotes
 * @param places where, one char each
 */
record OddBlanks(Word word, List<Span> places) {
  private static final char ZERO_WIDTH_SPACE = '\u200b';
  private static final char BYTE_ORDER_MARK = '\ufeff';

  static Optional<OddBlanks> in(Word word) {
    List<Span> places = new ArrayList<>();
    for (WordPart part : word.parts()) {
      if (part instanceof Literal text && text.quoting() == Quoting.NONE) {
        for (int i = 0; i < text.text().length(); i++) {
          if (isOdd(text.text().charAt(i))) {
            int at = text.span().start() + i;
            places.add(new Span(at, at + 1));
          }
        }
      }
    }
    return places.isEmpty() ? Optional.empty() : Optional.of(new OddBlanks(word, places));
  }

  static boolean isOdd(char c) {
    return (c > ' ' && Character.isSpaceChar(c)) || c == ZERO_WIDTH_SPACE || c == BYTE_ORDER_MARK;
  }

  /** The text with blanks in their place. */
  static String asBlanks(String text) {
    StringBuilder shown = new StringBuilder();
    text.chars().forEach(c -> shown.append(isOdd((char) c) ? ' ' : (char) c));
    return shown.toString();
  }

  /** Says that they are what is wrong, and offers blanks. */
  void explain(CommandContext scene, RuleContext.Finding finding) {
    finding.help("its name holds " + name(scene) + ": write a blank in its place");
    fix(scene).ifPresent(finding::fix);
  }

  /** {@code a no-break space (U+00A0)}: the first of them. */
  private String name(CommandContext scene) {
    char c = scene.scalar().value().charAt(places.get(0).start());
    String name = Character.getName(c).toLowerCase(Locale.ROOT);
    String article = "aeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ";
    return article + String.format(Locale.ROOT, "%s (U+%04X)", name, (int) c);
  }

  /** Puts a blank in their place, unless there is one beside it already. */
  private Optional<Fix> fix(CommandContext scene) {
    List<Edit> edits = new ArrayList<>();
    for (Span place : places) {
      Optional<Edit> edit =
          isAloneOnLine(scene, place)
              ? Optional.empty()
              : scene.edit(place, isBesideBlank(scene, place) ? "" : " ");
      if (edit.isEmpty()) {
        return Optional.empty();
      }
      edits.add(edit.get());
    }
    return Optional.of(Fix.unsafe("write a blank", edits.toArray(Edit[]::new)));
  }

  private static boolean isBesideBlank(CommandContext scene, Span place) {
    String text = scene.context().text();
    Span source = scene.scalar().sourceSpan(place);
    return isBlank(text, source.start() - 1) || isBlank(text, source.end());
  }

  /** Whether the line in the file would be blank without it: YAML reads blank lines its own way. */
  private static boolean isAloneOnLine(CommandContext scene, Span place) {
    String text = scene.context().text();
    int start = scene.scalar().sourceSpan(place).start();
    int end = start;
    while (start > 0 && isBlank(text, start - 1) && text.charAt(start - 1) != '\n') {
      start--;
    }
    while (end < text.length() && (isBlank(text, end) || isOdd(text.charAt(end)))) {
      if (text.charAt(end) == '\n') {
        return start == 0 || text.charAt(start - 1) == '\n';
      }
      end++;
    }
    return false;
  }

  private static boolean isBlank(String text, int at) {
    return at < 0 || at >= text.length() || Character.isWhitespace(text.charAt(at));
  }
}
