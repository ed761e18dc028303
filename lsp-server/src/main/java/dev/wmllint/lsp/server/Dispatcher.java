package dev.wmllint.lsp.server;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
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
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/**
 * Who does what when. The thread that reads messages only hands them over. One <em>owner</em>
 * thread has all state that changes and takes messages in their order, so that a request sees the
 * changes that were sent before it. What takes time is done aside, on immutable snapshots, by
 * threads of three kinds, so that what takes long never holds up what somebody waits for.
 */
final class Dispatcher implements AutoCloseable {
  private final ExecutorService owner = threads("wml-owner", 1);
  private final ExecutorService answers =
      threads("wml-answer", Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors())));
  private final ExecutorService checks = threads("wml-check", 2);
  private final ExecutorService workspace = threads("wml-workspace", 1);
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(named("wml-clock"));

  private final Map<Long, CompletableFuture<?>> unanswered = new ConcurrentHashMap<>();
  private final AtomicLong requests = new AtomicLong();
  private final Consumer<Throwable> failures;

  /**
   * Starts no thread yet.
   *
   * @param failures hears of our own failures in what is not answered
   */
  Dispatcher(Consumer<Throwable> failures) {
    this.failures = failures;
  }

  private static ExecutorService threads(String name, int count) {
    return Executors.newFixedThreadPool(count, named(name));
  }

  /** For checks of one document, and answers that need its findings. */
  Executor checks() {
    return task -> hand(checks, task);
  }

  /** For what goes through all files of the workspace; one such thing after the other. */
  Executor workspace() {
    return task -> hand(workspace, task);
  }

  /** Work that asks now and then whether it is still wanted. */
  interface Work<S, T> {
    /**
     * Makes an answer.
     *
     * @param wanted throws when the answer is not wanted any more
     */
    T apply(S snapshot, CancelChecker wanted);
  }

  /** The process must end while they wait. */
  static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Runs on the owner thread, after everything that came before. */
  void inOrder(Runnable task) {
    hand(owner, task);
  }

  /** Runs on the owner thread after a while, or at once when that is over. */
  void later(Duration delay, Runnable task) {
    if (delay.isNegative() || delay.isZero()) {
      inOrder(task);
      return;
    }
    try {
      Future<?> unused = clock.schedule(() -> inOrder(task), delay.toNanos(), TimeUnit.NANOSECONDS);
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
    } catch (CancellationException e) {
      // as it was wanted
    } catch (RuntimeException | StackOverflowError e) {
      failures.accept(e);
    }
  }

  /** For work that is no request, so that nobody hears of its failure. */
  void logFailure(CompletableFuture<?> answer) {
    needNoAnswer(
        answer.whenComplete(
            (value, failure) -> {
              if (failure != null && !(failure instanceof CancellationException)) {
                failures.accept(failure);
              }
            }));
  }

  /** Answers a request about one document, as {@link #answer(Executor, Supplier, Work)} does. */
  <S, T> CompletableFuture<T> answer(Supplier<S> snapshot, Function<S, T> work) {
    return answer(task -> hand(answers, task), snapshot, (state, wanted) -> work.apply(state));
  }

  /**
   * Answers a request. The client cancels it by cancelling the future.
   *
   * @param snapshot takes what is needed from the state, on the owner thread; its failure is one of
   *     the request
   * @param aside does the work
   * @param work makes the answer out of it unless the client has cancelled by then
   */
  <S, T> CompletableFuture<T> answer(Executor aside, Supplier<S> snapshot, Work<S, T> work) {
    CompletableFuture<T> answer = unanswered();
    inOrder(start(answer, aside, snapshot, work, answer::complete));
    return answer;
  }

  /**
   * The same where the answer depends on what has happened meanwhile.
   *
   * @param ready runs the beginning on the owner thread, when the time has come for it
   * @param finish makes the answer of what was worked out, on the owner thread
   */
  <S, T, R> CompletableFuture<R> answer(
      Executor ready,
      Executor aside,
      Supplier<S> snapshot,
      Work<S, T> work,
      Function<T, R> finish) {
    CompletableFuture<R> answer = unanswered();
    Consumer<T> last =
        made -> inOrder(() -> part(answer, () -> answer.complete(finish.apply(made))));
    ready.execute(start(answer, aside, snapshot, work, last));
    return answer;
  }

  private <T> CompletableFuture<T> unanswered() {
    CompletableFuture<T> answer = new CompletableFuture<>();
    long number = requests.incrementAndGet();
    unanswered.put(number, answer);
    needNoAnswer(answer.whenComplete((value, failure) -> unanswered.remove(number)));
    return answer;
  }

  private <S, T> Runnable start(
      CompletableFuture<?> answer,
      Executor aside,
      Supplier<S> snapshot,
      Work<S, T> work,
      Consumer<T> last) {
    CancelChecker wanted =
        () -> {
          if (answer.isDone()) {
            throw new CancellationException();
          }
        };
    return () ->
        part(
            answer,
            () -> {
              S state = snapshot.get();
              aside.execute(() -> part(answer, () -> last.accept(work.apply(state, wanted))));
            });
  }

  /** Does a part of what a request needs, unless it is answered already. */
  private static void part(CompletableFuture<?> answer, Runnable part) {
    if (answer.isDone()) {
      return;
    }
    try {
      part.run();
    } catch (RuntimeException | StackOverflowError e) {
      answer.completeExceptionally(e);
    }
  }

  /**
   * A part of a message that a client must not leave out; the protocol's classes hold null where it
   * did.
   *
   * @throws ResponseErrorException that says so, when it is null
   */
  static <T> T required(T part) {
    if (part == null) {
      throw incomplete();
    }
    return part;
  }

  /** The same for a part of parameters, which may be missing as a whole. */
  static <P, T> T required(P params, Function<P, T> part) {
    return required(part.apply(required(params)));
  }

  /** The same for a range, with its two ends. */
  static Range required(Range range) {
    if (range == null || range.getStart() == null || range.getEnd() == null) {
      throw incomplete();
    }
    return range;
  }

  private static ResponseErrorException incomplete() {
    return invalid("the parameters of the message are incomplete");
  }

  /** For requests to the client whose answer changes nothing, be it a refusal. */
  static void needNoAnswer(CompletableFuture<?> request) {
    var unused = request.exceptionally(refusal -> null);
  }

  static ResponseErrorException invalid(String message) {
    return new ResponseErrorException(
        new ResponseError(ResponseErrorCode.InvalidParams, message, null));
  }

  void cancelAll() {
    unanswered.values().forEach(answer -> answer.cancel(false));
  }

  @Override
  public void close() {
    clock.shutdownNow();
    List.of(owner, answers, checks, workspace).forEach(ExecutorService::shutdownNow);
  }
}
