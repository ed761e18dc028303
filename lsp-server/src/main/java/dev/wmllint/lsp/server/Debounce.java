package dev.wmllint.lsp.server;

import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.lsp.document.Workspace;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Does something about a document once nothing new has been heard of it for a while: what is
 * scheduled calls off what was before it, be that still to come or going on. Belongs to the
 * dispatcher's owner thread.
 */
final class Debounce {
  private final Dispatcher dispatcher;
  private final Workspace workspace;
  private final Map<String, CompletableFuture<?>> turns = new HashMap<>();

  Debounce(Dispatcher dispatcher, Workspace workspace) {
    this.dispatcher = dispatcher;
    this.workspace = workspace;
  }

  /**
   * Schedules what is to be done about a document.
   *
   * @param work is done aside, on the document as it is after the pause
   * @param last takes what was made, on the owner thread, unless it was called off
   */
  <T> void schedule(
      String uri, Duration pause, Dispatcher.Work<DocumentSnapshot, T> work, Consumer<T> last) {
    callOff(uri);
    CompletableFuture<?> turn =
        dispatcher.answer(
            beginning -> dispatcher.later(pause, beginning),
            dispatcher.checks(),
            () -> workspace.find(uri),
            (found, wanted) -> found.map(snapshot -> work.apply(snapshot, wanted)),
            made -> {
              made.ifPresent(last);
              return made;
            });
    turns.put(uri, turn);
    dispatcher.logFailure(turn);
  }

  void callOff(String uri) {
    Optional.ofNullable(turns.remove(uri)).ifPresent(turn -> turn.cancel(false));
  }
}
