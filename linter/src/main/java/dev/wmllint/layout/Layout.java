package dev.wmllint.layout;

import dev.wmllint.manifest.DocumentKind;
import dev.wmllint.schema.Lazy;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.text.Edit;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.lines.LineReader;
import dev.wmllint.yaml.lines.TextLine;
import dev.wmllint.yaml.syntax.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a manifest whose lines slipped as it was meant. */
public final class Layout {
  /** Who slips more often has other worries than one line. */
  private static final int MAX_SLIPS = 3;

  private final SchemaNode schema;
  private final Lazy<Places> places;

  /** For manifests of a format. Safe for use by several threads. */
  public Layout(SchemaNode schema) {
    this.schema = schema;
    this.places = new Lazy<>(() -> new Places(schema));
  }

  /**
   * The document as it was meant, with what is wrong with it as it is; empty where no line slipped,
   * or where more than lines is wrong.
   */
  public Optional<ManifestDocument> meant(ManifestDocument document) {
    if (document.isRefused()) {
      return Optional.empty();
    }
    LineReader reader = LineReader.of(document.source());
    Optional<ManifestDocument> unmarked =
        new PastedMarks(document.text(), document.lines())
            .find()
            .or(() -> document.isBroken() ? falseMarks(document, reader) : Optional.empty())
            .or(() -> parts(document, reader))
            .flatMap(problem -> document.readAs(edits(problem), List.of(problem), List.of()))
            .filter(read -> DocumentKind.of(read.root()) == DocumentKind.MANIFEST);
    if (unmarked.isPresent()) {
      return unmarked;
    }
    List<Row> rows = Rows.of(reader);
    boolean manifest =
        rows.stream()
            .anyMatch(row -> row.key().filter(schema.properties()::containsKey).isPresent());
    boolean several =
        document.problems().stream().anyMatch(p -> p.kind() == Problem.Kind.DOCUMENTS);
    DocumentKind kind = DocumentKind.of(document.root());
    boolean related = kind != DocumentKind.MANIFEST && kind != DocumentKind.OTHER;
    if (!manifest || several || related) {
      return Optional.empty();
    }
    return withoutSlips(document, reader, rows);
  }

  private Optional<ManifestDocument> withoutSlips(
      ManifestDocument document, LineReader reader, List<Row> written) {
    List<Row> rows = written;
    List<Problem> problems = new ArrayList<>();
    List<Edit> edits = new ArrayList<>();
    List<Span> lost = new ArrayList<>();
    Set<Integer> touched = new HashSet<>();
    Optional<Slip> slip = SlipFinder.find(rows, places.get());
    while (slip.isPresent() && problems.size() < MAX_SLIPS) {
      SlipReport report = SlipReport.of(slip.get(), rows, reader, !document.isBroken());
      boolean apart =
          report.edits().stream()
              .allMatch(edit -> touched.add(reader.lines().lineOf(edit.span().start())));
      if (!apart) {
        break;
      }
      problems.add(report.problem());
      edits.addAll(report.edits());
      if (report.problem().mend().isEmpty()) {
        lost.add(report.problem().span());
      }
      rows = slip.get().undone(rows);
      slip = SlipFinder.find(rows, places.get());
    }
    return problems.isEmpty() ? Optional.empty() : document.readAs(edits, problems, lost);
  }

  private static List<Edit> edits(Problem problem) {
    return problem.mend().map(Problem.Mend::edits).orElse(List.of());
  }

  /** The reading that fits the format best. */
  private Optional<Problem> falseMarks(ManifestDocument document, LineReader reader) {
    return new FalseMarks(reader)
        .find().stream()
            .min(
                Comparator.comparing(
                    problem -> {
                      String text = Edit.apply(document.text(), edits(problem));
                      return Fit.of(
                              Rows.of(LineReader.of(document.source().withText(text))),
                              places.get())
                          .faults();
                    }));
  }

  /** Lines that part the sections of one manifest as though each were a document. */
  private Optional<Problem> parts(ManifestDocument document, LineReader reader) {
    Optional<Problem> second =
        document.problems().stream()
            .filter(problem -> problem.kind() == Problem.Kind.DOCUMENTS)
            .findFirst();
    if (second.isEmpty()) {
      return second;
    }
    boolean started = false;
    Set<String> keys = new HashSet<>();
    List<Edit> markers = new ArrayList<>();
    for (int i = 0; i < reader.lines().count(); i++) {
      TextLine line = reader.line(i);
      boolean top = line.column() == 0 && !line.startsItem();
      Optional<String> key = top ? line.key() : Optional.empty();
      if (line.isMarker() && started) {
        markers.add(Edit.remove(line.spanOfContent()));
      }
      started |= !line.isNothing() && !line.isMarker();
      if (key.isPresent() && !(schema.property(key.get()).isPresent() && keys.add(key.get()))) {
        return Optional.empty();
      }
    }
    Problem problem = second.get();
    return Optional.of(
        new Problem(
                problem.kind(),
                problem.span(),
                "this line makes a document of its own of what follows",
                "remove it: the sections of a manifest are one document",
                problem.other())
            .mendedBy("remove it", markers));
  }
}
