package dev.wmllint.text;

/**
 * A half-open range {@code [start, end)} of UTF-16 offsets in a text. An empty span is a place
 * between two characters.
 *
 * @param start offset of the first char
 * @param end offset after the last char, never before {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {
  /** Refuses a negative or turned range. */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("no span: [" + start + ", " + end + ")");
    }
  }

  public static Span at(int offset) {
    return new Span(offset, offset);
  }

  public int length() {
    return end - start;
  }

  public boolean isEmpty() {
    return start == end;
  }

  /** Whether {@code other} lies wholly inside this span; both may be equal. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /** Whether the char at {@code offset} belongs to this span. */
  public boolean contains(int offset) {
    return start <= offset && offset < end;
  }

  /** Whether a cursor at {@code offset} is in this span or at one of its ends. */
  public boolean touches(int offset) {
    return start <= offset && offset <= end;
  }

  /** Whether both spans share a char; empty spans overlap nothing. */
  public boolean overlaps(Span other) {
    return start < other.end && other.start < end && !isEmpty() && !other.isEmpty();
  }

  public Span union(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  public String of(String text) {
    return text.substring(start, end);
  }

  /** By start, then by end. */
  @Override
  public int compareTo(Span other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(end, other.end);
  }

  // Written out: a native program interprets those of a record; docs/startup.md has the times.
  @Override
  public boolean equals(Object object) {
    return object instanceof Span other && start == other.start && end == other.end;
  }

  @Override
  public int hashCode() {
    return 31 * start + end;
  }
}
