package dev.wmllint.config;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Comments;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A table of frameworks in block style, changed row by row. */
final class FrameworkRows {
  private final ManifestDocument document;
  private final MappingNode old;

  FrameworkRows(ManifestDocument document, MappingNode old) {
    this.document = document;
    this.old = old;
  }

  /** One framework on one line. */
  static String row(String name, List<String> versions, int column) {
    return " ".repeat(column) + YamlWord.of(name) + ": " + ConfigPrinter.inBrackets(versions);
  }

  /** The comments between two offsets, each on a line of its own, begun by a line end. */
  static String commentsIn(ManifestDocument document, int from, int to, int column) {
    StringBuilder out = new StringBuilder();
    for (Comments.Comment comment : document.comments()) {
      if (from <= comment.span().start() && comment.span().end() <= to) {
        out.append(document.source().lineEnd())
            .append(" ".repeat(column))
            .append(document.source().slice(comment.span()));
      }
    }
    return out.toString();
  }

  /**
   * The whole text, with a table in place of this one: rows that are the same stay as they are.
   * Empty where rows stand somewhere else.
   */
  Optional<String> with(Map<String, List<String>> table) {
    if (old.entries().stream().anyMatch(entry -> !isWritten(entry))) {
      return Optional.empty();
    }
    String text = document.text();
    LineIndex lines = document.lines();
    StringBuilder out = new StringBuilder();
    Set<String> missing = new LinkedHashSet<>(table.keySet());
    int column = lines.position(old.span().start()).column();
    int at = 0;
    for (Entry entry : old.entries()) {
      int start = lines.startOf(lines.lineOf(entry.key().span().start()));
      int valueEnd = Math.max(entry.key().span().end(), entry.value().span().end());
      int end = lines.endOf(lines.lineOf(valueEnd));
      out.append(text, at, start);
      boolean stays = missing.remove(entry.name());
      if (stays && versions(entry.value()).equals(table.get(entry.name()))) {
        out.append(text, start, end);
      } else {
        String inside = commentsIn(document, start, valueEnd, column);
        String own = inside.isEmpty() ? "" : inside.substring(document.source().lineEnd().length());
        if (stays) {
          out.append(own.isEmpty() ? "" : own + document.source().lineEnd())
              .append(row(entry.name(), table.get(entry.name()), column))
              .append(text, valueEnd, end);
        } else {
          out.append(own);
          end = own.isEmpty() ? lines.fullSpan(lines.lineOf(valueEnd)).end() : end;
        }
      }
      at = end;
    }
    for (String name : missing) {
      boolean open = out.length() == 0 || out.charAt(out.length() - 1) == '\n';
      String row = row(name, table.get(name), column);
      out.append(open ? row + document.source().lineEnd() : document.source().lineEnd() + row);
    }
    return Optional.of(out.append(text, at, text.length()).toString());
  }

  /** Whether a row is neither merged in nor an alias for a value at another place. */
  private boolean isWritten(Entry entry) {
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
}
