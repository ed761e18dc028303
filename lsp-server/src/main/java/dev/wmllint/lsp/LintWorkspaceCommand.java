package dev.wmllint.lsp;

import dev.wmllint.text.Count;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** {@code wml.lintWorkspace}: checks all manifests of the workspace, and shows how far it is. */
final class LintWorkspaceCommand {
  private final Session session;
  private final AtomicInteger runs = new AtomicInteger();

  /** The checks that go on; one that is cancelled is taken out. */
  private final Set<Either<String, Integer>> running = ConcurrentHashMap.newKeySet();

  LintWorkspaceCommand(Session session) {
    this.session = session;
  }

  /** What a check starts from. */
  private record Start(Views views, Map<Path, DocumentView> open, List<String> folders) {
    static Start of(Workspace workspace) {
      return new Start(workspace.views(), workspace.openFiles(), workspace.folders());
    }
  }

  /**
   * Answers with the numbers of manifests and findings.
   *
   * @param given the name under which the client wants to hear of progress
   */
  CompletableFuture<Object> run(Optional<Either<String, Integer>> given) {
    return session
        .dispatcher()
        .answer(
            () -> Start.of(session.workspace()),
            start -> {
              Optional<Either<String, Integer>> token = given.or(this::newToken);
              token.ifPresent(running::add);
              return check(start, token);
            });
  }

  private Map<String, Integer> check(Start start, Optional<Either<String, Integer>> token) {
    ProgressReport progress = new ProgressReport(session.client(), token);
    progress.begin("checking manifests");
    WorkspaceCheck check = new WorkspaceCheck(start.views(), start.open(), session.abilities());
    Set<String> uris = ConcurrentHashMap.newKeySet();
    check.run(
        start.folders(),
        (uri, found) -> {
          uris.add(uri);
          session.dispatcher().inOrder(() -> session.diagnostics().publishClosed(uri, found));
        },
        progress::at,
        () -> token.isPresent() && !running.contains(token.get()));
    boolean complete = token.isEmpty() || running.remove(token.get());
    if (complete) {
      session.dispatcher().inOrder(() -> session.diagnostics().keepClosed(uris));
    }
    Map<String, Integer> summary = check.summary();
    progress.end(
        Count.of(summary.get("manifests"), "manifest")
            + ", "
            + Count.of(summary.get("errors"), "error"));
    return summary;
  }

  /** Many clients take progress only under a name that they were told before. */
  private Optional<Either<String, Integer>> newToken() {
    if (!session.abilities().showsProgress()) {
      return Optional.empty();
    }
    Either<String, Integer> token = Either.forLeft("wml-lint-check-" + runs.incrementAndGet());
    Dispatcher.needNoAnswer(
        session.client().createProgress(new WorkDoneProgressCreateParams(token)));
    return Optional.of(token);
  }

  void cancel(Either<String, Integer> token) {
    if (token != null) {
      running.remove(token);
    }
  }
}
