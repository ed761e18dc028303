package dev.wmllint.command;

import dev.wmllint.command.WordPart.Literal;
import dev.wmllint.command.WordPart.VariableUse;
import dev.wmllint.text.Span;
import java.util.Optional;

/** A command in an argument: {@code bash -c 'cd src && python x.py'}. */
final class NestedCode {
  private NestedCode() {}

  /**
   * The command in {@code word}, with spans that count in {@code text}. Empty where it stands there
   * otherwise than the shell that runs it will read it, or where that shell refuses it.
   *
   * @param text of which {@code word} is a part
   */
  static Optional<ShellCommand> of(String text, Word word) {
    Span quoted = word.span();
    return isVerbatim(text, word)
        ? Optional.of(ShellCommand.parse(text, new Span(quoted.start() + 1, quoted.end() - 1)))
            .filter(command -> command.problems().isEmpty())
        : Optional.empty();
  }

  /** One pair of quotes around all of it, and nothing escaped; variables stay unknown in it. */
  private static boolean isVerbatim(String text, Word word) {
    int at = word.span().start() + 1;
    for (WordPart part : word.parts()) {
      boolean asWritten =
          part instanceof Literal literal
              ? (literal.quoting() == Quoting.SINGLE || literal.quoting() == Quoting.DOUBLE)
                  && literal.text().equals(literal.span().of(text))
              : part instanceof VariableUse;
      if (!asWritten || part.span().start() != at) {
        return false;
      }
      at = part.span().end();
    }
    char open = text.charAt(word.span().start());
    return word.literal().filter(String::isBlank).isEmpty()
        && (open == '\'' || open == '"')
        && at == word.span().end() - 1;
  }
}
