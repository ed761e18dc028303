package dev.wmllint.lsp;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * Who does what when. The thread that reads messages only hands them over. One <em>owner</em>
 * thread has all state that changes and takes messages in their order, so that a request sees the
 * changes that were sent before it. <em>Workers</em> do what takes time, on immutable snapshots.
 */
final class Dispatcher implements AutoCloseable {
  private static final int WORKERS =
      Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));

  private final ExecutorService owner = Executors.newSingleThreadExecutor(named("wml-owner"));
  private final ExecutorService workers =
      Executors.newFixedThreadPool(WORKERS, named("wml-worker"));
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(named("wml-clock"));
  private final Map<Long, CompletableFuture<?>> unanswered = new ConcurrentHashMap<>();
  private final AtomicLong requests = new AtomicLong();
  private final Consumer<Throwable> failures;

  /**
   * Starts no thread yet.
   *
   * @param failures hears of mistakes of ours in what nobody waits for
   */
  Dispatcher(Consumer<Throwable> failures) {
    this.failures = failures;
  }

  /** The process must end while they wait. */
  private static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Runs on the owner thread, behind everything that came before. */
  void inOrder(Runnable task) {
    hand(owner, task);
  }

  /** Runs on a worker. */
  void aside(Runnable task) {
    hand(workers, task);
  }

  /** Runs on the owner thread after a while. */
  void later(long milliseconds, Runnable task) {
    try {
      Future<?> unused = clock.schedule(() -> inOrder(task), milliseconds, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // the server has ended
    }
  }

  private void hand(ExecutorService to, Runnable task) {
    try {
      to.execute(() -> guarded(task));
    } catch (RejectedExecutionException e) {
      // the server has ended
    }
  }

  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | StackOverflowError e) {
      failures.accept(e);
    }
  }

  /**
   * Answers a request.
   *
   * @param snapshot takes what is needed from the state, on the owner thread; its failure is one of
   *     the request
   * @param work makes the answer out of it, on a worker, unless the client has cancelled by then
   */
  <S, T> CompletableFuture<T> answer(Supplier<S> snapshot, Function<S, T> work) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    long number = requests.incrementAndGet();
    unanswered.put(number, answer);
    needNoAnswer(answer.whenComplete((value, failure) -> unanswered.remove(number)));
    inOrder(
        () -> {
          if (answer.isDone()) {
            return;
          }
          S state;
          try {
            state = snapshot.get();
          } catch (NullPointerException | ClassCastException e) {
            // The protocol's classes hold null where a client left out what is required.
            answer.completeExceptionally(invalid("the parameters of the request are incomplete"));
            return;
          } catch (RuntimeException e) {
            answer.completeExceptionally(e);
            return;
          }
          aside(() -> complete(answer, state, work));
        });
    return answer;
  }

  private static <S, T> void complete(CompletableFuture<T> answer, S state, Function<S, T> work) {
    if (answer.isDone()) {
      return;
    }
    try {
      answer.complete(work.apply(state));
    } catch (RuntimeException | StackOverflowError e) {
      answer.completeExceptionally(e);
    }
  }

  /** For requests to the client whose answer changes nothing, be it a refusal. */
  static void needNoAnswer(CompletableFuture<?> request) {
    var unused = request.exceptionally(refusal -> null);
  }

  static ResponseErrorException invalid(String message) {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.InvalidParams, message, null));
  }

  /** Cancels all requests that are not answered yet. */
  void cancelAll() {
    for (CompletableFuture<?> future : unanswered.values()) {
      future.completeExceptionally(new CancellationException());
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    workers.shutdownNow();
    owner.shutdownNow();
  }
}
