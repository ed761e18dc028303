package dev.wmllint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InOrderTest {
  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void resultsComeInTheOrderOfTheThings(int threads) {
    List<Integer> taken = new ArrayList<>();
    InOrder.run(numbers(500), threads, number -> number * 2, taken::add);
    assertEquals(numbers(500).stream().map(number -> number * 2).toList(), taken);
  }

  /**
   * The first takes until all that may be begun is begun: nothing more is, however much is left.
   */
  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void onlySoManyAreUnderWay(int threads) {
    int window = threads * InOrder.AHEAD;
    CountDownLatch begun = new CountDownLatch(window);
    AtomicInteger held = new AtomicInteger();
    Set<Integer> tooMany = ConcurrentHashMap.newKeySet();
    InOrder.run(
        numbers(50 * window),
        threads,
        number -> {
          int now = held.incrementAndGet();
          if (now > window) {
            tooMany.add(now);
          }
          begun.countDown();
          return number == 0 ? wait(begun) : true;
        },
        inTime -> {
          held.decrementAndGet();
          return inTime;
        });
    assertEquals(Set.of(), tooMany);
    assertEquals(0, held.get());
  }

  private static boolean wait(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void fewThingsTakeNoThread(int count) {
    Set<Thread> threads = new HashSet<>();
    InOrder.run(numbers(count), 8, number -> threads.add(Thread.currentThread()), added -> true);
    assertEquals(count == 0 ? Set.of() : Set.of(Thread.currentThread()), threads);
  }

  @Test
  void oneJobTakesNoThread() {
    Set<Thread> threads = new HashSet<>();
    InOrder.run(numbers(9), 1, number -> threads.add(Thread.currentThread()), added -> true);
    assertEquals(Set.of(Thread.currentThread()), threads);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void whoHasSeenEnoughEndsIt(int threads) {
    List<Integer> taken = new ArrayList<>();
    AtomicInteger begun = new AtomicInteger();
    InOrder.run(
        numbers(10_000),
        threads,
        number -> {
          begun.incrementAndGet();
          return number;
        },
        number -> {
          taken.add(number);
          return number < 5;
        });
    assertEquals(numbers(6), taken);
    assertTrue(begun.get() <= 6 + threads * InOrder.AHEAD, begun::toString);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void anErrorComesThrough(int threads) {
    Error broken = new OutOfMemoryError("made up");
    Error thrown =
        assertThrows(
            OutOfMemoryError.class,
            () ->
                InOrder.run(
                    numbers(9),
                    threads,
                    number -> {
                      throw broken;
                    },
                    number -> true));
    assertSame(broken, thrown);
  }
}
