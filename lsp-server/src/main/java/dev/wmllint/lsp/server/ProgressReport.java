package dev.wmllint.lsp.server;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * Tells the client how far a long piece of work has come. The work never waits for the client: what
 * it says before the client has agreed to hear of it is made up for then. Safe for use by several
 * threads.
 */
final class ProgressReport {
  private enum State {
    /** The client is asked whether it shows progress. */
    ASKED,
    SHOWN,
    /** It has ended, or nobody hears it. */
    SILENT
  }

  private final LanguageClient client;
  private final Either<String, Integer> token;
  private final String title;
  private State state = State.ASKED;
  private int percent;
  private Optional<String> end = Optional.empty();

  private ProgressReport(LanguageClient client, Either<String, Integer> token, String title) {
    this.client = client;
    this.token = token;
    this.title = title;
  }

  /** Progress that the client has asked for, under its own name. */
  static ProgressReport wished(LanguageClient client, Either<String, Integer> token, String title) {
    ProgressReport report = new ProgressReport(client, token, title);
    report.begin();
    return report;
  }

  /** Progress that the client is asked to show. It may use the name only after it has agreed. */
  static ProgressReport offered(
      LanguageClient client, Either<String, Integer> token, String title) {
    ProgressReport report = new ProgressReport(client, token, title);
    CompletableFuture<Void> answer = client.createProgress(new WorkDoneProgressCreateParams(token));
    Dispatcher.needNoAnswer(answer.thenRun(report::begin));
    return report;
  }

  /** Progress that nobody sees. */
  static ProgressReport none(LanguageClient client) {
    ProgressReport report = new ProgressReport(client, Either.forLeft(""), "");
    report.state = State.SILENT;
    return report;
  }

  private synchronized void begin() {
    state = State.SHOWN;
    WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
    begin.setTitle(title);
    begin.setCancellable(true);
    begin.setPercentage(percent);
    send(begin);
    // Where the work was faster than the answer, the client still holds the name until it ends.
    end.ifPresent(this::end);
  }

  /** At most a hundred messages, however many files there are. */
  synchronized void at(int done, int of, String what) {
    int now = (int) (100L * done / Math.max(1, of));
    if (now > percent) {
      percent = now;
      WorkDoneProgressReport report = new WorkDoneProgressReport();
      report.setPercentage(now);
      report.setMessage(what);
      send(report);
    }
  }

  /** The last that is said; more is passed over. */
  synchronized void end(String message) {
    if (state == State.ASKED) {
      end = Optional.of(message);
      return;
    }
    WorkDoneProgressEnd last = new WorkDoneProgressEnd();
    last.setMessage(message);
    send(last);
    state = State.SILENT;
  }

  private void send(WorkDoneProgressNotification notification) {
    if (state == State.SHOWN) {
      client.notifyProgress(new ProgressParams(token, Either.forLeft(notification)));
    }
  }
}
