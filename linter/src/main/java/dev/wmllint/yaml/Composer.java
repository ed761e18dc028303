package dev.wmllint.yaml;

import dev.wmllint.text.Span;
import dev.wmllint.yaml.lines.Chars;
import dev.wmllint.yaml.syntax.Problem;
import dev.wmllint.yaml.syntax.SyntaxError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Builds the tree of one document from the parser's events. The parser's own composer recurses (it
 * overflows the stack on 2,000 brackets) and gives up at the first error; this one keeps a stack of
 * its own and counts what aliases expand to instead of expanding them.
 */
final class Composer {
  /** Beyond this many, one more of the same kind tells nobody anything. */
  private static final int MAX_PROBLEMS = 100;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

  private final String text;
  private final int base;
  private final int end;
  private final YamlLimits limits;
  private final DamagedText damaged;
  private final CodePointOffsets offsets;
  private final Deque<Frame> stack = new ArrayDeque<>();
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private long aliasNodes;
  private int lastEnd;
  private Optional<Node> root = Optional.empty();

  /** What an anchor stands for: {@code node} is empty while it is still open. */
  private record Anchored(Optional<Node> node, long size) {}

  record Outcome(
      Optional<Node> root, List<Problem> problems, Optional<SyntaxError> error, boolean refused) {}

  /** A collection that is being read. */
  private static final class Frame {
    final CollectionStartEvent start;
    final int startOffset;
    final int behindPrevious;
    final List<Entry> entries = new ArrayList<>();
    final List<SequenceNode.Item> items = new ArrayList<>();
    Optional<Node> key = Optional.empty();
    int lastEnd;
    long size = 1;

    Frame(CollectionStartEvent start, int startOffset, int behindPrevious) {
      this.start = start;
      this.startOffset = startOffset;
      this.behindPrevious = behindPrevious;
      this.lastEnd = startOffset;
    }

    boolean isMapping() {
      return start instanceof MappingStartEvent;
    }
  }

  /** Ends reading: a limit was met, or a second document begins. */
  private static final class Stop extends RuntimeException {
    Stop() {
      super(null, null, false, false);
    }
  }

  /**
   * Prepares reading.
   *
   * @param text what to read
   * @param base what to add to each offset: {@code text} may be a part of a file
   * @param end after which no offset lies, however long {@code text} is
   */
  Composer(String text, int base, int end, YamlLimits limits, DamagedText damaged) {
    this.text = text;
    this.base = base;
    this.end = end;
    this.limits = limits;
    this.damaged = damaged;
    this.offsets = new CodePointOffsets(text);
    this.lastEnd = base;
  }

  Outcome compose() {
    try {
      ParserImpl parser = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
      while (parser.hasNext()) {
        accept(parser.next());
      }
      return new Outcome(root, problems, Optional.empty(), false);
    } catch (Stop stop) {
      boolean refused = problems.stream().anyMatch(p -> p.kind() == Problem.Kind.LIMIT);
      return new Outcome(refused ? Optional.empty() : root, problems, Optional.empty(), refused);
    } catch (MarkedYamlEngineException e) {
      if (root.isPresent() && secondDocument(root.get().span().end(), text.length()).isPresent()) {
        // Whatever is wrong with the second one: that it is there is the mistake.
        problems.add(documents(base + text.length()));
        return new Outcome(root, problems, Optional.empty(), false);
      }
      return broken(
          new SyntaxError(
              e.getContext() == null ? "" : e.getContext(),
              e.getContextMark().map(this::offset),
              e.getProblem() == null ? "" : e.getProblem(),
              e.getProblemMark().map(this::offset)));
    } catch (NumberFormatException e) {
      // An escape like \x that the end of the text cuts off; the parser does not expect it.
      int quote = Math.max(0, text.lastIndexOf('"', text.lastIndexOf('\\')));
      return broken(
          new SyntaxError(
              "while scanning a quoted scalar",
              Optional.of(base + quote),
              "found unexpected end of stream",
              Optional.of(base + text.length())));
    } catch (YamlEngineException e) {
      return broken(new SyntaxError("", Optional.empty(), "", Optional.empty()));
    }
  }

  private Outcome broken(SyntaxError error) {
    return new Outcome(Optional.empty(), problems, Optional.of(error), false);
  }

  private int offset(Mark mark) {
    return Math.min(end, base + offsets.utf16(mark.getIndex()));
  }

  private int start(Event event) {
    return event.getStartMark().map(this::offset).orElse(base);
  }

  private int end(Event event) {
    return event.getEndMark().map(this::offset).orElse(base);
  }

  private void accept(Event event) {
    if (event instanceof ScalarEvent scalar) {
      node(scalar, scalar(scalar), 1);
    } else if (event instanceof AliasEvent alias) {
      alias(alias);
    } else if (event instanceof CollectionStartEvent start) {
      open(start);
    } else if (event instanceof CollectionEndEvent) {
      close(event);
    }
  }

  private void open(CollectionStartEvent event) {
    if (stack.size() == limits.maxDepth()) {
      refuse(
          new Span(start(event), start(event) + 1),
          "nested more than " + limits.maxDepth() + " levels deep");
    }
    event
        .getTag()
        .flatMap(tag -> Tags.ofCollection(tag, event instanceof MappingStartEvent))
        .ifPresent(words -> badTag(event, words));
    int behindPrevious = stack.isEmpty() ? base : lastEnd;
    stack.push(new Frame(event, behindProperties(start(event), event), behindPrevious));
    event.getAnchor().ifPresent(anchor -> anchors.put(anchor, new Anchored(Optional.empty(), 0)));
  }

  private void close(Event event) {
    Frame frame = stack.pop();
    int end = frame.start.isFlow() ? end(event) : frame.lastEnd;
    Span span = new Span(frame.startOffset, Math.max(frame.startOffset, end));
    Node node;
    if (frame.isMapping()) {
      boolean touched = damaged.touches(frame.behindPrevious, Math.max(span.end(), end(event)));
      List<Entry> entries = new Merger(this::report, damaged).withMerged(frame.entries);
      node = new MappingNode(span, frame.start.isFlow(), entries, touched);
    } else {
      node = new SequenceNode(span, frame.start.isFlow(), frame.items);
    }
    node(frame.start, node, frame.size);
  }

  private ScalarNode scalar(ScalarEvent event) {
    ScalarStyle style =
        switch (event.getScalarStyle()) {
          case DOUBLE_QUOTED -> ScalarStyle.DOUBLE_QUOTED;
          case SINGLE_QUOTED -> ScalarStyle.SINGLE_QUOTED;
          case LITERAL -> ScalarStyle.LITERAL;
          case FOLDED -> ScalarStyle.FOLDED;
          default -> ScalarStyle.PLAIN;
        };
    int start = behindProperties(start(event), event);
    int end = Math.max(start, end(event));
    if (event.getValue().isEmpty() && style == ScalarStyle.PLAIN) {
      start = omitted(start);
      end = start;
    }
    event
        .getTag()
        .flatMap(tag -> Tags.ofScalar(tag, event.getValue()))
        .ifPresent(words -> badTag(event, words));
    // The mapping is read from this text, whose offsets lack the base.
    Span local = new Span(start - base, end - base);
    return ScalarReader.read(text, event.getValue(), style, local, base, event.getTag());
  }

  private void badTag(NodeEvent event, String words) {
    int from = Math.min(text.length(), start(event) - base);
    int to = Math.max(from, behindProperties(start(event), event) - base);
    int tag = text.indexOf('!', from);
    if (tag < 0 || tag > to) {
      return;
    }
    Span span = new Span(base + tag, base + propertyEnd(tag));
    report(new Problem(Problem.Kind.TAG, span, words, "remove it"));
  }

  /** The place of a value that is left out: right after what stands before it. */
  private int omitted(int start) {
    return lastEnd < start && Chars.skipTrivia(text, lastEnd - base) >= start - base
        ? lastEnd
        : start;
  }

  private void alias(AliasEvent event) {
    Span span = new Span(start(event), end(event));
    Anchored target = anchors.get(event.getAlias());
    if (target == null) {
      // Its anchor may be in what could not be read.
      if (damaged.isEmpty()) {
        String help = "quote a value that starts with '*'";
        report(Problem.syntax(span, "this alias names no anchor", help));
      }
      damaged.add(span);
      node(
          event,
          new ScalarNode("", ScalarStyle.PLAIN, span, Optional.empty(), new SourceMap.Whole(span)),
          1);
      return;
    }
    if (target.node().isEmpty()) {
      refuse(span, "this alias is inside the value that it names");
    }
    aliasNodes = Math.min(Integer.MAX_VALUE, aliasNodes + target.size());
    if (aliasNodes > limits.maxAliasNodes()) {
      refuse(span, "aliases stand for more than " + limits.maxAliasNodes() + " nodes");
    }
    place(event, target.node().get(), target.size());
  }

  private void report(Problem problem) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(problem);
    }
  }

  private void refuse(Span span, String message) {
    problems.add(new Problem(Problem.Kind.LIMIT, span, message, "nothing else was checked"));
    throw new Stop();
  }

  private void node(NodeEvent event, Node node, long size) {
    if (!(event instanceof AliasEvent)) {
      event
          .getAnchor()
          .ifPresent(anchor -> anchors.put(anchor, new Anchored(Optional.of(node), size)));
    }
    place(event, node, size);
  }

  /** Puts a finished node into the collection that is open, or makes it the root. */
  private void place(NodeEvent event, Node node, long size) {
    int end = event instanceof AliasEvent ? end(event) : node.span().end();
    lastEnd = end;
    Frame frame = stack.peek();
    if (frame == null) {
      document(event, node);
      return;
    }
    frame.size = Math.min(Integer.MAX_VALUE, frame.size + size);
    if (!frame.isMapping()) {
      Span dash = dash(frame, event, node);
      frame.items.add(new SequenceNode.Item(dash, node));
      end = Math.max(end, dash.end());
    } else if (frame.key.isEmpty()) {
      frame.key = Optional.of(node);
    } else {
      Node key = frame.key.get();
      frame.key = Optional.empty();
      frame.entries.add(new Entry(name(key), key, node, Optional.empty()));
    }
    frame.lastEnd = Math.max(frame.lastEnd, end);
  }

  private String name(Node key) {
    return key instanceof ScalarNode scalar
        ? scalar.value()
        : text.substring(key.span().start() - base, key.span().end() - base);
  }

  private Span dash(Frame frame, NodeEvent event, Node node) {
    int from = frame.lastEnd - base;
    if (!frame.start.isFlow()) {
      int at = Chars.skipTrivia(text, from);
      if (at < text.length() && text.charAt(at) == '-') {
        return new Span(base + at, base + at + 1);
      }
    }
    int start = event instanceof AliasEvent ? start(event) : node.span().start();
    int length = Math.min(1, Math.max(0, base + text.length() - start));
    return new Span(start, start + length);
  }

  private void document(NodeEvent event, Node node) {
    if (node.isOmitted()) {
      return;
    }
    if (root.isPresent()) {
      problems.add(documents(start(event)));
      throw new Stop();
    }
    root = Optional.of(node);
  }

  private Problem documents(int start) {
    Span span = secondDocument(0, start - base).orElse(Span.at(start));
    return new Problem(
        Problem.Kind.DOCUMENTS,
        span,
        "a second YAML document starts here",
        "a manifest describes exactly one run; put the other one into a file of its own",
        root.map(Node::span).map(first -> new Span(first.start(), first.start())));
  }

  /** The last {@code ---} on a line's start that begins in {@code [from, to]}. */
  private Optional<Span> secondDocument(int from, int to) {
    int marker = text.lastIndexOf("---", to);
    while (marker > from) {
      if (text.charAt(marker - 1) == '\n' || text.charAt(marker - 1) == '\r') {
        return Optional.of(new Span(base + marker, base + marker + 3));
      }
      marker = text.lastIndexOf("---", marker - 1);
    }
    return Optional.empty();
  }

  /** Offset after a node's anchor and tag. */
  private int behindProperties(int start, NodeEvent event) {
    boolean tagged =
        event instanceof ScalarEvent scalar
            ? scalar.getTag().isPresent()
            : event instanceof CollectionStartEvent collection && collection.getTag().isPresent();
    if (event.getAnchor().isEmpty() && !tagged) {
      return start;
    }
    int i = start - base;
    while (i < text.length() && (text.charAt(i) == '&' || text.charAt(i) == '!')) {
      i = Chars.skipTrivia(text, propertyEnd(i));
    }
    return base + Math.min(i, Math.max(start - base, end(event) - base));
  }

  /** Where the anchor or tag ends that starts at an offset. */
  private int propertyEnd(int start) {
    // A comma in a verbatim tag, as in <tag:yaml.org,2002:str>, ends nothing.
    int i = text.startsWith("!<", start) ? Math.max(start, text.indexOf('>', start)) : start;
    while (i < text.length() && !Character.isWhitespace(text.charAt(i)) && !isFlowEnd(i)) {
      i++;
    }
    return i;
  }

  private boolean isFlowEnd(int i) {
    return text.charAt(i) == ',' || text.charAt(i) == ']' || text.charAt(i) == '}';
  }
}
