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
 * is said before the client hears of it is made up for then. Safe for use by several threads.
 */
final class ProgressReport {
  private static final String TITLE = "checking manifests";

  private final LanguageClient client;
  private final Either<String, Integer> token;
  private boolean heard;
  private int percent;
  private Optional<String> end = Optional.empty();

  /** Progress that the client does not hear of yet. */
  ProgressReport(LanguageClient client, Either<String, Integer> token) {
    this.client = client;
    this.token = token;
  }

  /** Asks the client to show it. It may use the name only after it has agreed. */
  void offer() {
    CompletableFuture<Void> answer = client.createProgress(new WorkDoneProgressCreateParams(token));
    Dispatcher.needNoAnswer(answer.thenRun(this::begin));
  }

  synchronized void begin() {
    heard = true;
    WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
    begin.setTitle(TITLE);
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

  synchronized void end(String message) {
    end = Optional.of(message);
    WorkDoneProgressEnd last = new WorkDoneProgressEnd();
    last.setMessage(message);
    send(last);
  }

  private void send(WorkDoneProgressNotification notification) {
    if (heard) {
      client.notifyProgress(new ProgressParams(token, Either.forLeft(notification)));
    }
  }
}
