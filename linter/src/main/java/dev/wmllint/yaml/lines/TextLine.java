package dev.wmllint.yaml.lines;

import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line as YAML may read it, taken by itself: that it belongs to a block scalar, or goes on with a
 * value above it, only its neighbours tell. All offsets are those of the text.
 *
 * @param text the whole text
 * @param start offset of its first char
 * @param content offset of its first char that is no space or tab; its end where there is none
 * @param end offset after its last char, before the line end
 */
public record TextLine(String text, int start, int content, int end) {
  static TextLine of(String text, Span span) {
    int content = Chars.skipSpaces(text, span.start(), span.end());
    return new TextLine(text, span.start(), content, span.end());
  }

  /** The column of its content; a tab counts as one. */
  public int column() {
    return content - start;
  }

  public boolean isBlank() {
    return content == end;
  }

  /** Whether it has nothing but a comment, if that. */
  public boolean isNothing() {
    return Chars.isNothing(text, content, end);
  }

  public int tabs() {
    return (int) text.substring(start, content).chars().filter(c -> c == '\t').count();
  }

  public boolean isTabbed() {
    return tabs() > 0;
  }

  /** The content without its comment and the spaces before that; empty where nothing is left. */
  public Span spanOfContent() {
    return new Span(content, Chars.contentEnd(text, content, end));
  }

  /** Whether it separates documents: {@code ---} or {@code ...} in the first column. */
  public boolean isMarker() {
    return (text.startsWith("---", start) || text.startsWith("...", start))
        && Chars.isLast(text, start + 2, end);
  }

  public boolean startsItem() {
    return Chars.isDash(text, content, end);
  }

  /** The dashes that it starts with, by their offsets. */
  public List<Integer> dashes() {
    List<Integer> dashes = new ArrayList<>();
    int at = content;
    while (Chars.isDash(text, at, end)) {
      dashes.add(at);
      at = Chars.skipSpaces(text, at + 1, end);
    }
    return dashes;
  }

  /** Offset of what follows its dashes; the content where it has none. */
  public int afterDashes() {
    int at = content;
    while (Chars.isDash(text, at, end)) {
      at = Chars.skipSpaces(text, at + 1, end);
    }
    return at;
  }

  /** Offset of the colon that ends the key after its dashes, or -1. */
  public int colon() {
    return Chars.keyEnd(text, afterDashes(), end);
  }

  /** The key after its dashes, without quotes. */
  public Optional<String> key() {
    int from = afterDashes();
    int colon = colon();
    return colon < 0
        ? Optional.empty()
        : Optional.of(Chars.withoutQuotes(text, Chars.trimmed(text, from, colon)).of(text));
  }

  /** Offset of the first colon with a space after it, be it part of a key or not; -1 for none. */
  public int firstColon() {
    int last = spanOfContent().end();
    for (int i = content; i < last; i++) {
      if (text.charAt(i) == ':' && Chars.isLast(text, i, last)) {
        return i;
      }
    }
    return -1;
  }

  /** Offset of the value: after the key's colon, or else after the dashes. */
  public int value() {
    int colon = colon();
    return colon < 0 ? afterDashes() : Chars.skipSpaces(text, colon + 1, end);
  }

  /** Whether it ends with the header of a block scalar. */
  public boolean opensBlockScalar() {
    int at = value();
    if (at >= end || "|>".indexOf(text.charAt(at)) < 0) {
      return false;
    }
    at++;
    while (at < end && "+-0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return Chars.isNothing(text, Chars.skipSpaces(text, at, end), end);
  }

  /** Whether it may go on with a plain value above: deeper, and no key, item or comment. */
  public boolean continues(int column) {
    return column() > column && !isNothing() && !startsItem() && colon() < 0;
  }
}
