package dev.wmllint.lsp.server;

import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.lsp.document.SnapshotFactory;
import dev.wmllint.lsp.document.Workspace;
import dev.wmllint.text.Count;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** {@code wml.lintWorkspace}: checks all manifests of the workspace, and shows how far it is. */
final class LintWorkspaceCommand {
  private static final String TITLE = "checking manifests";

  private final Session session;
  private final AtomicInteger runs = new AtomicInteger();

  /** The answers that are being worked on, by the name under which the client hears of progress. */
  private final Map<Either<String, Integer>, CompletableFuture<Object>> running =
      new ConcurrentHashMap<>();

  LintWorkspaceCommand(Session session) {
    this.session = session;
  }

  /** What a check starts from. */
  private record Start(
      SnapshotFactory snapshots, Map<Path, DocumentSnapshot> open, List<String> folders) {
    static Start of(Workspace workspace) {
      return new Start(workspace.snapshots(), workspace.openFiles(), workspace.folders());
    }
  }

  /**
   * Answers with the numbers of manifests and findings.
   *
   * @param given the name under which the client wants to hear of progress
   */
  CompletableFuture<Object> run(Optional<Either<String, Integer>> given) {
    Either<String, Integer> token =
        given.orElseGet(() -> Either.forLeft("wml-lint-check-" + runs.incrementAndGet()));
    CompletableFuture<Object> answer =
        session
            .dispatcher()
            .answer(
                Lane.WORKSPACE,
                () -> Start.of(session.workspace()),
                (start, wanted) -> check(start, progress(token, given.isPresent()), wanted));
    running.put(token, answer);
    Dispatcher.needNoAnswer(
        answer.whenComplete((summary, failure) -> running.remove(token, answer)));
    return answer;
  }

  private ProgressReport progress(Either<String, Integer> token, boolean given) {
    if (given) {
      return ProgressReport.wished(session.client(), token, TITLE);
    }
    return session.abilities().showsProgress()
        ? ProgressReport.offered(session.client(), token, TITLE)
        : ProgressReport.none(session.client());
  }

  private Map<String, Integer> check(Start start, ProgressReport progress, CancelChecker wanted) {
    WorkspaceCheck check = new WorkspaceCheck(start.snapshots(), start.open(), session.abilities());
    Set<String> uris = ConcurrentHashMap.newKeySet();
    String last = "not finished";
    try {
      check.run(
          start.folders(),
          found -> {
            uris.add(found.document().uri());
            session.log().crashed(found.document(), found.crashes());
            session
                .dispatcher()
                .inOrder(
                    () ->
                        session
                            .diagnostics()
                            .publishClosed(found.document().uri(), found.diagnostics()));
            session.pace().run();
          },
          progress::at,
          wanted);
      session.dispatcher().inOrder(() -> session.diagnostics().keepClosed(uris));
      Map<String, Integer> summary = check.summary();
      last =
          Count.of(summary.get("manifests"), "manifest")
              + ", "
              + Count.of(summary.get("errors"), "error");
      return summary;
    } finally {
      progress.end(last);
    }
  }

  void cancel(Either<String, Integer> token) {
    if (token != null) {
      Optional.ofNullable(running.get(token)).ifPresent(answer -> answer.cancel(false));
    }
  }
}
