package dev.wmllint.config;

import dev.wmllint.fix.ScalarText;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Comment;
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
  private final String text;
  private final String lineEnd;
  private final MappingNode old;
  private final int column;

  FrameworkRows(ManifestDocument document, MappingNode old) {
    this.document = document;
    this.text = document.text();
    this.lineEnd = document.source().lineEnd();
    this.old = old;
    this.column = document.lines().position(old.span().start()).column();
  }

  static String row(String name, List<String> versions, int column) {
    return " ".repeat(column) + ScalarText.word(name) + ": " + ConfigPrinter.inBrackets(versions);
  }

  /** The comments between two offsets, each for a line of its own. */
  static List<String> commentsIn(ManifestDocument document, int from, int to, int column) {
    return document.comments().stream()
        .map(Comment::span)
        .filter(span -> from <= span.start() && span.end() <= to)
        .map(span -> " ".repeat(column) + document.source().slice(span))
        .toList();
  }

  /**
   * The whole text, with a table in place of this one: rows that are the same stay as they are.
   * Empty where rows are written somewhere else.
   */
  Optional<String> with(Map<String, List<String>> table) {
    if (old.entries().stream().anyMatch(entry -> !isWritten(entry))) {
      return Optional.empty();
    }
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
        commentsIn(document, start, end(entry), column).forEach(line -> out.append(line + lineEnd));
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
