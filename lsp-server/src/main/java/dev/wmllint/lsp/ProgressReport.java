package dev.wmllint.lsp;

import java.util.Optional;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;

/** Tells the client how far a long piece of work has come; says nothing where it has no token. */
final class ProgressReport {
  private final LanguageClient client;
  private final Optional<Either<String, Integer>> token;
  private int percent = -1;

  ProgressReport(LanguageClient client, Optional<Either<String, Integer>> token) {
    this.client = client;
    this.token = token;
  }

  void begin(String title) {
    WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
    begin.setTitle(title);
    begin.setCancellable(true);
    begin.setPercentage(0);
    send(begin);
  }

  /** At most a hundred messages, however many files there are. */
  void at(int done, int of, String what) {
    int now = (int) (100L * done / Math.max(1, of));
    if (now > percent) {
      percent = now;
      WorkDoneProgressReport report = new WorkDoneProgressReport();
      report.setPercentage(now);
      report.setMessage(what);
      send(report);
    }
  }

  void end(String message) {
    WorkDoneProgressEnd end = new WorkDoneProgressEnd();
    end.setMessage(message);
    send(end);
  }

  private void send(WorkDoneProgressNotification notification) {
    token.ifPresent(
        known -> client.notifyProgress(new ProgressParams(known, Either.forLeft(notification))));
  }
}
