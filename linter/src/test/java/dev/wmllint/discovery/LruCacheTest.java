package dev.wmllint.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class LruCacheTest {
  private final AtomicInteger made = new AtomicInteger();

  private String get(LruCache<String, String> memo, String key) {
    return memo.get(
        key,
        () -> {
          made.incrementAndGet();
          return key + key;
        });
  }

  @Test
  void eachIsMadeOnce() {
    LruCache<String, String> memo = new LruCache<>(100, String::length);
    assertEquals("aa", get(memo, "a"));
    assertEquals("bb", get(memo, "b"));
    assertEquals("aa", get(memo, "a"));
    assertEquals(2, made.get());
  }

  @Test
  void whatNobodyWantedForLongestIsForgotten() {
    LruCache<String, String> memo = new LruCache<>(5, String::length);
    for (String key : List.of("a", "b", "a", "c", "a", "c", "b")) {
      get(memo, key);
    }
    // Of a, b and c only two fit: c drives b out, which is made anew at the end.
    assertEquals(4, made.get());
  }

  @Test
  void theLastOneIsKeptWhateverItWeighs() {
    LruCache<String, String> memo = new LruCache<>(5, String::length);
    get(memo, "a");
    get(memo, "large");
    get(memo, "large");
    assertEquals(2, made.get());
    get(memo, "a");
    assertEquals(3, made.get());
  }

  @Test
  void manyWhoWantTheSameAtOnceWaitForOne() throws Exception {
    LruCache<String, String> memo = new LruCache<>(100, String::length);
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> wishes = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        String key = String.valueOf((char) ('a' + i % 4));
        wishes.add(() -> get(memo, key));
      }
      for (Future<String> value : pool.invokeAll(wishes)) {
        assertEquals(2, value.get().length());
      }
    } finally {
      pool.shutdownNow();
    }
    assertEquals(4, made.get());
  }
}
