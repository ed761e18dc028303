package dev.wmllint.lsp.server;

/**
 * The kinds of work, each with threads of its own, so that what takes long never holds up what
 * somebody waits for.
 */
enum Lane {
  /** Answers about one document: a hover, a completion. */
  ANSWERS("wml-answer", Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()))),

  /** Checks of one document, and answers that need its findings. */
  CHECKS("wml-check", 2),

  /** What goes through all files of the workspace; one such thing after the other. */
  WORKSPACE("wml-workspace", 1);

  private final String threadName;
  private final int threads;

  Lane(String threadName, int threads) {
    this.threadName = threadName;
    this.threads = threads;
  }

  String threadName() {
    return threadName;
  }

  int threads() {
    return threads;
  }
}
