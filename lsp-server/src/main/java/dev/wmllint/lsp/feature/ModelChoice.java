package dev.wmllint.lsp.feature;

import dev.wmllint.discovery.FileSearch;
import dev.wmllint.fix.Edit;
import dev.wmllint.fix.Fix;
import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.suppress.Directive;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Which model definition belongs to a manifest, chosen by its user. */
public final class ModelChoice {
  /** A list that people can still read. */
  private static final int MAX_ZIPS = 40;

  private static final int MAX_DEPTH = 4;
  private static final int MAX_VISITED = 20_000;

  private ModelChoice() {}

  /** The zips in the manifest's folder and below, as a comment would name them. */
  public static List<String> candidates(DocumentSnapshot snapshot) {
    if (snapshot.folder().isEmpty()) {
      return List.of();
    }
    AtomicInteger visited = new AtomicInteger();
    return FileSearch.in(
            snapshot.folder().get(),
            MAX_DEPTH,
            ModelChoice::isZip,
            () -> visited.incrementAndGet() > MAX_VISITED)
        .files()
        .stream()
        .limit(MAX_ZIPS)
        .map(zip -> snapshot.folder().get().relativize(Path.of(zip)).toString().replace('\\', '/'))
        .toList();
  }

  /** What hidden folders hold is the tools' own. */
  private static boolean isZip(Path path) {
    for (Path name : path) {
      if (name.toString().startsWith(".")) {
        return false;
      }
    }
    return path.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  /** Writes a choice into the manifest; empty where that cannot be, as in JSON. */
  public static Optional<Fix> write(DocumentSnapshot snapshot, String path) {
    boolean oneLine = !path.isBlank() && path.lines().count() == 1;
    if (!snapshot.isManifest() || snapshot.document().isJson() || !oneLine) {
      return Optional.empty();
    }
    String comment = "# wml-lint: model=" + path.strip();
    Edit edit =
        snapshot
            .modelDirective()
            .map(Directive::span)
            .map(span -> new Edit(span, comment))
            .orElseGet(() -> Edit.insert(0, comment + snapshot.document().source().lineEnd()));
    return Optional.of(Fix.safe("use " + path, edit));
  }
}
