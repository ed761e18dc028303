package dev.wmllint.lsp.server;

import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.lsp.document.DocumentUri;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelKind;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Something that the findings in a manifest depend on.
 *
 * @param path absolute
 * @param folder whether it is a folder of which each file counts
 */
record WatchedPath(Path path, boolean folder) {
  /** What a manifest depends on, be it there or not; nothing for other documents. */
  static Set<WatchedPath> of(DocumentSnapshot snapshot) {
    Set<WatchedPath> watches = new LinkedHashSet<>();
    if (snapshot.isManifest()) {
      Optional<ModelDefinition> model = snapshot.model().filter(known -> !known.isRefused());
      model.ifPresent(known -> watches.add(of(known.path(), known.kind() == ModelKind.FOLDER)));
      snapshot.configurationFiles().forEach(file -> watches.add(of(file, false)));
    }
    return watches;
  }

  private static WatchedPath of(Path path, boolean folder) {
    return new WatchedPath(DocumentUri.identity(path), folder);
  }

  Path base() {
    Path parent = path.getParent();
    return folder || parent == null ? path : parent;
  }

  /** From the base on, as the protocol writes patterns. */
  String pattern() {
    return folder ? "**/*" : literal(path);
  }

  /** The same for clients that know nothing but patterns below the workspace's folders. */
  Optional<String> patternIn(Stream<Path> folders) {
    return folders
        .filter(path::startsWith)
        .findFirst()
        .map(
            workspace -> {
              String relative = literal(workspace.relativize(path));
              String start = relative.isEmpty() ? "**" : "**/" + relative;
              return folder ? start + (relative.isEmpty() ? "/*" : "/**/*") : start;
            });
  }

  /** The protocol's patterns have no way to escape: a char with a meaning is any one char. */
  private static String literal(Path path) {
    StringBuilder out = new StringBuilder();
    Path names = path.isAbsolute() ? path.getFileName() : path;
    for (Path name : names) {
      out.append(out.isEmpty() ? "" : "/")
          .append(name.toString().replaceAll("[*?\\[\\]{},!]", "?"));
    }
    return out.toString();
  }
}
