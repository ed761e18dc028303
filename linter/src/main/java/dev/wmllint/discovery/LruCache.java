package dev.wmllint.discovery;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Computes values once each, also when several threads want the same at once, and forgets the least
 * recently used ones when it would hold too much. For few kinds of keys, and for values that are
 * slow to make.
 */
final class LruCache<K, V> {
  private final int capacity;
  private final ToIntFunction<V> weight;
  private final LinkedHashMap<K, Slot<V>> slots = new LinkedHashMap<>(16, 0.75f, true);
  private long held;

  /**
   * An empty cache.
   *
   * @param capacity what the values may weigh together; the last one is kept whatever it weighs
   */
  LruCache(int capacity, ToIntFunction<V> weight) {
    this.capacity = capacity;
    this.weight = weight;
  }

  /** A value, or the lock of the one thread that computes it. */
  private static final class Slot<V> {
    private Optional<V> value = Optional.empty();

    /** As far as it is counted; guarded by the cache, not by the slot. */
    private int weight;

    synchronized V get(Supplier<V> source) {
      if (value.isEmpty()) {
        value = Optional.of(source.get());
      }
      return value.get();
    }
  }

  /** The value of a key, computed if it is not here. */
  V get(K key, Supplier<V> source) {
    Slot<V> slot;
    synchronized (slots) {
      slot = slots.computeIfAbsent(key, unused -> new Slot<>());
    }
    V value = slot.get(source);
    synchronized (slots) {
      if (slots.get(key) == slot && slot.weight == 0) {
        slot.weight = weight.applyAsInt(value);
        held += slot.weight;
        forget();
      }
    }
    return value;
  }

  /** What is still being computed weighs nothing yet; forgotten now, it is not kept later. */
  private void forget() {
    Iterator<Slot<V>> eldest = slots.values().iterator();
    while (held > capacity && slots.size() > 1) {
      held -= eldest.next().weight;
      eldest.remove();
    }
  }
}
