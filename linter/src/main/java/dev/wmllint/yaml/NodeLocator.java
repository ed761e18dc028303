package dev.wmllint.yaml;

import dev.wmllint.schema.DocPath;
import dev.wmllint.text.Span;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** From places in the file to paths, and back. Paths are those that are written in the file. */
public final class NodeLocator {
  private final Map<Span, MappingNode> mappings = new HashMap<>();

  /** By their starts; of those with one start the last counts. */
  private final TreeMap<Integer, Token> tokens = new TreeMap<>();

  private final IdentityHashMap<Node, DocPath> paths = new IdentityHashMap<>();
  private final IdentityHashMap<Node, DocPath> keyPaths = new IdentityHashMap<>();

  /** A piece of text that belongs to one node: a key, a scalar, a dash, an opening bracket. */
  private record Token(int end, Node node) {}

  /** Indexes a document; an anchored node keeps the path of the place where it is written. */
  public NodeLocator(Node root) {
    index(root, DocPath.ROOT);
  }

  private void index(Node node, DocPath path) {
    if (paths.putIfAbsent(node, path) != null) {
      return;
    }
    if (node.isFlow()) {
      int start = node.span().start();
      token(new Span(start, start + 1), node);
    }
    if (node instanceof MappingNode mapping) {
      mappings.putIfAbsent(mapping.span(), mapping);
      for (Entry entry : mapping.entries()) {
        if (!entry.isMerged()) {
          DocPath child = path.key(entry.name());
          keyPaths.putIfAbsent(entry.key(), child);
          token(entry.key().span(), entry.key());
          index(entry.value(), child);
        }
      }
    } else if (node instanceof SequenceNode sequence) {
      List<SequenceNode.Item> items = sequence.items();
      for (int i = 0; i < items.size(); i++) {
        token(items.get(i).dash(), items.get(i).value());
        index(items.get(i).value(), path.index(i));
      }
    } else {
      token(node.span(), node);
    }
  }

  /** The mapping that is written at a place; what the linter puts together is written nowhere. */
  public Optional<MappingNode> mappingAt(Span span) {
    return Optional.ofNullable(mappings.get(span));
  }

  private void token(Span span, Node node) {
    tokens.put(span.start(), new Token(span.end(), node));
  }

  /** The path of the smallest key or value at an offset, as written. */
  public Optional<DocPath> pathAt(int offset) {
    return Optional.ofNullable(tokens.floorEntry(offset))
        .map(Map.Entry::getValue)
        .filter(token -> offset <= token.end())
        .flatMap(token -> pathOf(token.node()));
  }

  /** The path of a node of this document, be it a key or a value. */
  public Optional<DocPath> pathOf(Node node) {
    DocPath path = paths.get(node);
    return Optional.ofNullable(path != null ? path : keyPaths.get(node));
  }

  public static Optional<Node> nodeAt(Node root, DocPath path) {
    Optional<Node> node = Optional.of(root);
    for (Object step : path.steps()) {
      node = node.flatMap(parent -> child(parent, step));
    }
    return node;
  }

  private static Optional<Node> child(Node parent, Object step) {
    if (parent instanceof MappingNode mapping && step instanceof String key) {
      return mapping.get(key);
    }
    if (parent instanceof SequenceNode sequence && step instanceof Integer index) {
      return index < sequence.items().size()
          ? Optional.of(sequence.items().get(index).value())
          : Optional.empty();
    }
    return Optional.empty();
  }

  /**
   * What a finding about the whole of {@code path} underlines: the key that it stands under, or its
   * list item's dash, or for the root the first key or dash.
   */
  public static Optional<Span> handleOf(Node root, DocPath path) {
    if (path.isRoot()) {
      return Optional.of(firstToken(root));
    }
    Optional<Node> parent = nodeAt(root, path.parent());
    if (parent.orElse(null) instanceof MappingNode mapping && path.last() instanceof String key) {
      return mapping.entry(key).map(entry -> keySpan(entry));
    }
    if (parent.orElse(null) instanceof SequenceNode sequence
        && path.last() instanceof Integer index
        && index < sequence.items().size()) {
      return Optional.of(sequence.items().get(index).dash());
    }
    return Optional.empty();
  }

  /** What a finding about a key underlines: the text between its quotes. */
  public static Span keySpan(Entry entry) {
    return entry.key() instanceof ScalarNode scalar ? scalar.contentSpan() : entry.key().span();
  }

  private static Span firstToken(Node root) {
    if (root instanceof MappingNode mapping && !mapping.entries().isEmpty()) {
      return keySpan(mapping.entries().get(0));
    }
    if (root instanceof SequenceNode sequence && !sequence.items().isEmpty()) {
      return sequence.items().get(0).dash();
    }
    return root instanceof ScalarNode scalar ? scalar.contentSpan() : root.span();
  }
}
