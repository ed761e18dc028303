package dev.wmllint.yaml;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
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
  private final LineIndex lines;
  private final YamlLimits limits;
  private final Deque<Level> levels = new ArrayDeque<>();
  private Optional<Node> root = Optional.empty();

  OutlineParser(SourceText source, YamlLimits limits) {
    this.text = source.text();
    this.lines = source.lines();
    this.limits = limits;
  }

  /** A collection that is open: its indent, and what it holds so far. */
  private static final class Level {
    final int indent;
    final boolean list;
    final int start;
    final List<Entry> entries = new ArrayList<>();
    final List<SequenceNode.Item> items = new ArrayList<>();
    Optional<ScalarNode> openKey = Optional.empty();
    Optional<Span> openDash = Optional.empty();
    int behindOpen;

    /** Whether what is open was opened by a JSON bracket, so that its lines are items. */
    boolean brackets;

    int end;

    Level(int indent, boolean list, int start) {
      this.indent = indent;
      this.list = list;
      this.start = start;
      this.end = start;
    }

    void expectItem(Span dash) {
      openDash = Optional.of(dash);
      behindOpen = dash.end();
      end = Math.max(end, behindOpen);
    }

    void expectValue(ScalarNode key, int colon) {
      openKey = Optional.of(key);
      brackets = false;
      behindOpen = colon + 1;
      end = Math.max(end, behindOpen);
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
        Span span = Span.at(behindOpen);
        SourceMap map = new SourceMap.Verbatim(behindOpen);
        put(new ScalarNode("", ScalarStyle.PLAIN, span, Optional.empty(), map), behindOpen);
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
  private int readLine(int line) {
    Span span = lines.span(line);
    int at = skipBlanks(span.start(), span.end());
    if (isNothing(at, span.end()) || text.startsWith("---", at) || isClosing(at)) {
      return line + 1;
    }
    if (isOpening(at) && levels.isEmpty()) {
      root = root.or(() -> parsed(at, contentEnd(at, span.end())));
      return line + 1;
    }
    return readContent(line, readDashes(span, at), span);
  }

  /** Opens a list for each dash that the line starts with; returns the offset behind them. */
  private int readDashes(Span line, int from) {
    int at = from;
    while (isDash(at, line.end())) {
      item(at - line.start(), at);
      at = skipBlanks(at + 1, line.end());
    }
    return at;
  }

  private void item(int indent, int at) {
    closeTo(indent, true);
    open(indent, true, at);
    if (!levels.isEmpty()) {
      levels.peek().expectItem(new Span(at, at + 1));
    }
  }

  /** Opens an item that stands between JSON's brackets; false where it fits nowhere. */
  private boolean jsonItem(int indent, int at) {
    item(indent, at);
    if (levels.isEmpty()) {
      return false;
    }
    levels.peek().brackets = true;
    return true;
  }

  private int readContent(int line, int at, Span span) {
    if (isNothing(at, span.end())) {
      return line + 1;
    }
    int start = span.start();
    boolean jsonItem = isOpening(at) && !levels.isEmpty() && levels.peek().brackets;
    if (jsonItem && !jsonItem(at - start, at)) {
      return line + 1;
    }
    int colon = jsonItem ? -1 : keyEnd(at, span.end());
    if (colon < 0) {
      return bareValue(line, at, span.end());
    }
    int indent = at - start;
    closeTo(indent, false);
    open(indent, false, at);
    if (levels.isEmpty()) {
      return line + 1;
    }
    levels.peek().expectValue(key(at, colon), colon);
    return value(line, indent, skipBlanks(colon + 1, span.end()), span.end());
  }

  /** Reads the value behind a key or a dash; returns the next line. */
  private int value(int line, int indent, int at, int lineEnd) {
    if (isNothing(at, lineEnd)) {
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
    int next = behindContinuation(line, indent);
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

  /** The line behind those that go on with the value of a line: deeper, no key and no item. */
  private int behindContinuation(int line, int indent) {
    int next = line + 1;
    while (next < lines.count()) {
      Span span = lines.span(next);
      int at = skipBlanks(span.start(), span.end());
      boolean goesOn =
          span.end() - lines.startOf(line) < MAX_FOLDED
              && at - span.start() > indent
              && !isNothing(at, span.end())
              && !isDash(at, span.end())
              && keyEnd(at, span.end()) < 0;
      if (!goesOn) {
        break;
      }
      next++;
    }
    return next;
  }

  private int blockScalar(int line, int indent, int at) {
    int next = line + 1;
    while (next < lines.count()) {
      Span span = lines.span(next);
      int content = skipBlanks(span.start(), span.end());
      if (content < span.end() && content - span.start() <= indent) {
        break;
      }
      next++;
    }
    int end = lines.fullSpan(next - 1).end();
    put(parsed(at, end).orElseGet(() -> plain(at, lines.endOf(line))));
    return next;
  }

  /** Where a value on its line ends: before a comment, and before JSON's comma. */
  private int contentEnd(int at, int lineEnd) {
    int end = commentStart(at, lineEnd);
    while (end > at && isBlank(text.charAt(end - 1))) {
      end--;
    }
    boolean json = isOpening(at) || isQuote(at) || levels.stream().anyMatch(Level::isJson);
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
    int end = colon;
    while (end > from && isBlank(text.charAt(end - 1))) {
      end--;
    }
    if (isQuote(from) && parsed(from, end).orElse(null) instanceof ScalarNode quoted) {
      return quoted;
    }
    return plain(from, end);
  }

  /** A line without key: the value of an open dash, or of a key above it. */
  private int bareValue(int line, int at, int lineEnd) {
    Level level = levels.peek();
    int indent = at - lines.startOf(line);
    if (level != null && level.brackets && level.openDash.isEmpty()) {
      jsonItem(indent, at);
      level = levels.peek();
    }
    boolean deeper = level != null && (level.openDash.isPresent() || indent > level.indent);
    return deeper && level.isOpen() ? value(line, level.indent, at, lineEnd) : line + 1;
  }

  private void put(Node value) {
    Level level = levels.peek();
    if (level != null) {
      level.put(value, value.span().end());
    }
  }

  /** Closes the collections that a line at {@code indent} does not belong to. */
  private void closeTo(int indent, boolean dash) {
    while (!levels.isEmpty()) {
      Level top = levels.peek();
      boolean stays =
          top.indent < indent
              || (top.indent == indent && (top.list == dash || (dash && top.openKey.isPresent())));
      if (stays) {
        return;
      }
      levels.pop();
      close(top);
    }
  }

  private void close(Level level) {
    level.putOmitted();
    Node node = level.node();
    if (levels.isEmpty()) {
      root = root.or(() -> Optional.of(node));
    } else {
      levels.peek().put(node, node.span().end());
    }
  }

  /** Opens a collection where the line starts one. */
  private void open(int indent, boolean list, int at) {
    Level top = levels.peek();
    if (top != null && top.indent == indent && top.list == list) {
      top.putOmitted();
      return;
    }
    boolean fits = top == null ? root.isEmpty() : top.isOpen();
    if (fits && levels.size() < limits.maxDepth()) {
      levels.push(new Level(indent, list, at));
    } else if (top != null) {
      // An indent that fits nothing: taken as one more line of the collection around it.
      top.openKey = Optional.empty();
      top.openDash = Optional.empty();
    }
  }

  /** Offset of the colon that ends a key, or -1. */
  private int keyEnd(int from, int end) {
    int i = from;
    char first = text.charAt(from);
    if (first == '"' || first == '\'') {
      i = text.indexOf(first, from + 1);
      if (i < 0 || i >= end) {
        return -1;
      }
      i++;
    }
    for (; i < end; i++) {
      char c = text.charAt(i);
      if (c == ':' && (i + 1 == end || isBlank(text.charAt(i + 1)))) {
        return i;
      }
      if (c == '#' && i > from && isBlank(text.charAt(i - 1))) {
        return -1;
      }
    }
    return -1;
  }

  private int commentStart(int from, int end) {
    char quote = 0;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if ((c == '"' || c == '\'') && i == from) {
        quote = c;
      } else if (c == '#' && isBlank(text.charAt(i - 1))) {
        return i;
      }
    }
    return end;
  }

  private boolean isNothing(int at, int lineEnd) {
    return at == lineEnd || text.charAt(at) == '#';
  }

  private boolean isDash(int at, int lineEnd) {
    return at < lineEnd
        && text.charAt(at) == '-'
        && (at + 1 == lineEnd || isBlank(text.charAt(at + 1)));
  }

  private boolean isOpening(int at) {
    return text.charAt(at) == '{' || text.charAt(at) == '[';
  }

  /** Whether a quote or bracket at {@code at} may be closed at {@code end}. */
  private boolean isClosed(int at, int end) {
    boolean closed =
        isOpening(at) ? isClosing(end - 1) : isQuote(at) && text.charAt(end - 1) == text.charAt(at);
    return closed && end > at + 1;
  }

  private boolean isClosing(int at) {
    return text.charAt(at) == '}' || text.charAt(at) == ']';
  }

  private boolean isQuote(int at) {
    return text.charAt(at) == '"' || text.charAt(at) == '\'';
  }

  private int skipBlanks(int from, int end) {
    int i = from;
    while (i < end && isBlank(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
