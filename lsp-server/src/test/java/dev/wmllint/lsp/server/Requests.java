package dev.wmllint.lsp.server;

import java.util.List;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;

/** Makes the parameters of requests and notifications. */
final class Requests {
  private Requests() {}

  static DidChangeWatchedFilesParams changed(String uri) {
    return event(uri, FileChangeType.Changed);
  }

  static DidChangeWatchedFilesParams deleted(String uri) {
    return event(uri, FileChangeType.Deleted);
  }

  private static DidChangeWatchedFilesParams event(String uri, FileChangeType type) {
    return new DidChangeWatchedFilesParams(List.of(new FileEvent(uri, type)));
  }
}
