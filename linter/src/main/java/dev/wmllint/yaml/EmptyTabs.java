package dev.wmllint.yaml;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.lines.Chars;
import dev.wmllint.yaml.lines.LineReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tabs that indent a comment, or nothing at all. YAML 1.2 takes them for spaces. The readers of
 * YAML 1.1 do not, neither PyYAML nor libyaml: a tab starts no token where a key may stand, and
 * ends no plain value that it is not indented deeper than. Silent wherever one of both takes it.
 */
public final class EmptyTabs {
  private final String text;
  private final LineIndex lines;

  /** The scalars and collections that a tab may stand in or after, by where they start. */
  private final TreeMap<Integer, Part> parts = new TreeMap<>();

  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * What a tab may stand in or after.
   *
   * @param column of the collection that a plain scalar belongs to
   */
  private record Part(Span span, boolean plain, boolean block, int column) {}

  private EmptyTabs(String text, LineIndex lines) {
    this.text = text;
    this.lines = lines;
  }

  /** The indents with such tabs, each from its line's start, in the order of the text. */
  public static List<Span> in(ManifestDocument document) {
    if (document.text().indexOf('\t') < 0 || document.root().isEmpty() || document.isBroken()) {
      return List.of();
    }
    EmptyTabs tabs = new EmptyTabs(document.text(), document.lines());
    tabs.collect(document.root().get(), 0);
    return tabs.find();
  }

  private List<Span> find() {
    List<Span> found = new ArrayList<>();
    LineReader reader = new LineReader(text, lines);
    int ink = 0;
    for (int line = 0; line < lines.count(); line++) {
      Span content = reader.contentOf(line);
      Span indent = new Span(lines.startOf(line), content.start());
      int tab = indent.of(text).indexOf('\t');
      if (content.isEmpty() && tab >= 0 && isRefused(indent.start() + tab, tab, ink)) {
        found.add(indent);
      }
      ink = lastInk(content, lines.endOf(line), ink);
    }
    return found;
  }

  /**
   * Whether both readers refuse a tab.
   *
   * @param column of the tab
   * @param ink after the last char above that is not blank
   */
  private boolean isRefused(int tab, int column, int ink) {
    Map.Entry<Integer, Part> before = parts.floorEntry(tab);
    if (before == null) {
      return true;
    }
    Part part = before.getValue();
    if (part.plain()) {
      boolean directly = part.span().end() > tab || ink <= part.span().end();
      return !directly || column <= part.column();
    }
    return !part.block() && part.span().end() <= tab;
  }

  /** After the last char of a line that is not blank; a comment is taken to its line's end. */
  private int lastInk(Span content, int lineEnd, int above) {
    if (Chars.skipSpaces(text, content.end(), lineEnd) < lineEnd) {
      return lineEnd;
    }
    return content.isEmpty() ? above : content.end();
  }

  private void collect(Node node, int column) {
    if (!seen.add(node)) {
      return;
    }
    if (node instanceof ScalarNode scalar) {
      boolean block = scalar.style().isBlock();
      parts.put(node.span().start(), new Part(node.span(), scalar.isPlain(), block, column));
    } else if (node.isFlow()) {
      parts.put(node.span().start(), new Part(node.span(), false, false, 0));
    } else if (node instanceof MappingNode mapping) {
      for (Entry entry : mapping.entries()) {
        if (!entry.isMerged()) {
          int place = column(entry.key().span().start());
          collect(entry.key(), place);
          collect(entry.value(), place);
        }
      }
    } else if (node instanceof SequenceNode sequence) {
      sequence.items().forEach(item -> collect(item.value(), column(item.dash().start())));
    }
  }

  private int column(int offset) {
    return lines.position(offset).column();
  }
}
