package dev.wmllint.lsp.server;

import dev.wmllint.lsp.document.CheckResult;
import dev.wmllint.lsp.document.DocumentRole;
import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.lsp.document.DocumentUri;
import dev.wmllint.lsp.document.OpenDocument;
import dev.wmllint.lsp.document.Workspace;
import dev.wmllint.lsp.feature.ClientAbilities;
import dev.wmllint.lsp.feature.DiagnosticConverter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticServerCancellationData;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * Brings findings to the client: when it asks, if it can ask, and else unasked; never both, for
 * each would show. What is not true of the present version any more is never brought. Its state
 * belongs to the dispatcher's owner thread.
 */
final class DiagnosticsPublisher {
  /** While somebody types, one set of findings after the last key is enough. */
  private static final Duration DEBOUNCE = Duration.ofMillis(150);

  /** When the check begins of which the debounce shows the findings: they are ready by then. */
  private static final Duration HEAD_START = Duration.ofMillis(50);

  /** How long a client may take to tell its settings at the start. */
  private static final Duration SETTINGS = Duration.ofSeconds(2);

  private final Dispatcher dispatcher;
  private final Workspace workspace;
  private final ClientAbilities abilities;
  private final LanguageClient client;
  private final ServerLog log;
  private final DiagnosticConverter converter;

  /** The check of each document that is to come, or goes on. */
  private final Debounce checks;

  /** The check of each document before its debounce is over. */
  private final Debounce earlyChecks;

  private final PulledReports reports = new PulledReports();

  /** The documents whose findings the client holds; of others it hears nothing. */
  private final Set<String> told = new HashSet<>();

  /** Done unless the client is to tell its settings first. */
  private CompletableFuture<Void> settings = CompletableFuture.completedFuture(null);

  DiagnosticsPublisher(
      Dispatcher dispatcher,
      Workspace workspace,
      ClientAbilities abilities,
      LanguageClient client,
      ServerLog log) {
    this.dispatcher = dispatcher;
    this.workspace = workspace;
    this.abilities = abilities;
    this.client = client;
    this.log = log;
    this.converter = new DiagnosticConverter(abilities);
    this.checks = new Debounce(dispatcher, workspace);
    this.earlyChecks = new Debounce(dispatcher, workspace);
  }

  /** A document was opened: a client that asks will ask, and must not show both. */
  void opened(String uri) {
    if (abilities.pullsDiagnostics()) {
      takeBack(uri);
    }
    schedule(uri, Duration.ZERO);
  }

  void changed(String uri) {
    if (tellsUnasked()) {
      earlyChecks.schedule(uri, HEAD_START, DocumentSnapshot::check, check -> {});
    }
    schedule(uri, DEBOUNCE);
  }

  /** A document was closed: its findings go with it. */
  void closed(String uri) {
    checks.callOff(uri);
    earlyChecks.callOff(uri);
    reports.forget(uri);
    takeBack(uri);
  }

  /** The findings of a file that is not open. */
  void publishClosed(String uri, List<Diagnostic> found) {
    boolean ours = workspace.find(uri).isEmpty() && workspace.holds(uri);
    if (ours && (!found.isEmpty() || told.contains(uri))) {
      told.add(uri);
      client.publishDiagnostics(new PublishDiagnosticsParams(uri, found));
    }
  }

  /** Takes back the findings of files that are not open, but for these. */
  void keepClosed(Set<String> uris) {
    takeBackClosed(uri -> !uris.contains(uri));
  }

  /** Folders have left the workspace, and the findings of their files with them. */
  void foldersRemoved() {
    takeBackClosed(uri -> !workspace.holds(uri));
  }

  /**
   * Files are there no more.
   *
   * @param gone files, and folders with all that was in them
   */
  void deleted(Set<Path> gone) {
    if (!gone.isEmpty()) {
      takeBackClosed(
          uri ->
              Stream.iterate(
                      DocumentUri.identity(uri).orElse(null), Objects::nonNull, Path::getParent)
                  .anyMatch(gone::contains));
    }
  }

  private void takeBackClosed(Predicate<String> which) {
    for (String uri : Set.copyOf(told)) {
      if (which.test(uri) && workspace.find(uri).isEmpty()) {
        takeBack(uri);
      }
    }
  }

  private void takeBack(String uri) {
    if (told.remove(uri)) {
      client.publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
    }
  }

  /** Something other than the documents has changed: settings, or a model definition. */
  void refresh() {
    if (!abilities.pullsDiagnostics()) {
      workspace.all().forEach(snapshot -> schedule(snapshot.document().uri(), Duration.ZERO));
    } else if (abilities.refreshesDiagnostics()) {
      Dispatcher.needNoAnswer(client.refreshDiagnostics());
    }
  }

  /**
   * Says nothing until the settings are known: a rule that is switched off must not flash up first.
   */
  void waitForSettings() {
    settings = new CompletableFuture<>();
    dispatcher.later(
        SETTINGS,
        () -> {
          if (!settings.isDone()) {
            settingsKnown();
            refresh();
          }
        });
  }

  /** The settings are known; what is shown is to be refreshed. */
  void settingsKnown() {
    settings.complete(null);
  }

  private void schedule(String uri, Duration delay) {
    if (tellsUnasked()) {
      checks.schedule(uri, delay, this::found, this::publish);
    }
  }

  /** What is open when the settings are known is checked then. */
  private boolean tellsUnasked() {
    return !abilities.pullsDiagnostics() && settings.isDone();
  }

  private record Found(DocumentSnapshot snapshot, CheckResult check, List<Diagnostic> shown) {}

  private Found found(DocumentSnapshot snapshot, CancelChecker wanted) {
    CheckResult check = snapshot.check(wanted);
    return new Found(snapshot, check, converter.shown(snapshot, check));
  }

  /** On the owner thread, so that no change can come between the question and the message. */
  private void publish(Found found) {
    OpenDocument document = found.snapshot().document();
    boolean ours = found.snapshot().role() != DocumentRole.OTHER;
    if (workspace.isPresent(found.snapshot()) && (ours || told.contains(document.uri()))) {
      told.add(document.uri());
      var params = new PublishDiagnosticsParams(document.uri(), found.shown());
      document.version().filter(v -> abilities.diagnosticVersions()).ifPresent(params::setVersion);
      client.publishDiagnostics(params);
      log.crashed(document, found.check().crashes());
    }
  }

  /**
   * Answers a client that asks.
   *
   * @param previous the id of the answer that it has
   */
  CompletableFuture<DocumentDiagnosticReport> pulled(String uri, Optional<String> previous) {
    return dispatcher.answer(
        beginning -> dispatcher.inOrder(() -> Dispatcher.needNoAnswer(settings.thenRun(beginning))),
        dispatcher.checks(),
        () -> workspace.find(uri),
        (snapshot, wanted) -> snapshot.map(known -> found(known, wanted)),
        found -> report(uri, previous, found));
  }

  private DocumentDiagnosticReport report(
      String uri, Optional<String> previous, Optional<Found> found) {
    if (found.isEmpty()) {
      return PulledReports.ofClosed();
    }
    DocumentSnapshot snapshot = found.get().snapshot();
    if (!workspace.isPresent(snapshot)) {
      throw askAgain();
    }
    log.crashed(snapshot.document(), found.get().check().crashes());
    return reports.of(uri, previous, found.get().shown());
  }

  private static ResponseErrorException askAgain() {
    return new ResponseErrorException(
        new ResponseError(
            ResponseErrorCode.ServerCancelled,
            "the document has changed",
            new DiagnosticServerCancellationData(true)));
  }
}
