package dev.wmllint.config;

import dev.wmllint.fix.Fix;
import dev.wmllint.fix.FixApplier;
import dev.wmllint.fix.ScalarText;
import dev.wmllint.fix.Sketch;
import dev.wmllint.fix.YamlEdits;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.YamlLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Puts a table of frameworks into the text of a configuration. Everything else stays as it is, and
 * so do all comments, and the rows that do not change.
 *
 * <p>Each way of editing is tried out: it counts only if the new text, read again, has the new
 * table and otherwise means what it meant before.
 */
public final class FrameworksEdit {
  private static final String KEY = "frameworks";

  private final Path file;
  private final ManifestDocument document;
  private final Map<String, List<String>> table;

  private FrameworksEdit(Path file, SourceText source, Map<String, List<String>> table) {
    this.file = file;
    this.document = ManifestDocument.parse(source, YamlLimits.DEFAULT);
    this.table = table;
  }

  /**
   * The text with another table.
   *
   * @param file the configuration's path
   * @param source its text, with no problem in it; may be empty
   * @param table at least one framework, each with a version
   * @return empty when the text has a form that cannot be edited
   */
  public static Optional<String> apply(
      Path file, SourceText source, Map<String, List<String>> table) {
    return new FrameworksEdit(file, source, table).edited();
  }

  /**
   * What prevents another table: all problems but those of the table itself, which goes away.
   *
   * @param source the text of the configuration that was read
   */
  public static List<ConfigProblem> obstacles(ConfigResult result, SourceText source) {
    ManifestDocument document = ManifestDocument.parse(source, YamlLimits.DEFAULT);
    Optional<Span> table =
        document
            .root()
            .filter(root -> document.problems().isEmpty())
            .filter(MappingNode.class::isInstance)
            .flatMap(root -> ((MappingNode) root).entry(KEY))
            .map(entry -> entry.key().span().union(entry.value().span()));
    return result.problems().stream()
        .filter(
            problem ->
                table.isEmpty()
                    || problem.place().isEmpty()
                    || !table.get().contains(problem.place().get().span()))
        .toList();
  }

  private Optional<String> edited() {
    Config before = ConfigReader.read(file, document.source()).config();
    List<Supplier<Optional<String>>> ways =
        List.of(this::inRows, this::asBlock, this::asFlow, this::atEnd, this::behindLast);
    for (Supplier<Optional<String>> way : ways) {
      Optional<String> text = way.get().filter(changed -> means(changed, before));
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  private boolean means(String text, Config before) {
    ConfigResult after = ConfigReader.read(file, document.source().withText(text));
    Sections wanted = Sections.of(before).with(Optional.of(table));
    return after.isSound() && Sections.of(after.config()).equals(wanted);
  }

  private Optional<MappingNode> root() {
    return document.root().filter(MappingNode.class::isInstance).map(MappingNode.class::cast);
  }

  /** The entry to replace, where it is written in block style. */
  private Optional<Entry> blockEntry() {
    return root().filter(root -> !root.isFlow()).flatMap(root -> root.entry(KEY));
  }

  /** Row by row, where each has lines of its own. */
  private Optional<String> inRows() {
    Optional<Node> value = blockEntry().map(Entry::value);
    return value.orElse(null) instanceof MappingNode old && !old.isFlow()
        ? new FrameworkRows(document, old).with(table)
        : Optional.empty();
  }

  /** All rows, below the key, in place of its value. */
  private Optional<String> asBlock() {
    Optional<Entry> entry = blockEntry();
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    String text = document.text();
    int key = entry.get().key().span().end();
    int from = text.indexOf(':', key);
    int to = entry.get().value().span().end();
    if (from < 0 || to < from) {
      to = from + 1;
    }
    int lineEnd = new YamlEdits(document).endOfLine(to);
    int column = new YamlEdits(document).column(entry.get().key().span().start());
    StringBuilder out = new StringBuilder(text.substring(0, from + 1));
    out.append(text, to, lineEnd);
    for (String comment : FrameworkRows.commentsIn(document, from, to, column + 2)) {
      out.append(document.source().lineEnd()).append(comment);
    }
    return Optional.of(
        out.append(rows(column + 2)).append(text, lineEnd, text.length()).toString());
  }

  /** In brackets, where everything is. */
  private Optional<String> asFlow() {
    Optional<MappingNode> root = root().filter(MappingNode::isFlow);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Sketch> sketches = new LinkedHashMap<>();
    table.forEach(
        (name, versions) -> {
          List<Sketch> items = new ArrayList<>();
          versions.forEach(version -> items.add(new Sketch.Value(ScalarText.word(version))));
          sketches.put(name, new Sketch.Items(items));
        });
    Sketch value = new Sketch.Entries(sketches);
    Optional<Entry> old = root.get().entry(KEY);
    String text = document.text();
    if (old.isPresent()) {
      boolean json = text.charAt(old.get().key().span().start()) == '"';
      var span = old.get().value().span();
      return Optional.of(
          text.substring(0, span.start()) + value.flow(json) + text.substring(span.end()));
    }
    return new YamlEdits(document)
        .append(root.get(), KEY, value)
        .map(edit -> FixApplier.apply(text, List.of(Fix.safe("add " + KEY, edit))));
  }

  /** As a section of its own, after everything. */
  private Optional<String> atEnd() {
    String lineEnd = document.source().lineEnd();
    String text = document.text();
    StringBuilder out = new StringBuilder(text);
    if (!text.isEmpty() && !text.endsWith("\n") && !text.endsWith("\r")) {
      out.append(lineEnd);
    }
    if (text.contains(lineEnd + lineEnd)) {
      out.append(lineEnd);
    }
    return Optional.of(out.append(section()).append(lineEnd).toString());
  }

  /** As a section of its own, before what marks the document's end. */
  private Optional<String> behindLast() {
    return root()
        .map(
            root -> {
              int end = new YamlEdits(document).endOfLine(root.span().end());
              String text = document.text();
              String lineEnd = document.source().lineEnd();
              return text.substring(0, end) + lineEnd + section() + text.substring(end);
            });
  }

  private String section() {
    int column =
        root()
            .filter(root -> !root.entries().isEmpty())
            .map(root -> new YamlEdits(document).column(root.span().start()))
            .orElse(0);
    return " ".repeat(column) + KEY + ":" + rows(column + 2);
  }

  private String rows(int column) {
    StringBuilder out = new StringBuilder();
    table.forEach(
        (name, versions) ->
            out.append(document.source().lineEnd())
                .append(FrameworkRows.row(name, versions, column)));
    return out.toString();
  }
}
