package dev.wmllint.config;

import java.util.ArrayList;
import java.util.List;

/** Writes out the alternatives of a pattern: <code>*.{yaml,yml}</code> is two patterns. */
final class Braces {
  /** More than anybody writes, and little enough to be tried on each path. */
  private static final int MAX_ALTERNATIVES = 64;

  private Braces() {}

  /** All alternatives; a brace inside a class is a character like any other. */
  static List<String> expand(String pattern) throws Glob.SyntaxException {
    List<String> open = new ArrayList<>(List.of(pattern));
    List<String> done = new ArrayList<>();
    while (!open.isEmpty()) {
      String next = open.remove(open.size() - 1);
      int brace = openingBrace(next);
      if (brace < 0) {
        done.add(next);
      } else {
        open.addAll(withoutFirst(next, brace));
      }
      if (open.size() + done.size() > MAX_ALTERNATIVES) {
        throw new Glob.SyntaxException(
            "the braces stand for more than " + MAX_ALTERNATIVES + " patterns");
      }
    }
    return done;
  }

  private static int openingBrace(String pattern) throws Glob.SyntaxException {
    for (int i = 0; i < pattern.length(); i = behind(pattern, i)) {
      if (pattern.charAt(i) == '{') {
        return i;
      }
      if (pattern.charAt(i) == '}') {
        throw new Glob.SyntaxException("'}' closes nothing; write [}] for the brace itself");
      }
    }
    return -1;
  }

  private static List<String> withoutFirst(String pattern, int open) throws Glob.SyntaxException {
    List<String> alternatives = new ArrayList<>();
    String before = pattern.substring(0, open);
    int depth = 0;
    int start = open + 1;
    List<String> choices = new ArrayList<>();
    for (int i = open; i < pattern.length(); i = behind(pattern, i)) {
      char c = pattern.charAt(i);
      depth += c == '{' ? 1 : 0;
      if (depth == 1 && (c == ',' || c == '}')) {
        choices.add(pattern.substring(start, i));
        start = i + 1;
      }
      depth -= c == '}' ? 1 : 0;
      if (depth == 0) {
        String after = pattern.substring(i + 1);
        choices.forEach(choice -> alternatives.add(before + choice + after));
        return alternatives;
      }
    }
    throw new Glob.SyntaxException("'{' is not closed; write [{] for the brace itself");
  }

  /** Offset behind a char, or behind the class that it opens. */
  private static int behind(String pattern, int at) {
    int end = pattern.charAt(at) == '[' ? pattern.indexOf(']', at + 2) : -1;
    return end < 0 ? at + 1 : end + 1;
  }
}
