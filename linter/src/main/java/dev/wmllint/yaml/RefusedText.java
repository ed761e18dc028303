package dev.wmllint.yaml;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.lines.Chars;
import dev.wmllint.yaml.lines.LineReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Text that YAML 1.2 takes, and the readers of YAML 1.1 do not, neither PyYAML nor libyaml: for
 * them a tab starts no token where a key may stand, and ends no plain value that it is not indented
 * deeper than. Silent wherever one of both takes it.
 */
public final class RefusedText {
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
  private record Part(Span span, boolean plain, boolean block, boolean flow, int column) {}

  private final List<Refused> found = new ArrayList<>();

  /**
   * A place that they refuse.
   *
   * @param what it is, for a message
   * @param text what to write there
   */
  public record Refused(Span span, String what, String text) {}

  private RefusedText(String text, LineIndex lines) {
    this.text = text;
    this.lines = lines;
  }

  /** In the order of the text; nothing where it is not well-formed. */
  public static List<Refused> in(ManifestDocument document) {
    boolean suspect = document.text().chars().anyMatch(c -> c == '\t' || c == '&' || c == '?');
    boolean json = document.root().filter(Node::isFlow).isPresent();
    if (!suspect || json || document.root().isEmpty() || document.isBroken()) {
      return List.of();
    }
    RefusedText refused = new RefusedText(document.text(), document.lines());
    refused.collect(document.root().get(), 0);
    refused.indents();
    refused.anchors();
    refused.found.sort(Comparator.comparing(Refused::span));
    return refused.found;
  }

  private void indents() {
    LineReader reader = new LineReader(text, lines);
    int ink = 0;
    for (int line = 0; line < lines.count(); line++) {
      Span content = reader.contentOf(line);
      Span indent = new Span(lines.startOf(line), content.start());
      int tab = indent.of(text).indexOf('\t');
      if (tab >= 0 && isRefused(indent.start() + tab, tab, ink)) {
        boolean nothing = content.start() == lines.endOf(line);
        Span from = new Span(indent.start() + tab, indent.end());
        String what =
            content.isEmpty() ? "a tab indents a line without content" : "a tab indents this line";
        found.add(new Refused(from, what, nothing ? "" : from.of(text).replace("\t", "  ")));
      }
      ink = lastInk(content, lines.endOf(line), ink);
    }
  }

  /** The name of an anchor may be in no quotes. */
  private void anchors() {
    for (int at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
      boolean starts = at == 0 || " \t\n-[{,".indexOf(text.charAt(at - 1)) >= 0;
      if (starts
          && at + 1 < text.length()
          && Chars.isQuote(text.charAt(at + 1))
          && !isInScalar(at)) {
        int close = Chars.closingQuote(text, at + 1, lines.endOf(lines.lineOf(at)));
        if (close >= 0) {
          Span name = new Span(at + 1, close + 1);
          String plain = name.of(text).replaceAll("[^\\w-]", "");
          found.add(new Refused(name, "quotes in the name of an anchor", plain));
        }
      }
    }
  }

  private boolean isInScalar(int at) {
    Map.Entry<Integer, Part> before = parts.floorEntry(at);
    return before != null && !before.getValue().flow() && before.getValue().span().end() > at;
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
      return (!directly && !part.flow()) || (directly && column <= part.column());
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
      parts.put(node.span().start(), new Part(node.span(), scalar.isPlain(), block, false, column));
    } else if (node.isFlow()) {
      inFlow(node, column);
    } else if (node instanceof MappingNode mapping) {
      for (Entry entry : mapping.entries()) {
        if (!entry.isMerged()) {
          int place = column(entry.key().span().start());
          collect(entry.key(), place);
          collect(entry.value(), place);
        }
      }
    } else if (node instanceof SequenceNode sequence) {
      for (SequenceNode.Item item : sequence.items()) {
        tabAfter(item.dash());
        collect(item.value(), column(item.dash().start()));
      }
    }
  }

  private void tabAfter(Span dash) {
    int end = Chars.skipSpaces(text, dash.end(), text.length());
    Span blanks = new Span(dash.end(), end);
    if (blanks.of(text).indexOf('\t') >= 0 && end < text.length() && text.charAt(end) != '\n') {
      found.add(new Refused(blanks, "a tab after the '-'", " "));
    }
  }

  /** In brackets a tab is refused only right after a plain scalar. */
  private void inFlow(Node outermost, int column) {
    Span whole = outermost.span();
    parts.put(whole.start(), new Part(whole, false, false, true, column));
    for (Node node : outermost.all()) {
      if (node instanceof ScalarNode scalar && scalar.isPlain() && !scalar.isOmitted()) {
        parts.put(node.span().start(), new Part(node.span(), true, false, true, column));
      }
      if (node instanceof MappingNode mapping) {
        mapping.children().forEach(this::questionMark);
      }
    }
  }

  private void questionMark(Node value) {
    boolean plain = value instanceof ScalarNode scalar && scalar.isPlain();
    if (plain && value.span().of(text).startsWith("?")) {
      String quoted = '"' + value.span().of(text) + '"';
      found.add(new Refused(value.span(), "a value in brackets that starts with '?'", quoted));
    }
  }

  private int column(int offset) {
    return lines.position(offset).column();
  }
}
