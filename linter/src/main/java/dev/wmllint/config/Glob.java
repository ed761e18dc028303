package dev.wmllint.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A pattern for paths, as in a {@code .gitignore} file, with braces as in an {@code .editorconfig}.
 * A pattern without a slash stands for names at any depth, any other one for a path from the folder
 * of the configuration on; and what matches a folder matches everything in it. The separator is
 * {@code /} on every system, and case counts.
 *
 * <p>Matching takes time in proportion to pattern times path at most, whatever they hold.
 */
public final class Glob {
  /** Longer than any path (PATH_MAX of Linux is 4096). */
  private static final int MAX_LENGTH = 4_096;

  private static final String ANY_DEPTH = "**";
  private static final String UP = "..";

  private final String text;
  private final List<Alternative> alternatives;

  /**
   * One way to read the braces.
   *
   * @param anywhere whether it may begin at any depth
   */
  private record Alternative(List<String> parts, boolean anywhere) {}

  private Glob(String text, List<Alternative> alternatives) {
    this.text = text;
    this.alternatives = alternatives;
  }

  /** A text that is no pattern; the message says why, and what would be one. */
  public static final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    SyntaxException(String message) {
      super(message);
    }
  }

  /**
   * Reads a pattern.
   *
   * @throws SyntaxException when it is none
   */
  public static Glob parse(String text) throws SyntaxException {
    if (text.length() > MAX_LENGTH) {
      throw new SyntaxException(
          "the pattern is longer than 4,096 characters; write several shorter ones");
    }
    if (text.isBlank()) {
      throw new SyntaxException("the pattern is empty");
    }
    if (text.startsWith("!")) {
      throw new SyntaxException("a pattern cannot be negated with '!'");
    }
    if (text.indexOf('\\') >= 0) {
      throw new SyntaxException("a pattern has no '\\'; write '/' between folders");
    }
    List<Alternative> alternatives = new ArrayList<>();
    for (String alternative : Braces.expand(text)) {
      alternatives.add(alternative(alternative));
    }
    return new Glob(text, List.copyOf(alternatives));
  }

  private static Alternative alternative(String pattern) throws SyntaxException {
    List<String> parts = new ArrayList<>();
    for (String part : pattern.split("/", -1)) {
      if (!part.isEmpty() && !part.equals(".")) {
        NamePattern.check(part);
        parts.add(part);
      }
    }
    if (parts.isEmpty()) {
      throw new SyntaxException("the pattern names nothing; '**' stands for everything");
    }
    if (parts.lastIndexOf(UP) >= Collections.frequency(parts, UP)) {
      throw new SyntaxException("'..' may stand at the start of a pattern only");
    }
    boolean folderOnly = pattern.endsWith("/");
    int slash = pattern.indexOf('/');
    boolean anywhere = slash < 0 || (folderOnly && slash == pattern.length() - 1);
    boolean content = parts.get(parts.size() - 1).equals(ANY_DEPTH) && parts.size() > 1;
    if (folderOnly || content) {
      parts.add("*");
    }
    parts.add(ANY_DEPTH);
    if (anywhere) {
      parts.add(0, ANY_DEPTH);
    }
    return new Alternative(List.copyOf(parts), anywhere);
  }

  /** The pattern as it is written. */
  public String text() {
    return text;
  }

  /**
   * Whether a file matches, or a folder that it is in.
   *
   * @param path the names of the path from the configuration's folder on; may begin with {@code ..}
   */
  public boolean matches(List<String> path) {
    int up = 0;
    while (up < path.size() && path.get(up).equals(UP)) {
      up++;
    }
    List<String> inside = path.subList(up, path.size());
    for (Alternative alternative : alternatives) {
      if (matches(alternative.parts(), alternative.anywhere() ? inside : path)) {
        return true;
      }
    }
    return false;
  }

  /** Of several {@code **} only the last may have to take more: the ones before took the least. */
  private static boolean matches(List<String> parts, List<String> path) {
    int part = 0;
    int name = 0;
    int lastAny = -1;
    int takenTo = 0;
    while (name < path.size()) {
      if (part < parts.size() && parts.get(part).equals(ANY_DEPTH)) {
        lastAny = part++;
        takenTo = name;
      } else if (part < parts.size() && NamePattern.matches(parts.get(part), path.get(name))) {
        part++;
        name++;
      } else if (lastAny >= 0 && !path.get(takenTo).equals(UP)) {
        part = lastAny + 1;
        name = ++takenTo;
      } else {
        return false;
      }
    }
    while (part < parts.size() && parts.get(part).equals(ANY_DEPTH)) {
      part++;
    }
    return part == parts.size();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Glob glob && glob.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
