package dev.wmllint.lsp.server;

import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.lsp.document.Workspace;
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
  private final Workspace workspace;
  private final Map<String, Turn> turns = new HashMap<>();

  Debounce(Dispatcher dispatcher, Workspace workspace) {
    this.dispatcher = dispatcher;
    this.workspace = workspace;
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
   * @param work is done aside, on the document as it is after the pause
   * @param last takes what was made, on the owner thread, unless it was called off
   */
  <T> void schedule(
      String uri, Duration pause, Dispatcher.Work<DocumentSnapshot, T> work, Consumer<T> last) {
    Turn turn = new Turn();
    callOff(turns.put(uri, turn));
    dispatcher.later(
        pause,
        () -> {
          if (!turn.isCanceled()) {
            workspace.find(uri).ifPresent(snapshot -> begin(turn, snapshot, work, last));
          }
        });
  }

  private <T> void begin(
      Turn turn,
      DocumentSnapshot snapshot,
      Dispatcher.Work<DocumentSnapshot, T> work,
      Consumer<T> last) {
    dispatcher
        .checks()
        .execute(
            () -> {
              T made = work.apply(snapshot, turn);
              dispatcher.inOrder(
                  () -> {
                    if (!turn.isCanceled()) {
                      last.accept(made);
                    }
                  });
            });
  }

  void callOff(String uri) {
    callOff(turns.remove(uri));
  }

  private static void callOff(Turn turn) {
    Optional.ofNullable(turn).ifPresent(known -> known.off = true);
  }
}
