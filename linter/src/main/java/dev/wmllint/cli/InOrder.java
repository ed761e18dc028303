package dev.wmllint.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Works on many things with several threads, and hands on what comes of each in the order of the
 * things, on the calling thread. No more than a few are under way or waiting at any time, however
 * many there are.
 */
final class InOrder {
  /** So many things a thread: enough for the others to go on while one takes long. */
  static final int AHEAD = 4;

  /** Threads take longer to start than so many things are worth. */
  private static final int ONE_BY_ONE = 2;

  private InOrder() {}

  /**
   * Works on all things, or until {@code take} has seen enough.
   *
   * @param threads how many of them; with one, all is done on the calling thread
   * @param take gets the results one after the other; says whether to go on
   */
  static <T, R> void run(List<T> things, int threads, Function<T, R> work, Predicate<R> take) {
    if (threads == 1 || things.size() <= ONE_BY_ONE) {
      Iterator<T> rest = things.iterator();
      while (rest.hasNext() && take.test(work.apply(rest.next()))) {
        // Each is taken before the next is begun.
      }
      return;
    }
    ExecutorService pool =
        Executors.newFixedThreadPool(Math.min(threads, things.size()), InOrder::thread);
    try {
      run(things.iterator(), threads * AHEAD, pool, work, take);
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T, R> void run(
      Iterator<T> rest, int ahead, ExecutorService pool, Function<T, R> work, Predicate<R> take) {
    Deque<Future<R>> window = new ArrayDeque<>();
    boolean wanted = true;
    while (wanted && (rest.hasNext() || !window.isEmpty())) {
      while (rest.hasNext() && window.size() < ahead) {
        T thing = rest.next();
        window.add(pool.submit(() -> work.apply(thing)));
      }
      wanted = take.test(result(window.remove()));
    }
  }

  /** A thread that does not keep the program from ending. */
  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "wml-lint worker");
    thread.setDaemon(true);
    return thread;
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
