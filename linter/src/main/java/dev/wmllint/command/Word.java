package dev.wmllint.command;

import dev.wmllint.command.WordPart.Literal;
import dev.wmllint.command.WordPart.Substitution;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A word of the shell: what becomes one argument, or more where the shell expands it.
 *
 * @param span all of it, quotes included
 * @param parts in order; between them are only quotes and joined line ends
 */
public record Word(Span span, List<WordPart> parts) {
  /** The mark of the usual template languages: such text is filled in before the shell sees it. */
  private static final String TEMPLATE = "{{";

  public Word {
    parts = List.copyOf(parts);
  }

  /** The word's value; empty when some part of it is unknowable before the command runs. */
  public Optional<String> literal() {
    return literal(0);
  }

  /** The value of the parts from {@code first} on, under the same condition. */
  Optional<String> literal(int first) {
    StringBuilder value = new StringBuilder();
    for (WordPart part : parts.subList(first, parts.size())) {
      if (!(part instanceof Literal text)) {
        return Optional.empty();
      }
      value.append(text.text());
    }
    return value.indexOf(TEMPLATE) >= 0 ? Optional.empty() : Optional.of(value.toString());
  }

  /** The substitutions that are a part of the word. */
  Stream<Substitution> substitutions() {
    return parts.stream().filter(Substitution.class::isInstance).map(Substitution.class::cast);
  }

  /** The last segment of a path, known also where the folders before it are not. */
  Optional<String> lastSegment() {
    if (parts.isEmpty() || literal().isPresent()) {
      return literal().map(ProgramNames::baseName);
    }
    return parts.get(parts.size() - 1) instanceof Literal last && last.text().contains("/")
        ? Optional.of(ProgramNames.baseName(last.text()))
        : Optional.empty();
  }

  /** Whether the word's value is known to be {@code value}. */
  public boolean is(String value) {
    return literal().filter(value::equals).isPresent();
  }

  /** The known text that the word starts with, up to the first unknowable part. */
  public String literalPrefix() {
    StringBuilder value = new StringBuilder();
    for (WordPart part : parts) {
      if (!(part instanceof Literal text)) {
        break;
      }
      value.append(text.text());
    }
    return value.toString();
  }

  /**
   * What a replacement of the word's value touches: the text between the quotes of a word that is
   * quoted as a whole, else the word.
   */
  public Span contentSpan() {
    boolean quotedAsWhole =
        parts.size() == 1
            && parts.get(0) instanceof Literal text
            && !text.span().isEmpty()
            && (text.quoting() == Quoting.SINGLE || text.quoting() == Quoting.DOUBLE)
            && text.span().start() == span.start() + 1
            && text.span().end() == span.end() - 1;
    return quotedAsWhole ? parts.get(0).span() : span;
  }

  /** The unquoted text at the word's start. */
  String plainPrefix() {
    return !parts.isEmpty()
            && parts.get(0) instanceof Literal text
            && text.quoting() == Quoting.NONE
            && text.span().start() == span.start()
            && text.span().length() == text.text().length()
        ? text.text()
        : "";
  }

  /** The word after its first {@code length} chars, all of which are {@link #plainPrefix}. */
  Word withoutPrefix(int length) {
    if (length > plainPrefix().length()) {
      throw new IllegalArgumentException("not plain text: " + length);
    }
    Literal first = (Literal) parts.get(0);
    List<WordPart> rest = new ArrayList<>(parts.subList(1, parts.size()));
    if (length < first.text().length()) {
      Span kept = new Span(first.span().start() + length, first.span().end());
      rest.add(0, new Literal(kept, first.text().substring(length), Quoting.NONE));
    }
    return new Word(new Span(span.start() + length, span.end()), rest);
  }

  // Written out: a native program interprets those of a record; docs/startup.md has the times.
  @Override
  public boolean equals(Object object) {
    return object instanceof Word other && span.equals(other.span) && parts.equals(other.parts);
  }

  @Override
  public int hashCode() {
    return 31 * span.hashCode() + parts.hashCode();
  }
}
