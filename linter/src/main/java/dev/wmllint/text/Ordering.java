package dev.wmllint.text;

import java.util.Comparator;
import java.util.function.Function;

/**
 * Orders by a key, as {@link Comparator#comparing} does. The lambdas of that are serializable, and
 * so are spun at run time even where an archive of classes holds all others: five milliseconds of
 * each start.
 */
public final class Ordering {
  private Ordering() {}

  /** In the order of the keys. */
  public static <T, K extends Comparable<? super K>> Comparator<T> by(
      Function<? super T, ? extends K> key) {
    return (one, other) -> key.apply(one).compareTo(key.apply(other));
  }
}
