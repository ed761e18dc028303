package dev.wmllint.yaml.syntax;

import dev.wmllint.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong with the document as YAML.
 *
 * @param kind which sort of problem
 * @param span the smallest place to touch
 * @param message what is wrong
 * @param help what would be right; may be empty
 * @param other the other party: the bracket that was opened, the first document
 * @param changes how the text was read in spite of it, so that this mends it; empty where that is
 *     not known
 */
public record Problem(
    Kind kind, Span span, String message, String help, Optional<Span> other, List<Change> changes) {
  public enum Kind {
    SYNTAX,
    /** Not well-formed because tabs stand where only spaces may. */
    TAB,
    /** Not well-formed because brackets do not match, so that what is in what is a guess. */
    BRACKET,
    /** Not well-formed, or not read as it looks, because of chars that only look like spaces. */
    FALSE_BLANK,
    /** A {@code <<} that names nothing to merge. */
    MERGE,
    /** A tag that readers do not know, or that does not fit what follows it. */
    TAG,
    DOCUMENTS,
    /** Well-formed, and a key is not where it belongs. */
    NESTING,
    /** Well-formed, and a line is there twice. */
    REPEATED,
    /** Well-formed, and the line of a key is not there. */
    LOST,
    /** Larger than it may be: nothing was read. */
    LIMIT
  }

  /** Whether it is about the text, and not about what the text says: the rest is a guess. */
  public boolean isSyntax() {
    return switch (kind) {
      case SYNTAX, TAB, BRACKET, FALSE_BLANK, NESTING, REPEATED, LOST -> true;
      case MERGE, TAG, DOCUMENTS, LIMIT -> false;
    };
  }

  public Problem(Kind kind, Span span, String message, String help) {
    this(kind, span, message, help, Optional.empty());
  }

  public Problem(Kind kind, Span span, String message, String help, Optional<Span> other) {
    this(kind, span, message, help, other, List.of());
  }

  public static Problem syntax(Span span, String message, String help) {
    return new Problem(Kind.SYNTAX, span, message, help);
  }

  public static Problem syntax(Span span, String message, String help, List<Change> changes) {
    return new Problem(Kind.SYNTAX, span, message, help, Optional.empty(), changes);
  }
}
