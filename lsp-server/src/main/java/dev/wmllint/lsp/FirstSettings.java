package dev.wmllint.lsp;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Whether the client's settings are known. At the start they are worth waiting for: a rule that is
 * switched off must not flash up first. Not for ever, for a client may have none. For any thread.
 */
final class FirstSettings {
  private static final long MAX_MILLIS = 2_000;

  private volatile CompletableFuture<Void> known = CompletableFuture.completedFuture(null);

  /** They were asked for. */
  void asked() {
    known =
        new CompletableFuture<Void>().completeOnTimeout(null, MAX_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** They are here, or will never be. */
  void arrived() {
    known.complete(null);
  }

  /** Completes when there is nothing to wait for any more. */
  CompletableFuture<Void> known() {
    return known;
  }
}
