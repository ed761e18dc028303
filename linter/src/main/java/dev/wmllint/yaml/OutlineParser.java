package dev.wmllint.yaml;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.lines.Chars;
import dev.wmllint.yaml.lines.LineReader;
import dev.wmllint.yaml.lines.OpenBlock;
import dev.wmllint.yaml.lines.TextLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A tolerant reader of lines and indents, for text that stays broken: what people have on screen
 * while they type. Takes exact indents (odd ones too), quoted keys, block scalars, list dashes,
 * comments and one-line flow collections; whatever fits nowhere is passed over. Never fails, and
 * reads each line once.
 */
final class OutlineParser {
  /** A longer value is taken by its first line: what is read twice has to stay small. */
  private static final int MAX_FOLDED = 10_000;

  private final String text;
  private final LineReader reader;
  private final LineIndex lines;
  private final YamlLimits limits;
  private final Deque<OpenNode> levels = new ArrayDeque<>();
  private Optional<Node> root = Optional.empty();

  OutlineParser(SourceText source, YamlLimits limits) {
    this.text = source.text();
    this.reader = LineReader.of(source);
    this.lines = source.lines();
    this.limits = limits;
  }

  /** A collection that is open: its indent, and what it holds so far. */
  private static final class OpenNode implements OpenBlock {
    private final int indent;
    private final boolean list;
    final int start;
    final List<Entry> entries = new ArrayList<>();
    final List<SequenceNode.Item> items = new ArrayList<>();
    Optional<ScalarNode> openKey = Optional.empty();
    Optional<Span> openDash = Optional.empty();
    int afterOpen;

    /** Whether what is open was opened by a JSON bracket, so that its lines are items. */
    boolean brackets;

    int end;

    OpenNode(int indent, boolean list, int start) {
      this.indent = indent;
      this.list = list;
      this.start = start;
      this.end = start;
    }

    @Override
    public int column() {
      return indent;
    }

    @Override
    public boolean isList() {
      return list;
    }

    @Override
    public boolean awaitsValue() {
      return openKey.isPresent();
    }

    void expectItem(Span dash) {
      openDash = Optional.of(dash);
      afterOpen = dash.end();
      end = Math.max(end, afterOpen);
    }

    void expectValue(ScalarNode key, int colon) {
      openKey = Optional.of(key);
      brackets = false;
      afterOpen = colon + 1;
      end = Math.max(end, afterOpen);
    }

    /** Whether its open key is quoted, as JSON's keys are. */
    boolean isJson() {
      return openKey.isPresent() && openKey.get().style() == ScalarStyle.DOUBLE_QUOTED;
    }

    boolean isOpen() {
      return openKey.isPresent() || openDash.isPresent();
    }

    /** Ends an open key or dash that nothing followed. */
    void putOmitted() {
      if (isOpen()) {
        Span span = Span.at(afterOpen);
        SourceMap map = new SourceMap.Verbatim(afterOpen);
        put(new ScalarNode("", ScalarStyle.PLAIN, span, Optional.empty(), map), afterOpen);
      }
    }

    void put(Node value, int end) {
      this.end = Math.max(this.end, end);
      openKey.ifPresent(key -> entries.add(new Entry(key.value(), key, value, Optional.empty())));
      openDash.ifPresent(dash -> items.add(new SequenceNode.Item(dash, value)));
      openKey = Optional.empty();
      openDash = Optional.empty();
    }

    Node node() {
      Span span = new Span(start, Math.max(start, end));
      return list
          ? new SequenceNode(span, false, items)
          : new MappingNode(span, false, entries, true);
    }
  }

  Composer.Outcome parse() {
    int line = 0;
    while (line < lines.count()) {
      line = readLine(line);
    }
    closeTo(-1, false);
    return new Composer.Outcome(root, List.of(), Optional.empty(), false);
  }

  /** Reads one line, or a block scalar's lines; returns the next line. */
  private int readLine(int number) {
    TextLine line = reader.line(number);
    int at = line.content();
    if (line.isNothing() || text.startsWith("---", at) || Chars.isClosing(text.charAt(at))) {
      return number + 1;
    }
    if (isOpening(at) && levels.isEmpty()) {
      root = root.or(() -> parsed(at, contentEnd(at, line.end())));
      return number + 1;
    }
    line.dashes().forEach(dash -> item(dash - line.start(), dash));
    return readContent(number, line);
  }

  private void item(int indent, int at) {
    closeTo(indent, true);
    open(indent, true, at);
    if (!levels.isEmpty()) {
      levels.peek().expectItem(new Span(at, at + 1));
    }
  }

  /** Opens an item between JSON's brackets; false where it fits nowhere. */
  private boolean jsonItem(int indent, int at) {
    item(indent, at);
    if (levels.isEmpty()) {
      return false;
    }
    levels.peek().brackets = true;
    return true;
  }

  private int readContent(int number, TextLine line) {
    int at = line.afterDashes();
    if (Chars.isNothing(text, at, line.end())) {
      return number + 1;
    }
    int indent = at - line.start();
    boolean jsonItem = isOpening(at) && !levels.isEmpty() && levels.peek().brackets;
    if (jsonItem && !jsonItem(indent, at)) {
      return number + 1;
    }
    int colon = line.colon();
    if (colon < 0) {
      return bareValue(number, at, line.end());
    }
    closeTo(indent, false);
    open(indent, false, at);
    if (levels.isEmpty()) {
      return number + 1;
    }
    levels.peek().expectValue(key(at, colon), colon);
    return value(number, indent, line.value(), line.end());
  }

  /** Reads the value after a key or a dash; returns the next line. */
  private int value(int line, int indent, int at, int lineEnd) {
    if (Chars.isNothing(text, at, lineEnd)) {
      return line + 1;
    }
    char c = text.charAt(at);
    if (c == '|' || c == '>') {
      return blockScalar(line, indent, at);
    }
    int end = contentEnd(at, lineEnd);
    if (isOpening(at) && end == at + 1) {
      levels.peek().brackets = c == '[';
    }
    Optional<Node> inOneLine = isClosed(at, end) ? parsed(at, end) : Optional.empty();
    if (inOneLine.isPresent()) {
      put(inOneLine.get());
      return line + 1;
    }
    int next = afterContinuation(line, indent);
    if (next > line + 1) {
      Optional<Node> folded = parsed(at, contentEnd(at, lines.endOf(next - 1)));
      if (folded.isPresent()) {
        put(folded.get());
        return next;
      }
    }
    if (!isOpening(at) || end > at + 1) {
      put(plain(at, end));
    }
    return line + 1;
  }

  /** The line after those that go on with the value of a line: deeper, no key and no item. */
  private int afterContinuation(int line, int indent) {
    int next = line + 1;
    while (next < lines.count()
        && lines.endOf(next) - lines.startOf(line) < MAX_FOLDED
        && reader.line(next).continues(indent)) {
      next++;
    }
    return next;
  }

  private int blockScalar(int line, int indent, int at) {
    int next = reader.endOfBlockScalar(line, indent);
    int end = lines.fullSpan(next - 1).end();
    put(parsed(at, end).orElseGet(() -> plain(at, lines.endOf(line))));
    return next;
  }

  /** Where a value on its line ends: before a comment, and before JSON's comma. */
  private int contentEnd(int at, int lineEnd) {
    int end = Chars.contentEnd(text, at, lineEnd);
    if (isQuote(at)) {
      int close = Chars.closingQuote(text, at, lineEnd);
      end =
          close < 0 ? Chars.trimmedEnd(text, at, lineEnd) : Chars.contentEnd(text, close, lineEnd);
    }
    boolean json = isOpening(at) || isQuote(at) || levels.stream().anyMatch(OpenNode::isJson);
    return json && end > at + 1 && text.charAt(end - 1) == ',' ? end - 1 : end;
  }

  /** The part as YAML, where it is well-formed. */
  private Optional<Node> parsed(int from, int to) {
    Composer.Outcome outcome =
        new Composer(text.substring(from, to), from, to, limits, new DamagedText()).compose();
    return outcome.error().isPresent() ? Optional.empty() : outcome.root();
  }

  private ScalarNode plain(int from, int to) {
    String value = text.substring(from, to);
    Span span = new Span(from, to);
    return new ScalarNode(
        value, ScalarStyle.PLAIN, span, Optional.empty(), new SourceMap.Verbatim(from));
  }

  private ScalarNode key(int from, int colon) {
    int end = Chars.trimmedEnd(text, from, colon);
    if (isQuote(from) && parsed(from, end).orElse(null) instanceof ScalarNode quoted) {
      return quoted;
    }
    return plain(from, end);
  }

  /** A line without key: the value of an open dash, or of a key above it. */
  private int bareValue(int line, int at, int lineEnd) {
    OpenNode level = levels.peek();
    int indent = at - lines.startOf(line);
    if (level != null && level.brackets && level.openDash.isEmpty()) {
      jsonItem(indent, at);
      level = levels.peek();
    }
    boolean deeper = level != null && (level.openDash.isPresent() || indent > level.indent);
    return deeper && level.isOpen() ? value(line, level.indent, at, lineEnd) : line + 1;
  }

  private void put(Node value) {
    OpenNode level = levels.peek();
    if (level != null) {
      level.put(value, value.span().end());
    }
  }

  private void closeTo(int indent, boolean dash) {
    while (!levels.isEmpty() && !levels.peek().holds(indent, dash)) {
      close(levels.pop());
    }
  }

  private void close(OpenNode level) {
    level.putOmitted();
    Node node = level.node();
    if (levels.isEmpty()) {
      root = root.or(() -> Optional.of(node));
    } else {
      levels.peek().put(node, node.span().end());
    }
  }

  private void open(int indent, boolean list, int at) {
    OpenNode top = levels.peek();
    if (top != null && top.indent == indent && top.list == list) {
      top.putOmitted();
      return;
    }
    boolean fits = top == null ? root.isEmpty() : top.isOpen();
    if (fits && levels.size() < limits.maxDepth()) {
      levels.push(new OpenNode(indent, list, at));
    } else if (top != null) {
      // An indent that fits nothing: taken as one more line of the collection around it.
      top.openKey = Optional.empty();
      top.openDash = Optional.empty();
    }
  }

  private boolean isOpening(int at) {
    return Chars.isOpening(text.charAt(at));
  }

  /** Whether a quote or bracket at {@code at} may be closed at {@code end}. */
  private boolean isClosed(int at, int end) {
    boolean closed =
        isOpening(at)
            ? Chars.isClosing(text.charAt(end - 1))
            : isQuote(at) && text.charAt(end - 1) == text.charAt(at);
    return closed && end > at + 1;
  }

  private boolean isQuote(int at) {
    return Chars.isQuote(text.charAt(at));
  }
}
