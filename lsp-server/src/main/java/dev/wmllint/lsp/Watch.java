package dev.wmllint.lsp;

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
record Watch(Path path, boolean folder) {
  /** What a manifest depends on, be it there or not; nothing for other documents. */
  static Set<Watch> of(DocumentView view) {
    Set<Watch> watches = new LinkedHashSet<>();
    if (view.isManifest()) {
      Optional<ModelDefinition> model = view.model();
      model.ifPresent(known -> watches.add(of(known.path(), known.kind() == ModelKind.FOLDER)));
      view.configurationFiles().forEach(file -> watches.add(of(file, false)));
    }
    return watches;
  }

  private static Watch of(Path path, boolean folder) {
    return new Watch(DocumentUri.identity(path), folder);
  }

  /** The folder that a pattern begins at. */
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
