package dev.wmllint.lsp.document;

import java.util.function.Supplier;

/** A value that is worked out when it is first asked for, once, by whichever thread. */
final class Lazy<T> {
  private final Supplier<T> source;
  private T value;
  private boolean known;

  Lazy(Supplier<T> source) {
    this.source = source;
  }

  synchronized T get() {
    if (!known) {
      value = source.get();
      known = true;
    }
    return value;
  }
}
