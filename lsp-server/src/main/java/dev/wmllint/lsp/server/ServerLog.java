package dev.wmllint.lsp.server;

import dev.wmllint.engine.CrashReport;
import dev.wmllint.engine.LintResult;
import dev.wmllint.lsp.document.OpenDocument;
import dev.wmllint.lsp.document.Settings;
import dev.wmllint.text.Printable;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * Writes the client's log: all lines that the server writes there are made here. Without the
 * messages of exceptions, which may quote a document. For any thread.
 */
final class ServerLog {
  /** A rule that fails on all of a thousand manifests has been heard of by then. */
  private static final int MOST_CRASHES = 100;

  private final LanguageClient client;
  private final CrashReport crashText;
  private final Set<String> crashesTold = new HashSet<>();
  private Set<String> settingsTold = Set.of();

  ServerLog(LanguageClient client, CrashReport crashText) {
    this.client = client;
    this.crashText = crashText;
  }

  /**
   * Something failed that is not answered, or whose answer says only that; or a message made no
   * sense that is not answered.
   */
  void failed(Throwable cause) {
    if (cause instanceof ResponseErrorException refusal) {
      say(MessageType.Warning, List.of(refusal.getResponseError().getMessage()));
    } else {
      say(MessageType.Error, crashText.lines(cause));
    }
  }

  /** Checks of a document failed; each is logged once, for it will fail at each letter. */
  synchronized void crashed(OpenDocument document, List<LintResult.Crash> crashes) {
    for (LintResult.Crash crash : crashes) {
      boolean enough = crashesTold.size() >= MOST_CRASHES;
      if (!enough && crashesTold.add(crash.rule() + " " + document.uri())) {
        say(MessageType.Error, crashText.lines(crash, document.source().name()));
      }
    }
  }

  /** What makes no sense in the settings; once, as long as it stays. */
  synchronized void settings(Collection<Settings> present) {
    Set<String> problems = new LinkedHashSet<>();
    present.forEach(settings -> problems.addAll(settings.problems()));
    problems.stream()
        .filter(problem -> !settingsTold.contains(problem))
        .forEach(problem -> say(MessageType.Warning, List.of(problem)));
    settingsTold = problems;
  }

  private void say(MessageType type, List<String> lines) {
    String words = lines.stream().map(Printable::line).collect(Collectors.joining("\n"));
    client.logMessage(new MessageParams(type, words));
  }
}
