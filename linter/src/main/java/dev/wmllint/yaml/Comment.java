package dev.wmllint.yaml;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.lines.Chars;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

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
    root.ifPresent(node -> node.all().forEach(one -> collect(one, source.lines(), scalars)));
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
        Span span = new Span(i, source.lines().endOf(source.lines().lineOf(i)));
        found.add(new Comment(span, source.lines().isFirstInLine(i)));
        from = span.end();
      }
      i = text.indexOf('#', from);
    }
    return List.copyOf(found);
  }

  /** Where a node is a scalar, or has scalars as keys. */
  private static void collect(Node node, LineIndex lines, List<Span> scalars) {
    if (node instanceof ScalarNode scalar) {
      Span span = scalar.span();
      // A comment may stand in a block scalar's header, not in its lines.
      boolean block = scalar.style().isBlock();
      int from = block ? lines.endOf(lines.lineOf(span.start())) : span.start();
      scalars.add(new Span(Math.min(span.end(), from), span.end()));
    } else if (node instanceof MappingNode mapping) {
      mapping.entries().stream()
          .flatMap(entry -> entry.key().all().stream())
          .forEach(key -> collect(key, lines, scalars));
    }
  }
}
