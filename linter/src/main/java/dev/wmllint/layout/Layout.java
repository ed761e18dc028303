package dev.wmllint.layout;

import dev.wmllint.schema.SchemaNode;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.lines.LineReader;
import dev.wmllint.yaml.syntax.Change;
import dev.wmllint.yaml.syntax.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a manifest whose lines slipped as it was meant. */
public final class Layout {
  /** Who slips more often has other worries than one line. */
  private static final int MAX_SLIPS = 3;

  private Layout() {}

  /**
   * The document as it was meant, with what is wrong with it as it is; itself where no line
   * slipped, or where more than lines is wrong.
   */
  public static ManifestDocument meant(ManifestDocument document, SchemaNode schema) {
    if (document.isRefused()) {
      return document;
    }
    LineReader reader = LineReader.of(document.source());
    List<Row> rows = Rows.of(reader);
    boolean manifest =
        rows.stream()
            .anyMatch(row -> row.key().filter(schema.properties()::containsKey).isPresent());
    if (!manifest) {
      return document;
    }
    Places places = new Places(schema);
    List<Problem> problems = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    Set<Integer> touched = new HashSet<>();
    Optional<Slip> slip = SlipFinder.find(rows, places);
    while (slip.isPresent() && problems.size() < MAX_SLIPS) {
      Problem problem = new SlipReport(reader, rows, !document.isBroken()).of(slip.get());
      boolean apart =
          problem.changes().stream()
              .allMatch(change -> touched.add(reader.lines().lineOf(change.span().start())));
      if (!apart) {
        break;
      }
      problems.add(problem);
      changes.addAll(problem.changes());
      rows = slip.get().undone(rows);
      slip = SlipFinder.find(rows, places);
    }
    return problems.isEmpty() ? document : document.readAs(changes, problems).orElse(document);
  }
}
