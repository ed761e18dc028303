package dev.wmllint.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * One line for people, made of our own words and of pieces of the user's text. Only the pieces may
 * hold a secret: a mask in a sentence of ours would show what the secret is, to a reader who knows
 * the sentence. Pieces are kept whole, and shown on one line, with invisible characters escaped and
 * cut where they are long. Immutable.
 */
public final class Message {
  public static final Message EMPTY = new Message(List.of());

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /**
   * A part of a message.
   *
   * @param text our words as they are shown, or a piece as the user wrote it
   * @param piece whether it is the user's
   */
  private record Part(String text, boolean piece) {
    String shown() {
      return piece
          ? Ellipsis.cut(Printable.visible(SPACES.matcher(text).replaceAll(" ").strip()))
          : text;
    }
  }

  private final List<Part> parts;

  private Message(List<Part> parts) {
    this.parts = parts;
  }

  /** A message of our own words. They must not hold anything that the user wrote. */
  public static Message of(String words) {
    return words.isEmpty() ? EMPTY : EMPTY.text(words);
  }

  /** Pieces in quotes with words between them: {@code 'a', 'b' and 'c'}. */
  public static Message list(List<String> pieces, String last) {
    Message list = EMPTY;
    for (int i = 0; i < pieces.size(); i++) {
      String separator = i == 0 ? "" : i < pieces.size() - 1 ? ", " : last;
      list = list.text(separator).quoted(pieces.get(i));
    }
    return list;
  }

  /** Adds words of our own. */
  public Message text(String words) {
    return words.isEmpty() ? this : with(new Part(words, false));
  }

  /** Adds a piece of the user's text in single quotes. */
  public Message quoted(String piece) {
    return text("'").piece(piece).text("'");
  }

  /** Adds a piece of the user's text as it is. */
  public Message piece(String piece) {
    return with(new Part(piece, true));
  }

  /** Adds all of another message. */
  public Message add(Message other) {
    List<Part> all = new ArrayList<>(parts);
    all.addAll(other.parts);
    return new Message(List.copyOf(all));
  }

  private Message with(Part part) {
    return add(new Message(List.of(part)));
  }

  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /** The same with each of its pieces masked; {@code mask} gets a piece whole. */
  public Message masked(UnaryOperator<String> mask) {
    return new Message(
        parts.stream()
            .map(part -> part.piece() ? new Part(mask.apply(part.text()), true) : part)
            .toList());
  }

  /** The line as it is shown. */
  public String text() {
    StringBuilder out = new StringBuilder();
    parts.forEach(part -> out.append(part.shown()));
    return out.toString();
  }

  /** Two messages are equal when they read the same. */
  @Override
  public boolean equals(Object object) {
    return object instanceof Message other && text().equals(other.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
