package dev.wmllint.file;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * A pattern for paths, as in a {@code .gitignore} file, with braces as in an {@code .editorconfig}:
 *
 * <ul>
 *   <li>{@code **} between slashes is any number of folders, none included
 *   <li>{@code *} is any text within one name, {@code ?} is one character
 *   <li>{@code [a-z]} is one of these characters, {@code [!a-z]} one of all others
 *   <li><code>{a,b}</code> is one of these patterns; braces may nest
 * </ul>
 *
 * <p>A pattern without a slash is for names at any depth, any other one for a path from the base
 * folder on; {@code name/} is for what is in such a folder. The separator is {@code /} on every
 * system, and case counts.
 *
 * <p>Matching takes time in proportion to pattern times path at most, whatever they hold.
 */
public final class Glob {
  /** Longer than any path (PATH_MAX of Linux is 4096). */
  private static final int MAX_LENGTH = 4_096;

  /** More than anybody writes, and few enough to be tried on each path. */
  private static final int MAX_ALTERNATIVES = 64;

  private static final String ANY_DEPTH = "**";
  private static final String UP = "..";

  private final String text;
  private final List<Alternative> alternatives;

  /**
   * One way to read the braces.
   *
   * @param parts patterns of names, and {@code **}
   * @param anywhere whether it may begin at any depth
   */
  private record Alternative(List<String> parts, boolean anywhere) {}

  /** A pair of braces that is open: the alternatives before it, and those through it so far. */
  private record Group(List<String> before, List<String> done) {}

  private Glob(String text, List<Alternative> alternatives) {
    this.text = text;
    this.alternatives = alternatives;
  }

  /** A text that is not a pattern; the message says why, and what to write. */
  public static final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    SyntaxException(String message) {
      super(message);
    }
  }

  /**
   * Reads a pattern.
   *
   * @throws SyntaxException when it is not one
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
    for (String alternative : expand(text)) {
      alternatives.add(alternative(alternative));
    }
    return new Glob(text, List.copyOf(alternatives));
  }

  /** The patterns that the braces stand for; a brace inside a class is an ordinary character. */
  private static List<String> expand(String pattern) throws SyntaxException {
    Deque<Group> open = new ArrayDeque<>();
    List<String> current = List.of("");
    int start = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '[') {
        i = Math.max(i, classEnd(pattern, i));
      } else if (c == '{' || c == '}' || (c == ',' && !open.isEmpty())) {
        current = append(current, pattern.substring(start, i));
        start = i + 1;
        if (c == '{') {
          open.push(new Group(current, new ArrayList<>()));
        } else if (open.isEmpty()) {
          throw new SyntaxException("'}' closes nothing; write [}] for the brace itself");
        } else {
          Group group = open.peek();
          group.done().addAll(current);
          if (group.done().size() > MAX_ALTERNATIVES) {
            throw new SyntaxException(
                "the braces stand for more than " + MAX_ALTERNATIVES + " patterns");
          }
          current = c == '}' ? open.pop().done() : group.before();
        }
      }
    }
    if (!open.isEmpty()) {
      throw new SyntaxException("'{' is not closed; write [{] for the brace itself");
    }
    return append(current, pattern.substring(start));
  }

  private static List<String> append(List<String> patterns, String text) {
    return text.isEmpty() ? patterns : patterns.stream().map(before -> before + text).toList();
  }

  private static Alternative alternative(String pattern) throws SyntaxException {
    List<String> parts = new ArrayList<>();
    for (String part : pattern.split("/", -1)) {
      if (!part.isEmpty() && !part.equals(".")) {
        checkClasses(part);
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
    if (anywhere) {
      parts.add(0, ANY_DEPTH);
    }
    return new Alternative(List.copyOf(parts), anywhere);
  }

  private static void checkClasses(String name) throws SyntaxException {
    for (int at = 0; at < name.length(); at = next(name, at)) {
      if (name.charAt(at) == '[' && classEnd(name, at) < 0) {
        throw new SyntaxException("'[' is not closed; write [[] for the bracket itself");
      }
    }
  }

  public String text() {
    return text;
  }

  /**
   * Whether a file matches, or a folder that it is in.
   *
   * @param path from the base folder on; may begin with {@code ..}
   */
  public boolean matches(Path path) {
    return matches(path, true);
  }

  /** Whether a file or folder itself matches, whatever folder it is in. */
  public boolean matchesItself(Path path) {
    return matches(path, false);
  }

  private boolean matches(Path path, boolean orFolder) {
    List<String> names = new ArrayList<>();
    path.forEach(name -> names.add(name.toString()));
    int up = 0;
    while (up < names.size() && names.get(up).equals(UP)) {
      up++;
    }
    List<String> inside = names.subList(up, names.size());
    return alternatives.stream()
        .anyMatch(one -> matches(one.parts(), one.anywhere() ? inside : names, orFolder));
  }

  /** Of several {@code **} only the last may have to take more: the ones before took the least. */
  private static boolean matches(List<String> parts, List<String> path, boolean orFolder) {
    int part = 0;
    int name = 0;
    int lastAny = -1;
    int takenTo = 0;
    while (name < path.size()) {
      if (part == parts.size() && orFolder) {
        return !path.get(name).equals(UP);
      }
      if (part < parts.size() && parts.get(part).equals(ANY_DEPTH)) {
        lastAny = part++;
        takenTo = name;
      } else if (part < parts.size() && matchesName(parts.get(part), path.get(name))) {
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

  /** The same for one name and its stars; {@code ..} matches itself alone. */
  private static boolean matchesName(String pattern, String name) {
    if (name.equals(UP)) {
      return pattern.equals(UP);
    }
    int at = 0;
    int in = 0;
    int lastStar = -1;
    int takenTo = 0;
    while (in < name.length()) {
      int codePoint = name.codePointAt(in);
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        lastStar = at++;
        takenTo = in;
      } else if (at < pattern.length() && matchesOne(pattern, at, codePoint)) {
        at = next(pattern, at);
        in += Character.charCount(codePoint);
      } else if (lastStar >= 0) {
        at = lastStar + 1;
        takenTo += Character.charCount(name.codePointAt(takenTo));
        in = takenTo;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }

  private static boolean matchesOne(String pattern, int at, int codePoint) {
    return switch (pattern.charAt(at)) {
      case '?' -> true;
      case '[' -> inClass(pattern, at, codePoint);
      default -> pattern.codePointAt(at) == codePoint;
    };
  }

  /** Offset after the element that begins at {@code at}. */
  private static int next(String pattern, int at) {
    return pattern.charAt(at) == '['
        ? classEnd(pattern, at) + 1
        : at + Character.charCount(pattern.codePointAt(at));
  }

  private static boolean inClass(String pattern, int open, int codePoint) {
    int end = classEnd(pattern, open);
    boolean found = false;
    int at = firstMember(pattern, open);
    while (at < end) {
      int low = pattern.codePointAt(at);
      at += Character.charCount(low);
      int high = low;
      if (at + 1 < end && pattern.charAt(at) == '-') {
        high = pattern.codePointAt(at + 1);
        at += 1 + Character.charCount(high);
      }
      found |= low <= codePoint && codePoint <= high;
    }
    boolean negated = firstMember(pattern, open) > open + 1;
    return found != negated;
  }

  /** Offset of the bracket that closes a class, or -1; one that comes first is a member. */
  private static int classEnd(String pattern, int open) {
    return pattern.indexOf(']', firstMember(pattern, open) + 1);
  }

  private static int firstMember(String pattern, int open) {
    boolean negated = pattern.startsWith("!", open + 1) || pattern.startsWith("^", open + 1);
    return negated ? open + 2 : open + 1;
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
