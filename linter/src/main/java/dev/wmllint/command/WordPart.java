package dev.wmllint.command;

import dev.wmllint.text.Span;
import java.util.List;

/** A piece of a word, in one of the ways in which the shell reads it. */
public sealed interface WordPart {
  /** Where it is; quotes around literal text do not belong to it. */
  Span span();

  /**
   * Text that means itself.
   *
   * @param text after the shell has taken away quotes and backslashes
   */
  record Literal(Span span, String text, Quoting quoting) implements WordPart {}

  /**
   * {@code $NAME} or {@code ${NAME…}}; in arithmetic also a bare {@code NAME}.
   *
   * @param span all of it, with dollar and braces
   * @param nameSpan the name alone
   */
  record VariableUse(Span span, String name, Span nameSpan, Form form) implements WordPart {
    /** How a variable is asked for. */
    public enum Form {
      /** {@code $X}, {@code ${X}}. */
      PLAIN,
      /** {@code ${X:-word}}, {@code ${X:=word}}, {@code ${X:+word}}: it may be absent. */
      WITH_DEFAULT,
      /** {@code X} or {@code $X} inside {@code $((…))}. */
      ARITHMETIC,
      /** {@code ${X[0]}}, {@code ${!X*}}: not a variable's value alone. */
      ARRAY,
      /** {@code ${#X}}, {@code ${X%.*}} and the like. */
      OTHER
    }
  }

  /**
   * {@code $(…)}, {@code `…`}, {@code <(…)} or {@code >(…)}.
   *
   * @param statements what is inside; empty where it cannot be read
   */
  record Substitution(Span span, List<Statement> statements) implements WordPart {
    public Substitution {
      statements = List.copyOf(statements);
    }
  }

  /**
   * What only the running shell can turn into text: {@code *}, {@code {a,b}}, {@code $1}, {@code
   * $((…))}, {@code (…)} of an array, and what is nested too deep to be read.
   *
   * @param isHome whether it is {@code ~} or {@code ~user} at a word's start
   */
  record Expansion(Span span, boolean isHome) implements WordPart {
    Expansion(Span span) {
      this(span, false);
    }
  }
}
