package dev.wmllint.lsp;

import java.util.List;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;

/** Makes the parameters of requests and notifications. */
final class Requests {
  private Requests() {}

  static DidChangeWatchedFilesParams changed(String uri) {
    return new DidChangeWatchedFilesParams(List.of(new FileEvent(uri, FileChangeType.Changed)));
  }
}
