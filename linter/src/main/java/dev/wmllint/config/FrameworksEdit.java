package dev.wmllint.config;

import dev.wmllint.fix.Fix;
import dev.wmllint.fix.FixApplier;
import dev.wmllint.fix.ScalarText;
import dev.wmllint.fix.Sketch;
import dev.wmllint.fix.YamlEdits;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Comment;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.SequenceNode;
import dev.wmllint.yaml.YamlLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final YamlEdits edits;
  private final String text;
  private final String lineEnd;
  private final Map<String, List<String>> table;

  private FrameworksEdit(Path file, SourceText source, Map<String, List<String>> table) {
    this.file = file;
    this.document = ManifestDocument.parse(source, YamlLimits.DEFAULT);
    this.edits = new YamlEdits(document);
    this.text = document.text();
    this.lineEnd = source.lineEnd();
    this.table = table;
  }

  /**
   * The text with another table.
   *
   * @param source its text, with no problem in it; may be empty
   * @param table at least one framework, each with a version
   * @return empty when the text has a form that cannot be edited
   */
  public static Optional<String> apply(
      Path file, SourceText source, Map<String, List<String>> table) {
    return new FrameworksEdit(file, source, table).edited();
  }

  /** What prevents another table: all problems but those of the table itself, which goes away. */
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
    // Whoever found it has judged it: here only what the edit changes matters.
    Config before = ConfigReader.read(file, document.source(), ConfigOwner.USER).config();
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
    ConfigResult after =
        ConfigReader.read(file, document.source().withText(text), ConfigOwner.USER);
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

  /**
   * Row by row, where each has lines of its own: rows that are the same stay as they are. Empty
   * where rows are written somewhere else.
   */
  private Optional<String> inRows() {
    if (!(blockEntry().map(Entry::value).orElse(null) instanceof MappingNode old)
        || old.isFlow()
        || !old.entries().stream().allMatch(entry -> isWritten(old, entry))) {
      return Optional.empty();
    }
    int column = edits.column(old.span().start());
    StringBuilder out = new StringBuilder();
    Set<String> missing = new LinkedHashSet<>(table.keySet());
    int at = 0;
    for (Entry entry : old.entries()) {
      missing.remove(entry.name());
      LineIndex lines = document.lines();
      int start = lines.startOf(lines.lineOf(entry.key().span().start()));
      int end = lines.fullSpan(lines.lineOf(end(entry))).end();
      out.append(text, at, start);
      Optional<List<String>> versions = Optional.ofNullable(table.get(entry.name()));
      if (versions.isPresent() && versions(entry.value()).equals(versions.get())) {
        out.append(text, start, end);
      } else {
        commentsIn(start, end(entry), column).forEach(line -> out.append(line + lineEnd));
        versions.ifPresent(
            list -> out.append(row(entry.name(), list, column)).append(text, end(entry), end));
      }
      at = end;
    }
    for (String name : missing) {
      boolean open = out.charAt(out.length() - 1) != lineEnd.charAt(lineEnd.length() - 1);
      out.append(open ? lineEnd : "").append(row(name, table.get(name), column)).append(lineEnd);
    }
    return Optional.of(out.append(text, at, text.length()).toString());
  }

  private static int end(Entry entry) {
    return Math.max(entry.key().span().end(), entry.value().span().end());
  }

  /** Whether a row is neither merged in nor an alias for a value at another place. */
  private static boolean isWritten(MappingNode old, Entry entry) {
    Span value = entry.value().span();
    return !entry.isMerged()
        && old.span().contains(entry.key().span())
        && value.start() >= entry.key().span().end()
        && value.end() <= old.span().end();
  }

  /** The versions as they are written; nothing where some of it is no text. */
  private static List<String> versions(Node value) {
    List<String> versions = new ArrayList<>();
    List<Node> nodes =
        value instanceof SequenceNode list
            ? list.items().stream().map(SequenceNode.Item::value).toList()
            : List.of(value);
    for (Node node : nodes) {
      if (node instanceof ScalarNode scalar) {
        versions.add(scalar.value());
      }
    }
    return versions;
  }

  private static String row(String name, List<String> versions, int column) {
    return " ".repeat(column) + ScalarText.word(name) + ": " + ConfigPrinter.inBrackets(versions);
  }

  /** The comments between two offsets, each as a line of its own. */
  private List<String> commentsIn(int from, int to, int column) {
    return document.comments().stream()
        .map(Comment::span)
        .filter(span -> from <= span.start() && span.end() <= to)
        .map(span -> " ".repeat(column) + document.source().slice(span))
        .toList();
  }

  /** All rows, below the key, in place of its value. */
  private Optional<String> asBlock() {
    Optional<Entry> entry = blockEntry();
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    int key = entry.get().key().span().end();
    int from = text.indexOf(':', key);
    int to = entry.get().value().span().end();
    if (from < 0 || to < from) {
      to = from + 1;
    }
    int end = edits.endOfLine(to);
    int column = edits.column(entry.get().key().span().start()) + 2;
    StringBuilder out = new StringBuilder(text.substring(0, from + 1)).append(text, to, end);
    commentsIn(from, to, column).forEach(line -> out.append(lineEnd + line));
    return Optional.of(out.append(rows(column)).append(text.substring(end)).toString());
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
    if (old.isPresent()) {
      boolean json = text.charAt(old.get().key().span().start()) == '"';
      var span = old.get().value().span();
      return Optional.of(
          text.substring(0, span.start()) + value.flow(json) + text.substring(span.end()));
    }
    return edits
        .append(root.get(), KEY, value)
        .map(edit -> FixApplier.apply(text, List.of(Fix.safe("add " + KEY, edit))));
  }

  /** As a section of its own, after everything. */
  private Optional<String> atEnd() {
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
              int end = edits.endOfLine(root.span().end());
              return text.substring(0, end) + lineEnd + section() + text.substring(end);
            });
  }

  private String section() {
    int column =
        root()
            .filter(root -> !root.entries().isEmpty())
            .map(root -> edits.column(root.span().start()))
            .orElse(0);
    return " ".repeat(column) + KEY + ":" + rows(column + 2);
  }

  private String rows(int column) {
    StringBuilder out = new StringBuilder();
    table.forEach((name, versions) -> out.append(lineEnd).append(row(name, versions, column)));
    return out.toString();
  }
}
