package dev.wmllint.redact;

import dev.wmllint.text.Span;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds secrets that {@link SecretWords} takes for too short: where they stand as words of their
 * own. For two versions of a text only, in which a value may have moved.
 */
final class ShortSecrets {
  private final Set<String> secrets = new HashSet<>();

  ShortSecrets(Collection<String> values) {
    for (String value : values) {
      boolean word = value.chars().anyMatch(Character::isLetterOrDigit);
      if (word && value.length() < SecretWords.MIN_LENGTH) {
        secrets.add(value);
      }
    }
  }

  void find(String text, Consumer<Span> found) {
    for (int at = 0; !secrets.isEmpty() && at < text.length(); at++) {
      int longest = Math.min(SecretWords.MIN_LENGTH - 1, text.length() - at);
      for (int length = longest; length > 0; length--) {
        Span span = new Span(at, at + length);
        if (isWord(span, text) && secrets.contains(span.of(text))) {
          found.accept(span);
        }
      }
    }
  }

  private static boolean isWord(Span span, String text) {
    boolean goesOn =
        span.end() < text.length()
            && isWordChar(text.charAt(span.end() - 1))
            && isWordChar(text.charAt(span.end()));
    boolean begins =
        span.start() == 0
            || !isWordChar(text.charAt(span.start()))
            || !isWordChar(text.charAt(span.start() - 1));
    return begins && !goesOn;
  }

  private static boolean isWordChar(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
