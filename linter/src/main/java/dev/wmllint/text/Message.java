package dev.wmllint.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * One line for people, made of our own words and of pieces of the user's text. Only the pieces may
 * hold a secret: a mask in a sentence of ours would show what the secret is, to a reader who knows
 * the sentence. Pieces are kept whole, and shown on one line, with invisible characters escaped and
 * cut where they are long. Immutable.
 */
public final class Message {
  public static final Message EMPTY = new Message(null, null);

  /** In UTF-16 units. More is no help: the place is underlined anyway. */
  private static final int MAX_PIECE = 60;

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /**
   * A part of a message.
   *
   * @param quoted whether it is shown in single quotes
   * @param text our words as they are shown, or a piece as the user wrote it
   */
  private record Part(Kind kind, boolean quoted, String text) {
    String shown() {
      if (kind == Kind.WORDS) {
        return text;
      }
      boolean plain = text.chars().allMatch(c -> c > ' ' && c <= '~');
      String line = plain ? text : Printable.visible(SPACES.matcher(text).replaceAll(" ").strip());
      String cut = Ellipsis.atEnd(line, MAX_PIECE);
      return quoted ? "'" + cut + "'" : cut;
    }
  }

  private enum Kind {
    WORDS,
    KEY,
    PIECE
  }

  /** What is before the last part; null in the empty message alone, as the last part is. */
  private final Message before;

  private final Part last;

  /** Worked out when first asked for: findings are compared and sorted by what they read. */
  private String text;

  private Message(Message before, Part last) {
    this.before = before;
    this.last = last;
  }

  /** A message of our own words. They must not hold anything that the user wrote. */
  public static Message of(String words) {
    return words.isEmpty() ? EMPTY : EMPTY.text(words);
  }

  /** A message that begins with a key or path of the user's, in single quotes. */
  public static Message ofKey(String name) {
    return EMPTY.key(name);
  }

  /** A message that begins with a piece of the user's text, in single quotes. */
  public static Message ofQuoted(String piece) {
    return EMPTY.quoted(piece);
  }

  /** Keys in quotes with words between them: {@code 'a', 'b' and 'c'}. */
  public static Message ofKeys(List<String> names, String last) {
    return list(names, last, Message::key);
  }

  /** Pieces in quotes with words between them: {@code 'a', 'b' or 'c'}. */
  public static Message ofQuoted(List<String> pieces, String last) {
    return list(pieces, last, Message::quoted);
  }

  /** Pieces with commas between them. */
  public static Message ofPieces(List<String> pieces) {
    return list(pieces, ", ", Message::piece);
  }

  private static Message list(
      List<String> items, String last, BiFunction<Message, String, Message> add) {
    Message list = EMPTY;
    for (int i = 0; i < items.size(); i++) {
      String separator = i == 0 ? "" : i < items.size() - 1 ? ", " : last;
      list = add.apply(list.text(separator), items.get(i));
    }
    return list;
  }

  /** Adds words of our own. */
  public Message text(String words) {
    return words.isEmpty() ? this : with(new Part(Kind.WORDS, false, words));
  }

  /** Adds a key of the user's, or a path of keys, in single quotes. */
  public Message key(String name) {
    return with(new Part(Kind.KEY, true, name));
  }

  /** Adds a piece of the user's text in single quotes. */
  public Message quoted(String piece) {
    return with(new Part(Kind.PIECE, true, piece));
  }

  /** Adds a piece of the user's text as it is. */
  public Message piece(String piece) {
    return with(new Part(Kind.PIECE, false, piece));
  }

  /** Adds all of another message. */
  public Message add(Message other) {
    Message all = this;
    for (Part part : other.parts()) {
      all = all.with(part);
    }
    return all;
  }

  private Message with(Part part) {
    return new Message(this, part);
  }

  private Deque<Part> parts() {
    Deque<Part> parts = new ArrayDeque<>();
    for (Message end = this; end.last != null; end = end.before) {
      parts.addFirst(end.last);
    }
    return parts;
  }

  public boolean isEmpty() {
    return last == null;
  }

  /** The same with each of its keys and other pieces masked; a mask gets them whole. */
  public Message masked(UnaryOperator<String> ofKeys, UnaryOperator<String> ofPieces) {
    Message masked = EMPTY;
    for (Part part : parts()) {
      String shown =
          switch (part.kind()) {
            case WORDS -> part.text();
            case KEY -> ofKeys.apply(part.text());
            case PIECE -> ofPieces.apply(part.text());
          };
      masked = masked.with(new Part(part.kind(), part.quoted(), shown));
    }
    return masked;
  }

  /** The line as it is shown. */
  public String text() {
    if (text == null) {
      StringBuilder out = new StringBuilder();
      parts().forEach(part -> out.append(part.shown()));
      text = out.toString();
    }
    return text;
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
