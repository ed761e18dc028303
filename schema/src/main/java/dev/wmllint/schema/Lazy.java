package dev.wmllint.schema;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is worked out when it is first asked for, once, by whichever thread. */
public final class Lazy<T> {
  private final Supplier<T> source;
  private T value;
  private boolean known;

  public Lazy(Supplier<T> source) {
    this.source = source;
  }

  /** The value if it was asked for before. */
  public synchronized Optional<T> known() {
    return known ? Optional.of(value) : Optional.empty();
  }

  public synchronized T get() {
    if (!known) {
      value = source.get();
      known = true;
    }
    return value;
  }
}
