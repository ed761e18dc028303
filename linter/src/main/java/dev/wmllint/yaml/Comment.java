package dev.wmllint.yaml;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.lines.Chars;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A comment: {@code #} at a line's start or after a space, outside scalars.
 *
 * @param span from its {@code #} to the end of its line
 * @param ownLine whether nothing but spaces stands before it
 */
public record Comment(Span span, boolean ownLine) {
  /** The comments of a text, in its order. */
  static List<Comment> of(SourceText source, Optional<Node> root) {
    String text = source.text();
    if (text.indexOf('#') < 0) {
      return List.of();
    }
    List<Span> scalars = new ArrayList<>();
    Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    root.ifPresent(node -> collect(node, source.lines(), scalars, seen));
    Collections.sort(scalars);
    List<Comment> found = new ArrayList<>();
    int next = 0;
    int i = text.indexOf('#');
    while (i >= 0) {
      while (next < scalars.size() && scalars.get(next).end() <= i) {
        next++;
      }
      boolean inScalar = next < scalars.size() && scalars.get(next).contains(i);
      boolean starts = i == 0 || Chars.isWhite(text.charAt(i - 1));
      int from = i + 1;
      if (!inScalar && starts) {
        int line = source.lines().lineOf(i);
        Span span = new Span(i, source.lines().endOf(line));
        String before = text.substring(source.lines().startOf(line), i);
        found.add(new Comment(span, before.isBlank()));
        from = span.end();
      }
      i = text.indexOf('#', from);
    }
    return List.copyOf(found);
  }

  private static void collect(Node node, LineIndex lines, List<Span> scalars, Set<Node> seen) {
    if (!seen.add(node)) {
      return;
    }
    if (node instanceof ScalarNode scalar) {
      Span span = scalar.span();
      if (scalar.style().isBlock()) {
        // A comment may stand in a block scalar's header, not in its lines.
        int body = Math.min(span.end(), lines.endOf(lines.lineOf(span.start())));
        span = new Span(body, span.end());
      }
      scalars.add(span);
    } else if (node instanceof MappingNode mapping) {
      for (Entry entry : mapping.entries()) {
        collect(entry.key(), lines, scalars, seen);
        collect(entry.value(), lines, scalars, seen);
      }
    } else if (node instanceof SequenceNode sequence) {
      sequence.items().forEach(item -> collect(item.value(), lines, scalars, seen));
    }
  }
}
