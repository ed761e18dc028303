package dev.wmllint.config;

/** A pattern for one name of a path: {@code *}, {@code ?}, {@code [a-z]} and {@code [!a-z]}. */
final class NamePattern {
  private NamePattern() {}

  /** Refuses a {@code [} that is not closed, and a class that holds nothing. */
  static void check(String pattern) throws Glob.SyntaxException {
    int at = 0;
    while (at < pattern.length()) {
      if (pattern.charAt(at) == '[' && classEnd(pattern, at) < 0) {
        throw new Glob.SyntaxException("'[' is not closed; write [[] for the bracket itself");
      }
      at = next(pattern, at);
    }
  }

  /** Whether the whole name matches; {@code ..} matches itself alone. */
  static boolean matches(String pattern, String name) {
    if (name.equals("..")) {
      return pattern.equals("..");
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

  /** Offset behind the element that begins at {@code at}. */
  private static int next(String pattern, int at) {
    return pattern.charAt(at) == '['
        ? classEnd(pattern, at) + 1
        : at + Character.charCount(pattern.codePointAt(at));
  }

  /** Offset of the bracket that closes a class, or -1; one that comes first is a member. */
  static int classEnd(String pattern, int open) {
    return pattern.indexOf(']', firstMember(pattern, open) + 1);
  }

  private static int firstMember(String pattern, int open) {
    return isNegated(pattern, open) ? open + 2 : open + 1;
  }

  private static boolean isNegated(String pattern, int open) {
    return open + 1 < pattern.length()
        && (pattern.charAt(open + 1) == '!' || pattern.charAt(open + 1) == '^');
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
    return found != isNegated(pattern, open);
  }
}
