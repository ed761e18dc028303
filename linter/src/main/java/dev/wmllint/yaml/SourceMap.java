package dev.wmllint.yaml;

import dev.wmllint.text.Span;
import java.util.Arrays;
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

  /** A folded or escaped value: the source of char i is {@code [starts[i], ends[i])}. */
  @SuppressWarnings("ArrayRecordComponent") // never compared; two arrays are the point
  record PerChar(int[] starts, int[] ends, int end) implements SourceMap {
    @Override
    public Span span(int from, int to) {
      if (from >= to) {
        return Span.at(from < starts.length ? starts[from] : end);
      }
      return new Span(starts[from], ends[to - 1]);
    }
  }

  /** Collects a value and its map, char by char. */
  final class Builder {
    private final StringBuilder value = new StringBuilder();
    private int[] starts = new int[64];
    private int[] ends = new int[64];

    void add(char c, int start, int end) {
      if (value.length() == starts.length) {
        starts = Arrays.copyOf(starts, starts.length * 2);
        ends = Arrays.copyOf(ends, ends.length * 2);
      }
      starts[value.length()] = start;
      ends[value.length()] = end;
      value.append(c);
    }

    int length() {
      return value.length();
    }

    void truncate(int length) {
      value.setLength(Math.min(length, value.length()));
    }

    String value() {
      return value.toString();
    }

    /** The map; {@code base} is added to each offset. */
    SourceMap build(int base) {
      int length = value.length();
      int end = length == 0 ? base : base + ends[length - 1];
      return new PerChar(shifted(starts, length, base), shifted(ends, length, base), end);
    }

    private static int[] shifted(int[] offsets, int length, int base) {
      int[] result = Arrays.copyOf(offsets, length);
      for (int i = 0; base != 0 && i < length; i++) {
        result[i] += base;
      }
      return result;
    }
  }
}
