package dev.wmllint.lsp.server;

import dev.wmllint.lsp.document.CheckResult;
import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.lsp.feature.DiagnosticConverter;
import dev.wmllint.text.Count;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** {@code wml.lintWorkspace}: checks all manifests of the workspace, and shows how far it is. */
final class LintWorkspaceCommand {
  private final Session session;
  private final DiagnosticConverter converter;
  private final AtomicInteger runs = new AtomicInteger();

  /** The answers that are being worked on, by the name under which the client hears of progress. */
  private final Map<Either<String, Integer>, CompletableFuture<Object>> running =
      new ConcurrentHashMap<>();

  LintWorkspaceCommand(Session session) {
    this.session = session;
    this.converter = new DiagnosticConverter(session.abilities());
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
                session.dispatcher().workspace(),
                () -> new WorkspaceCheck(session.workspace()),
                (check, wanted) -> run(check, progress(token, given.isPresent()), wanted));
    running.put(token, answer);
    Dispatcher.needNoAnswer(
        answer.whenComplete((summary, failure) -> running.remove(token, answer)));
    return answer;
  }

  private ProgressReport progress(Either<String, Integer> token, boolean given) {
    ProgressReport progress = new ProgressReport(session.client(), token);
    if (given) {
      progress.begin();
    } else if (session.abilities().showsProgress()) {
      progress.offer();
    }
    return progress;
  }

  private Map<String, Integer> run(
      WorkspaceCheck check, ProgressReport progress, CancelChecker wanted) {
    Set<String> uris = new HashSet<>();
    String last = "not finished";
    try {
      check.run(
          (snapshot, found) -> {
            uris.add(snapshot.document().uri());
            tell(snapshot, found);
          },
          progress,
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

  private void tell(DocumentSnapshot snapshot, CheckResult found) {
    List<Diagnostic> shown = converter.shown(snapshot, found);
    String uri = snapshot.document().uri();
    session.log().crashed(snapshot.document(), found.crashes());
    session.dispatcher().inOrder(() -> session.diagnostics().publishClosed(uri, shown));
    session.pace().run();
  }

  void cancel(Either<String, Integer> token) {
    if (token != null) {
      Optional.ofNullable(running.get(token)).ifPresent(answer -> answer.cancel(false));
    }
  }
}
