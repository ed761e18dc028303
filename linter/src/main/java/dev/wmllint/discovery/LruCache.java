package dev.wmllint.discovery;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Works things out once each, also when several threads want the same at once, and forgets those
 * that nobody has wanted for longest when it would hold too much. For keys of few kinds and values
 * that are slow to make.
 */
final class LruCache<K, V> {
  private final int capacity;
  private final ToIntFunction<V> weight;
  private final LinkedHashMap<K, Slot<V>> slots = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<K, Integer> weights = new HashMap<>();
  private long held;

  /**
   * An empty memo.
   *
   * @param capacity what the values may weigh together; the last one is kept whatever it weighs
   * @param weight of a value
   */
  LruCache(int capacity, ToIntFunction<V> weight) {
    this.capacity = capacity;
    this.weight = weight;
  }

  /** A value, or the lock of the one thread that works it out. */
  private static final class Slot<V> {
    private Optional<V> value = Optional.empty();

    synchronized V get(Supplier<V> source) {
      if (value.isEmpty()) {
        value = Optional.of(source.get());
      }
      return value.get();
    }
  }

  /** The value of a key, worked out if it is not here. */
  V get(K key, Supplier<V> source) {
    Slot<V> slot;
    synchronized (slots) {
      slot = slots.computeIfAbsent(key, unused -> new Slot<>());
    }
    V value = slot.get(source);
    synchronized (slots) {
      if (slots.get(key) == slot && weights.putIfAbsent(key, weight.applyAsInt(value)) == null) {
        held += weights.get(key);
        forget();
      }
    }
    return value;
  }

  /** What is still being worked out weighs nothing yet; forgotten now, it is not kept later. */
  private void forget() {
    Iterator<K> eldest = slots.keySet().iterator();
    while (held > capacity && slots.size() > 1) {
      K key = eldest.next();
      eldest.remove();
      held -= weights.getOrDefault(key, 0);
      weights.remove(key);
    }
  }
}
