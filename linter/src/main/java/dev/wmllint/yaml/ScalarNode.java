package dev.wmllint.yaml;

import dev.wmllint.text.Span;
import dev.wmllint.yaml.lines.Chars;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A scalar: its value, its style, and where each char of its value stands in the file. */
public final class ScalarNode implements Node {
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  private final String value;
  private final ScalarStyle style;
  private final Span span;
  private final Optional<String> tag;
  private final SourceMap sourceMap;

  ScalarNode(
      String value, ScalarStyle style, Span span, Optional<String> tag, SourceMap sourceMap) {
    this.value = value;
    this.style = style;
    this.span = span;
    this.tag = tag;
    this.sourceMap = sourceMap;
  }

  /** The value after unfolding and unescaping: what a YAML reader hands over as a string. */
  public String value() {
    return value;
  }

  public ScalarStyle style() {
    return style;
  }

  @Override
  public Span span() {
    return span;
  }

  /** The tag as written in the document, resolved ({@code tag:yaml.org,2002:str}). */
  public Optional<String> tag() {
    return tag;
  }

  /**
   * What a finding about the value underlines: the text between the quotes (an empty one's two
   * quotes), a block scalar's lines without its header, a plain scalar itself.
   */
  public Span contentSpan() {
    int first = 0;
    int last = value.length();
    if (style.isBlock()) {
      while (last > 0 && Chars.isWhite(value.charAt(last - 1))) {
        last--;
      }
      while (first < last && Chars.isWhite(value.charAt(first))) {
        first++;
      }
    }
    return first == last ? span : sourceMap.span(first, last);
  }

  /**
   * Where the chars {@code [from, to)} of {@link #value()} stand in the file, also through folds
   * and escapes.
   */
  public Span sourceSpan(Span inValue) {
    return sourceMap.span(inValue.start(), inValue.end());
  }

  /** The same where its text is elsewhere. */
  ScalarNode moved(UnaryOperator<Span> places) {
    SourceMap map = new SourceMap.Moved(sourceMap, places);
    return new ScalarNode(value, style, places.apply(span), tag, map);
  }

  /** Whether only the place of the whole is known, and not that of each char. */
  boolean isPlacedAsWhole() {
    return sourceMap instanceof SourceMap.Whole;
  }

  @Override
  public boolean isNull() {
    return style == ScalarStyle.PLAIN && tag.isEmpty() && NULLS.contains(value);
  }

  @Override
  public boolean isOmitted() {
    return span.isEmpty();
  }

  public boolean isPlain() {
    return style == ScalarStyle.PLAIN;
  }

  @Override
  public String describe() {
    if (isNull()) {
      return "empty";
    }
    return isPlain() && tag.isEmpty() && ScalarTypes.isNumber(value) ? "a number" : "a string";
  }

  @Override
  public String toString() {
    return style + " " + span + " " + value;
  }
}
