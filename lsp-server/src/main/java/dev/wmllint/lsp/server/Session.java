package dev.wmllint.lsp.server;

import dev.wmllint.lsp.document.Workspace;
import dev.wmllint.lsp.feature.ClientAbilities;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * What a client and the server have in common once they have agreed on what each can do.
 *
 * @param workspace for the dispatcher's owner thread alone
 * @param client takes messages from any thread
 * @param pace waits until the client has read most of what was sent; for long work
 * @param log for what goes wrong
 * @param watches for the dispatcher's owner thread alone
 */
record Session(
    Dispatcher dispatcher,
    Workspace workspace,
    ClientAbilities abilities,
    LanguageClient client,
    Runnable pace,
    ServerLog log,
    DiagnosticsPublisher diagnostics,
    FileWatches watches) {

  /** Brings up to date what the client shows, after settings or files have changed. */
  void refresh() {
    diagnostics.refresh();
    watches.changed();
    if (abilities.refreshesCodeLenses()) {
      Dispatcher.needNoAnswer(client.refreshCodeLenses());
    }
    if (abilities.refreshesInlayHints()) {
      Dispatcher.needNoAnswer(client.refreshInlayHints());
    }
  }
}
