package dev.wmllint.rules.command;

import dev.wmllint.command.Quoting;
import dev.wmllint.command.Word;
import dev.wmllint.command.WordPart;
import dev.wmllint.command.WordPart.Literal;
import dev.wmllint.fix.Fix;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.text.Blanks;
import dev.wmllint.text.Edit;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Characters that look like a space, or like nothing, and are letters to the shell.
 *
 * @param word that has them, outside of quotes
 * @param places where, one char each
 */
record OddBlanks(Word word, List<Span> places) {
  static Optional<OddBlanks> in(Word word) {
    List<Span> places = new ArrayList<>();
    for (WordPart part : word.parts()) {
      if (part instanceof Literal text && text.quoting() == Quoting.NONE) {
        for (int i = 0; i < text.text().length(); i++) {
          if (Blanks.isOdd(text.text().charAt(i))) {
            int at = text.span().start() + i;
            places.add(new Span(at, at + 1));
          }
        }
      }
    }
    return places.isEmpty() ? Optional.empty() : Optional.of(new OddBlanks(word, places));
  }

  /** Says that they are what is wrong, and offers what was meant. */
  void explain(CommandContext command, RuleContext.Finding finding) {
    char first = command.scalar().value().charAt(places.get(0).start());
    String help = Character.isSpaceChar(first) ? "write a space in its place" : "remove it";
    finding.help("it holds " + Blanks.name(first) + ": " + help);
    finding.fix(fix(command, Character.isSpaceChar(first) ? "write a space" : "remove it"));
  }

  /** Puts a space in the place of what looks like one, unless there is one beside it already. */
  private Optional<Fix> fix(CommandContext command, String title) {
    List<Edit> edits = new ArrayList<>();
    for (Span place : places) {
      boolean space = Character.isSpaceChar(command.scalar().value().charAt(place.start()));
      Optional<Edit> edit =
          isAloneOnLine(command, place)
              ? Optional.empty()
              : command.edit(place, !space || isBesideBlank(command, place) ? "" : " ");
      if (edit.isEmpty()) {
        return Optional.empty();
      }
      edits.add(edit.get());
    }
    return Optional.of(Fix.unsafe(title, edits.toArray(Edit[]::new)));
  }

  private static boolean isBesideBlank(CommandContext command, Span place) {
    String text = command.context().text();
    Span source = command.scalar().sourceSpan(place);
    return isBlank(text, source.start() - 1) || isBlank(text, source.end());
  }

  /** Whether the line in the file would be blank without it: YAML reads blank lines its own way. */
  private static boolean isAloneOnLine(CommandContext command, Span place) {
    String text = command.context().text();
    int start = command.scalar().sourceSpan(place).start();
    int end = start;
    while (start > 0 && isBlank(text, start - 1) && text.charAt(start - 1) != '\n') {
      start--;
    }
    while (end < text.length() && (isBlank(text, end) || Blanks.isOdd(text.charAt(end)))) {
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
