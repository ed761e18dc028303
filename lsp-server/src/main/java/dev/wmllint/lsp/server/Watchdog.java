package dev.wmllint.lsp.server;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;

/**
 * Sees to it that the server ends: when the process that started it is gone, which may leave its
 * pipes open, and in time, once it is to end. It has a thread of its own and takes no lock, so that
 * it works however stuck the rest is.
 */
final class Watchdog {
  /** The JDK's own notice of a death may come later than the server has to end. */
  private static final long LOOK_MILLIS = 1_000;

  /** With the look before it, this stays below the five seconds that clients are promised. */
  private static final long GRACE_MILLIS = 2_000;

  private final CompletableFuture<Integer> ended;
  private final Runnable death;
  private final IntConsumer halt;
  private volatile Optional<ProcessHandle> parent = Optional.empty();

  /**
   * Does nothing yet.
   *
   * @param ended completes with the exit code when the server is to end
   * @param death brings that about
   * @param halt ends the process, if it still runs a while after that
   */
  Watchdog(CompletableFuture<Integer> ended, Runnable death, IntConsumer halt) {
    this.ended = ended;
    this.death = death;
    this.halt = halt;
  }

  void start() {
    Dispatcher.named("wml-watchdog").newThread(this::run).start();
  }

  /** Watches a process, unless there is none, as for a client in another container. */
  void watch(long pid) {
    try {
      parent = ProcessHandle.of(pid);
    } catch (UnsupportedOperationException | SecurityException e) {
      // then the end of the input has to do
    }
  }

  private void run() {
    try {
      int exitCode = exitCode();
      Thread.sleep(GRACE_MILLIS);
      halt.accept(exitCode);
    } catch (InterruptedException | ExecutionException e) {
      // cannot happen: this thread is not interrupted, and the future does not fail
    }
  }

  private int exitCode() throws InterruptedException, ExecutionException {
    while (true) {
      try {
        return ended.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (parent.filter(known -> !known.isAlive()).isPresent()) {
          death.run();
        }
      }
    }
  }
}
