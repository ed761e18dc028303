package dev.wmllint.diagnostic;

import dev.wmllint.text.Message;
import dev.wmllint.text.Span;
import java.util.Optional;

/**
 * The other party of a finding: the first of two equal keys, an entry of the zip.
 *
 * @param message what stands there, for people
 * @param span where in the manifest; empty when it is not in the manifest
 * @param entry the entry's name in the model definition; empty when it is not in there
 */
public record Related(Message message, Optional<Span> span, Optional<String> entry) {
  /** A place in the manifest itself. */
  public static Related at(Span span, String words) {
    return at(span, Message.of(words));
  }

  /** A place in the manifest itself. */
  public static Related at(Span span, Message message) {
    return new Related(message, Optional.of(span), Optional.empty());
  }

  /** An entry of the model definition. */
  public static Related entry(String name, String words) {
    return new Related(Message.of(words), Optional.empty(), Optional.of(name));
  }
}
