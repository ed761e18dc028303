package dev.wmllint.yaml.syntax;

import dev.wmllint.text.Edit;
import dev.wmllint.text.Message;
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
 * @param mend what makes the text right; empty where that is not known
 */
public record Problem(
    Kind kind,
    Span span,
    Message message,
    Message help,
    Optional<Span> other,
    Optional<Mend> mend) {
  /**
   * What makes the text right.
   *
   * @param title imperative and short, in words of our own
   * @param edits none of which overlaps another
   */
  public record Mend(String title, List<Edit> edits) {}

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

  /** Whether the text is not well-formed. */
  public boolean isIllFormed() {
    return switch (kind) {
      case SYNTAX, TAB, BRACKET, FALSE_BLANK -> true;
      case NESTING, REPEATED, LOST, MERGE, TAG, DOCUMENTS, LIMIT -> false;
    };
  }

  /** One in words of our own, which must not hold anything that the user wrote. */
  public Problem(Kind kind, Span span, String message, String help) {
    this(kind, span, message, help, Optional.empty());
  }

  /** The same, with the other party. */
  public Problem(Kind kind, Span span, String message, String help, Optional<Span> other) {
    this(kind, span, Message.of(message), Message.of(help), other, Optional.empty());
  }

  public static Problem syntax(Span span, String message, String help) {
    return new Problem(Kind.SYNTAX, span, message, help);
  }

  /** The same, with what makes the text right. */
  public Problem mendedBy(String title, List<Edit> edits) {
    return new Problem(kind, span, message, help, other, Optional.of(new Mend(title, edits)));
  }
}
