package dev.wmllint.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Writes out the alternatives of a pattern: <code>*.{yaml,yml}</code> is two patterns.
 *
 * <p>Goes through the pattern once. What alternatives begin with they share, so that time and room
 * grow with the pattern's length times the number of alternatives, however deep braces nest.
 */
final class Braces {
  /** More than anybody writes, and little enough to be tried on each path. */
  private static final int MAX_ALTERNATIVES = 64;

  /** The end of an alternative as far as it is read, and what stands before it. */
  private record Piece(Optional<Piece> before, String text) {
    String whole() {
      Deque<String> texts = new ArrayDeque<>();
      Optional<Piece> piece = Optional.of(this);
      while (piece.isPresent()) {
        texts.push(piece.get().text());
        piece = piece.get().before();
      }
      return String.join("", texts);
    }
  }

  /**
   * A pair of braces that is open.
   *
   * @param before what the alternatives are that it stands behind
   * @param done the alternatives through its choices so far
   */
  private record Group(List<Piece> before, List<Piece> done) {
    void add(List<Piece> choice) throws Glob.SyntaxException {
      done.addAll(choice);
      if (done.size() > MAX_ALTERNATIVES) {
        throw new Glob.SyntaxException(
            "the braces stand for more than " + MAX_ALTERNATIVES + " patterns");
      }
    }
  }

  private final Deque<Group> open = new ArrayDeque<>();
  private List<Piece> current = List.of(new Piece(Optional.empty(), ""));

  private Braces() {}

  /** All alternatives; a brace inside a class is a character like any other. */
  static List<String> expand(String pattern) throws Glob.SyntaxException {
    return new Braces().read(pattern);
  }

  private List<String> read(String pattern) throws Glob.SyntaxException {
    int start = 0;
    for (int i = 0; i < pattern.length(); i = behind(pattern, i)) {
      char c = pattern.charAt(i);
      if (c == '{' || c == '}' || (c == ',' && !open.isEmpty())) {
        append(pattern.substring(start, i));
        turn(c);
        start = i + 1;
      }
    }
    if (!open.isEmpty()) {
      throw new Glob.SyntaxException("'{' is not closed; write [{] for the brace itself");
    }
    append(pattern.substring(start));
    return current.stream().map(Piece::whole).toList();
  }

  private void append(String text) {
    if (!text.isEmpty()) {
      current = current.stream().map(piece -> new Piece(Optional.of(piece), text)).toList();
    }
  }

  private void turn(char c) throws Glob.SyntaxException {
    if (c == '{') {
      open.push(new Group(current, new ArrayList<>()));
      return;
    }
    if (open.isEmpty()) {
      throw new Glob.SyntaxException("'}' closes nothing; write [}] for the brace itself");
    }
    Group group = open.peek();
    group.add(current);
    current = group.before();
    if (c == '}') {
      current = open.pop().done();
    }
  }

  /** Offset behind a char, or behind the class that it opens. */
  private static int behind(String pattern, int at) {
    int end = pattern.charAt(at) == '[' ? NamePattern.classEnd(pattern, at) : -1;
    return Math.max(at, end) + 1;
  }
}
