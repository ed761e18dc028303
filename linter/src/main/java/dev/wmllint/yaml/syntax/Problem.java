package dev.wmllint.yaml.syntax;

import dev.wmllint.text.Span;
import java.util.Optional;

/**
 * What is wrong with the document as YAML.
 *
 * @param kind which sort of problem
 * @param span the smallest place to touch
 * @param message what is wrong
 * @param help what would be right; may be empty
 * @param other the other party: the bracket that was opened, the first document
 */
public record Problem(Kind kind, Span span, String message, String help, Optional<Span> other) {
  public enum Kind {
    SYNTAX,
    /** Not well-formed because tabs stand where only spaces may. */
    TAB,
    /** Not well-formed, or not read as it looks, because of chars that only look like spaces. */
    FALSE_BLANK,
    /** A {@code <<} that names nothing to merge. */
    MERGE,
    /** A tag that readers do not know, or that does not fit what follows it. */
    TAG,
    DOCUMENTS,
    /** Larger than it may be: nothing was read. */
    LIMIT
  }

  /** Whether it is about the text, and not about what the text says. */
  public boolean isSyntax() {
    return kind == Kind.SYNTAX || kind == Kind.TAB || kind == Kind.FALSE_BLANK;
  }

  public Problem(Kind kind, Span span, String message, String help) {
    this(kind, span, message, help, Optional.empty());
  }

  public static Problem syntax(Span span, String message, String help) {
    return new Problem(Kind.SYNTAX, span, message, help);
  }
}
