package dev.wmllint.yaml;

import dev.wmllint.text.Span;
import java.util.function.UnaryOperator;

/**
 * Where each char of a scalar's value stands in the file. A char that a fold or an escape made maps
 * to the text it was made of.
 */
sealed interface SourceMap {
  /** The source of the value's chars {@code [from, to)}; an empty range gives a place. */
  Span span(int from, int to);

  /** A value that stands in the file char by char, from {@code start} on. */
  record Verbatim(int start) implements SourceMap {
    @Override
    public Span span(int from, int to) {
      return new Span(start + from, start + Math.max(from, to));
    }
  }

  /** A value whose place is known only as a whole. */
  record Whole(Span span) implements SourceMap {
    @Override
    public Span span(int from, int to) {
      return span;
    }
  }

  /** A value that was read from a changed text. */
  record Moved(SourceMap read, UnaryOperator<Span> places) implements SourceMap {
    @Override
    public Span span(int from, int to) {
      return places.apply(read.span(from, to));
    }
  }

  /** A folded or escaped value, not empty: the source of char i is {@code [starts[i], ends[i])}. */
  @SuppressWarnings("ArrayRecordComponent") // never compared; two arrays are the point
  record PerChar(int[] starts, int[] ends) implements SourceMap {
    @Override
    public Span span(int from, int to) {
      if (from >= to) {
        return Span.at(from < starts.length ? starts[from] : ends[ends.length - 1]);
      }
      return new Span(starts[from], ends[to - 1]);
    }
  }
}
