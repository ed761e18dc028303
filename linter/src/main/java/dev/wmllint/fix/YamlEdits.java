package dev.wmllint.fix;

import dev.wmllint.text.Edit;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.ScalarStyle;
import dev.wmllint.yaml.ScalarTypes;
import dev.wmllint.yaml.SequenceNode;
import dev.wmllint.yaml.lines.Chars;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The smallest edits for what fixes do to YAML: whatever is not touched keeps its comments, blank
 * lines, indents, quotes and line ends. Empty where the text has a form that the edit cannot keep.
 */
public final class YamlEdits {
  private final ManifestDocument document;
  private final String text;
  private final LineIndex lines;

  public YamlEdits(ManifestDocument document) {
    this.document = document;
    this.text = document.text();
    this.lines = document.lines();
  }

  /** Renames a key; its quotes stay. */
  public Optional<Edit> rename(Entry entry, String name) {
    if (!(entry.key() instanceof ScalarNode key) || key.style().isBlock() || key.isOmitted()) {
      return Optional.empty();
    }
    return Optional.of(replace(key, name, false));
  }

  /**
   * Puts another value in a scalar's place; its quotes stay, and come where they are needed: in
   * JSON always.
   */
  public Edit replaceScalar(ScalarNode scalar, String value) {
    return replace(scalar, value, isInJson(scalar.span()));
  }

  private static Edit replace(ScalarNode scalar, String value, boolean json) {
    if (scalar.style().isQuoted() && isPlainSafe(value)) {
      return new Edit(scalar.contentSpan(), value);
    }
    boolean plain = isPlainSafe(value) && !json;
    return new Edit(scalar.span(), plain ? value : DoubleQuoted.of(value));
  }

  /** Whether the innermost mapping around a place is written as JSON, with keys in quotes. */
  private boolean isInJson(Span place) {
    return nodesAround(place).stream()
        .filter(MappingNode.class::isInstance)
        .map(MappingNode.class::cast)
        .reduce((outer, inner) -> inner)
        .filter(YamlEdits::isJson)
        .isPresent();
  }

  private static boolean isJson(MappingNode mapping) {
    return mapping.isFlow()
        && !mapping.entries().isEmpty()
        && hasQuotedKey(mapping.entries().get(0));
  }

  /** From the root to the innermost node that a place is in. */
  private List<Node> nodesAround(Span place) {
    List<Node> nodes = new ArrayList<>();
    Optional<Node> next = document.root();
    while (next.isPresent()) {
      nodes.add(next.get());
      next = childAround(next.get(), place);
    }
    return nodes;
  }

  private static Optional<Node> childAround(Node node, Span place) {
    // What an alias stands for is written elsewhere.
    return node.children().stream()
        .filter(child -> node.span().contains(child.span()) && child.span().contains(place))
        .findFirst();
  }

  /**
   * Puts double quotes around a plain scalar on one line. Two inserts, which carry nothing of the
   * value: it may be a password.
   */
  public Optional<List<Edit>> quote(ScalarNode scalar) {
    String raw = document.source().slice(scalar.span());
    boolean simple = raw.chars().noneMatch(c -> c == '\n' || c == '\r' || c == '"' || c == '\\');
    if (!scalar.isPlain() || scalar.isOmitted() || !simple) {
      return Optional.empty();
    }
    return Optional.of(
        List.of(Edit.insert(scalar.span().start(), "\""), Edit.insert(scalar.span().end(), "\"")));
  }

  private static boolean isPlainSafe(String value) {
    return !value.isEmpty()
        && value.chars().allMatch(c -> Character.isLetterOrDigit(c) || "_-./".indexOf(c) >= 0)
        && Character.isLetterOrDigit(value.charAt(0))
        && !ScalarTypes.isAmbiguous(value);
  }

  public Optional<Edit> append(MappingNode mapping, String key, Sketch value) {
    return append(mapping, Map.of(key, value));
  }

  /**
   * Adds keys with values to a mapping, after its last entry.
   *
   * @param added in the order in which they are to stand
   */
  public Optional<Edit> append(MappingNode mapping, Map<String, Sketch> added) {
    List<Entry> own = mapping.entries().stream().filter(entry -> !entry.isMerged()).toList();
    if (mapping.isFlow()) {
      return Optional.of(appendFlow(mapping, own, added));
    }
    if (own.isEmpty()) {
      return Optional.empty();
    }
    Entry first = own.get(0);
    Entry last = own.get(own.size() - 1);
    int column = column(first.key().span().start());
    String lineEnd = document.source().lineEnd();
    int end = endOfLine(end(last));
    StringBuilder block = new StringBuilder();
    added.forEach(
        (key, value) ->
            block
                .append(lineEnd)
                .append(" ".repeat(column))
                .append(key + ":" + value.block(column, lineEnd)));
    return Optional.of(Edit.insert(end, block.toString()));
  }

  private Edit appendFlow(MappingNode mapping, List<Entry> own, Map<String, Sketch> added) {
    boolean json = own.isEmpty() ? isJson() : hasQuotedKey(own.get(0));
    boolean tight = json && !own.isEmpty() && isTight(own.get(0));
    String colon = tight ? ":" : ": ";
    List<String> entries = new ArrayList<>();
    added.forEach(
        (key, value) ->
            entries.add((json ? DoubleQuoted.of(key) : key) + colon + value.flow(json)));
    if (own.isEmpty()) {
      return Edit.insert(mapping.span().start() + 1, String.join(", ", entries));
    }
    Entry last = own.get(own.size() - 1);
    int start = last.key().span().start();
    int end = end(last);
    String indent = text.substring(lines.startOf(lines.lineOf(start)), start);
    String separator =
        indent.isBlank() ? "," + document.source().lineEnd() + indent : tight ? "," : ", ";
    return Edit.insert(end, separator + String.join(separator, entries));
  }

  /** JSON as programs write it, without a space after the colon. */
  private boolean isTight(Entry entry) {
    int colon = entry.key().span().end();
    return entry.value().span().start() == colon + 1 && text.charAt(colon) == ':';
  }

  /** Whether the whole text is JSON, which has no comments, and has to stay that. */
  public boolean isJson() {
    return document.comments().isEmpty()
        && document.root().orElse(null) instanceof MappingNode root
        && isJson(root);
  }

  private static boolean hasQuotedKey(Entry entry) {
    return entry.key() instanceof ScalarNode key && key.style() == ScalarStyle.DOUBLE_QUOTED;
  }

  /** YAML text on one line, as it may stand between brackets. */
  static String inFlow(String value, boolean json) {
    if (value.startsWith("\"")) {
      return value;
    }
    boolean single = value.startsWith("'");
    if (json && single) {
      return DoubleQuoted.of(value.substring(1, value.length() - 1).replace("''", "'"));
    }
    boolean bracket = value.chars().anyMatch(c -> ",[]{}".indexOf(c) >= 0);
    return json || (bracket && !single) ? DoubleQuoted.of(value) : value;
  }

  /**
   * Removes an entry with its lines, or in flow style with its comma. A comment after it stays, on
   * a line of its own.
   */
  public Optional<Edit> remove(MappingNode mapping, Entry entry) {
    return remove(mapping, entry, true, 0);
  }

  /**
   * Removes an entry together with the comment after it.
   *
   * @param linesAbove how many lines above it go, too, in block style
   */
  public Optional<Edit> removeWithComments(MappingNode mapping, Entry entry, int linesAbove) {
    return remove(mapping, entry, false, linesAbove);
  }

  private Optional<Edit> remove(
      MappingNode mapping, Entry entry, boolean keepsComment, int linesAbove) {
    int start = entry.key().span().start();
    int end = end(entry);
    if (mapping.isFlow()) {
      return Optional.of(Edit.remove(withLines(withComma(new Span(start, colonEnd(entry, end))))));
    }
    int lastLine = lines.lineOf(Math.max(start, end));
    boolean tail = isBlankOrComment(end, lines.endOf(lastLine)) || end == colonEnd(entry, end);
    if (!lines.isFirstInLine(start) || !tail) {
      return Optional.empty();
    }
    OptionalInt comment = hashBehind(end);
    if (keepsComment && comment.isPresent()) {
      return Optional.of(Edit.remove(new Span(start, comment.getAsInt())));
    }
    return Optional.of(Edit.remove(wholeLines(lines.lineOf(start) - linesAbove, lastLine)));
  }

  /** Offset of the first {@code #} from an offset on, in its line: never looks further. */
  public OptionalInt hashBehind(int offset) {
    int end = Math.max(offset, lines.endOf(lines.lineOf(offset)));
    int hash = text.substring(offset, end).indexOf('#');
    return hash < 0 ? OptionalInt.empty() : OptionalInt.of(offset + hash);
  }

  /** Lines with their line ends: where the last has none, the one before them goes. */
  private Span wholeLines(int first, int last) {
    boolean open = last == lines.count() - 1;
    int start = open && first > 0 ? lines.endOf(first - 1) : lines.startOf(first);
    return new Span(start, lines.fullSpan(last).end());
  }

  /** Turns the lines of an entry into comments, in block style. */
  public Optional<List<Edit>> commentOut(MappingNode mapping, Entry entry) {
    int start = entry.key().span().start();
    int end = end(entry);
    if (mapping.isFlow() || !lines.isFirstInLine(start)) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>();
    for (int i = lines.lineOf(start); i <= lines.lineOf(Math.max(start, end)); i++) {
      if (lines.span(i).of(text).isBlank()) {
        continue;
      }
      int at = Math.min(lines.startOf(i) + column(start), lines.endOf(i));
      edits.add(Edit.insert(lines.isFirstInLine(at) ? at : lines.startOf(i), "# "));
    }
    return Optional.of(edits);
  }

  /**
   * Adds a comment to the line of a scalar, after one that is there.
   *
   * @param words on one line
   * @return empty where no comment fits: between brackets, and where more than a comment follows
   */
  public Optional<Edit> commentBehind(ScalarNode scalar, String words) {
    int end = scalar.span().end();
    int lineEnd = endOfLine(end);
    if (isInFlow(scalar.span()) || !isBlankOrComment(end, lineEnd)) {
      return Optional.empty();
    }
    return Optional.of(Edit.insert(lineEnd, " # " + words));
  }

  private boolean isInFlow(Span place) {
    return nodesAround(place).stream().anyMatch(Node::isFlow);
  }

  private int colonEnd(Entry entry, int end) {
    int at = Chars.skipSpaces(text, entry.key().span().end(), text.length());
    boolean colon = at < text.length() && text.charAt(at) == ':';
    return Math.max(end, colon ? at + 1 : end);
  }

  private Span withComma(Span span) {
    int end = span.end();
    while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    if (end < text.length() && text.charAt(end) == ',') {
      end++;
      while (end < text.length() && text.charAt(end) == ' ') {
        end++;
      }
      return new Span(span.start(), end);
    }
    int start = span.start();
    while (start > 0 && Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    return start > 0 && text.charAt(start - 1) == ',' ? new Span(start - 1, span.end()) : span;
  }

  /** Whole lines, where nothing else stands in them. */
  private Span withLines(Span span) {
    int from = lines.startOf(lines.lineOf(span.start()));
    int last = lines.lineOf(span.end());
    boolean alone =
        lines.isFirstInLine(span.start())
            && text.substring(span.end(), lines.endOf(last)).isBlank()
            && lines.fullSpan(last).end() > span.end();
    return alone ? new Span(from, lines.fullSpan(last).end()) : span;
  }

  /** Makes the mapping under a key the one item of a list. */
  public Optional<List<Edit>> wrapInList(Entry entry, Node value) {
    if (!(value instanceof MappingNode mapping) || hasProperties(entry, mapping)) {
      return Optional.empty();
    }
    Span span = mapping.span();
    if (mapping.isFlow()) {
      return Optional.of(List.of(Edit.insert(span.start(), "["), Edit.insert(span.end(), "]")));
    }
    List<Edit> edits = new ArrayList<>();
    edits.add(Edit.insert(span.start(), "- "));
    int last = lines.lineOf(span.end());
    for (int line = lines.lineOf(span.start()) + 1; line <= last; line++) {
      if (!document.source().slice(lines.span(line)).isBlank()) {
        edits.add(Edit.insert(lines.startOf(line), "  "));
      }
    }
    return Optional.of(edits);
  }

  /**
   * Makes one mapping of several items of a list.
   *
   * @param homes for each item the mapping inside that its only key belongs in; empty for the one
   *     that they make
   * @return empty where their keys do not stand below each other
   */
  public Optional<List<Edit>> joinItems(List<SequenceNode.Item> items, List<Optional<Node>> homes) {
    List<Edit> edits = new ArrayList<>();
    for (int i = 1; i < items.size(); i++) {
      Node last = items.get(i - 1).value();
      Node item = items.get(i).value();
      if (!(last instanceof MappingNode one)
          || !(item instanceof MappingNode other)
          || one.isFlow() != other.isFlow()
          || one.entries().isEmpty()
          || other.entries().isEmpty()) {
        return Optional.empty();
      }
      int deeper = homes.get(i).map(home -> column(home.span().start())).orElse(-1);
      if (deeper >= 0) {
        Span before = new Span(items.get(i).dash().start(), other.span().start());
        int indent = deeper - column(before.start());
        if (other.isFlow() || other.entries().size() > 1 || indent < before.length()) {
          return Optional.empty();
        }
        edits.add(new Edit(before, " ".repeat(indent)));
      } else if (one.isFlow()) {
        edits.add(new Edit(new Span(one.span().end() - 1, other.span().start() + 1), ","));
      } else if (column(items.get(0).value().span().start()) == column(other.span().start())) {
        edits.add(new Edit(items.get(i).dash(), " "));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(edits);
  }

  /** Whether an anchor or a tag stands between a key and its value. */
  private boolean hasProperties(Entry entry, Node value) {
    int from = entry.key().span().end();
    int to = value.span().start();
    if (from > to) {
      return true;
    }
    for (String line : text.substring(from, to).lines().toList()) {
      String code = line.strip();
      if (code.startsWith(":")) {
        code = code.substring(1).strip();
      }
      if (!code.isEmpty() && !code.startsWith("#")) {
        return true;
      }
    }
    return false;
  }

  /** Column of an offset, in UTF-16 units from 0. */
  public int column(int offset) {
    return lines.position(offset).column();
  }

  public int endOfLine(int offset) {
    return lines.endOf(lines.lineOf(offset));
  }

  private int end(Entry entry) {
    return Math.max(valueSpan(entry).end(), entry.key().span().end());
  }

  /**
   * Where the value of an entry is written: of an alias, its own place and not that of what it
   * stands for.
   */
  public Span valueSpan(Entry entry) {
    Span value = entry.value().span();
    int at = entry.key().span().end();
    if (value.start() >= at) {
      return value;
    }
    while (at < text.length()
        && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ':')) {
      at++;
    }
    int end = at;
    while (end < text.length()
        && !Character.isWhitespace(text.charAt(end))
        && ",[]{}".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    boolean alias = at < text.length() && text.charAt(at) == '*';
    return alias ? new Span(at, end) : Span.at(entry.key().span().end());
  }

  private boolean isBlankOrComment(int from, int to) {
    String rest = text.substring(Math.min(from, to), to).strip();
    return rest.isEmpty() || rest.startsWith("#");
  }

  /** Comment lines above the flow collection that a place is in. */
  public Edit commentAbove(Span span, List<String> words) {
    int at = lines.startOf(lines.lineOf(outermostFlow(span)));
    int indent = Chars.skipSpaces(text, at, text.length()) - at;
    StringBuilder comment = new StringBuilder();
    for (String line : words) {
      comment.append(" ".repeat(indent)).append("# ").append(line);
      comment.append(document.source().lineEnd());
    }
    return Edit.insert(at, comment.toString());
  }

  private int outermostFlow(Span inside) {
    Node node = document.root().orElseThrow();
    while (node instanceof MappingNode mapping && !mapping.isFlow()) {
      Optional<Entry> next =
          mapping.entries().stream()
              .filter(entry -> !entry.isMerged() && entry.value().span().contains(inside))
              .findFirst();
      if (next.isEmpty()) {
        break;
      }
      node = next.get().value();
    }
    return node.span().start();
  }
}
