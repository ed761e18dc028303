package dev.wmllint.lsp.server;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;

/**
 * Does something about a document once nothing new has been heard of it for a while: what is
 * scheduled calls off what was before it, be that still to come or going on. Belongs to the
 * dispatcher's owner thread.
 */
final class Debounce {
  private final Dispatcher dispatcher;
  private final Map<String, Turn> turns = new HashMap<>();

  Debounce(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  /** One thing to do, which may ask on any thread whether it was called off. */
  private static final class Turn implements CancelChecker {
    private volatile boolean off;

    @Override
    public void checkCanceled() {
      if (off) {
        throw new CancellationException();
      }
    }
  }

  /**
   * Schedules what is to be done about a document.
   *
   * @param task runs on the owner thread, unless it is called off before; what it does beyond that
   *     asks the checker
   */
  void schedule(String uri, Duration pause, Consumer<CancelChecker> task) {
    Turn turn = new Turn();
    callOff(turns.put(uri, turn));
    dispatcher.later(
        pause,
        () -> {
          if (!turn.isCanceled()) {
            task.accept(turn);
          }
        });
  }

  void callOff(String uri) {
    callOff(turns.remove(uri));
  }

  private static void callOff(Turn turn) {
    Optional.ofNullable(turn).ifPresent(known -> known.off = true);
  }
}
