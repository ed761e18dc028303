package dev.wmllint.yaml;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Position;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.syntax.Problem;
import java.util.Optional;

/**
 * A document as lines of text, for tests to compare: problems, the tree, comments. Places are
 * {@code line:column-column} from 1, in UTF-16 units; the end (exclusive) names its line where that
 * is another one.
 */
final class TreeDump {
  private final String text;
  private final LineIndex lines;
  private final StringBuilder out = new StringBuilder();

  private final boolean places;

  private TreeDump(SourceText source, boolean places) {
    this.text = source.text();
    this.lines = source.lines();
    this.places = places;
  }

  /** The tree alone. */
  static String of(SourceText source, Optional<Node> root) {
    TreeDump dump = new TreeDump(source, true);
    root.ifPresent(node -> dump.node(node, 0));
    return dump.out.toString();
  }

  static String of(ManifestDocument document) {
    return of(document, true);
  }

  /** The same with the text of each span, and not where it is. */
  static String withoutPlaces(ManifestDocument document) {
    return of(document, false);
  }

  private static String of(ManifestDocument document, boolean places) {
    TreeDump dump = new TreeDump(document.source(), places);
    document.problems().forEach(dump::problem);
    document.root().ifPresent(root -> dump.node(root, 0));
    document.comments().forEach(comment -> dump.line(0, "comment " + dump.quoted(comment.span())));
    return dump.out.toString();
  }

  private void problem(Problem problem) {
    line(0, problem.kind() + " " + quoted(problem.span()));
    line(1, problem.message().text());
    line(1, "help: " + problem.help().text());
    problem.other().ifPresent(other -> line(1, "other: " + quoted(other)));
  }

  private void node(Node node, int depth) {
    if (node instanceof ScalarNode scalar) {
      line(
          depth,
          scalar.style()
              + scalar.tag().map(tag -> " <" + tag + ">").orElse("")
              + " "
              + quoted(scalar.contentSpan())
              + (scalar.contentSpan().of(text).equals(scalar.value())
                  ? ""
                  : " = '" + escaped(scalar.value()) + "'"));
    } else if (node instanceof MappingNode mapping) {
      line(
          depth,
          "mapping" + (mapping.isFlow() ? " flow" : "") + (mapping.isDamaged() ? " damaged" : ""));
      for (Entry entry : mapping.entries()) {
        line(depth + 1, "key " + quoted(entry.key().span()) + (entry.isMerged() ? " merged" : ""));
        node(entry.value(), depth + 2);
      }
    } else if (node instanceof SequenceNode sequence) {
      line(depth, "list" + (sequence.isFlow() ? " flow" : ""));
      for (SequenceNode.Item item : sequence.items()) {
        line(depth + 1, "item " + quoted(item.dash()));
        node(item.value(), depth + 2);
      }
    }
  }

  private String quoted(Span span) {
    return (places ? place(span) + " '" : "'") + escaped(span.of(text)) + "'";
  }

  private String place(Span span) {
    Position start = lines.position(span.start());
    Position end = lines.position(span.end());
    String line = start.line() == end.line() ? "" : (end.line() + 1) + ":";
    return (start.line() + 1) + ":" + (start.column() + 1) + "-" + line + (end.column() + 1);
  }

  private static String escaped(String value) {
    return value.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t");
  }

  private void line(int depth, String content) {
    out.append("  ".repeat(depth)).append(content).append('\n');
  }
}
