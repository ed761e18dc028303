package dev.wmllint.lsp;

import java.util.Optional;

/** Notices the death of the process that started the server, which may leave its pipes open. */
final class ParentWatch {
  private static final long EVERY_MILLIS = 1_000;

  private final ProcessHandle parent;

  private ParentWatch(ProcessHandle parent) {
    this.parent = parent;
  }

  /** Watches a process; empty when there is none, as for a client in another container. */
  static Optional<ParentWatch> of(long pid) {
    try {
      return ProcessHandle.of(pid).map(ParentWatch::new);
    } catch (UnsupportedOperationException | SecurityException e) {
      return Optional.empty();
    }
  }

  /** Looks once a second: the JDK's own notice may come later than the server has to end. */
  void start(Dispatcher dispatcher, Runnable death) {
    dispatcher.repeatedly(
        EVERY_MILLIS,
        () -> {
          if (!parent.isAlive()) {
            death.run();
          }
        });
  }
}
