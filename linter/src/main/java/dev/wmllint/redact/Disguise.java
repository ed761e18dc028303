package dev.wmllint.redact;

import dev.wmllint.text.Span;
import java.util.List;

/**
 * Other letters and digits in the place of secrets: as many, and of the same kinds, so that a text
 * is read as before, and every place in it keeps its offset.
 */
final class Disguise {
  private Disguise() {}

  static String of(String text, List<Span> secrets) {
    StringBuilder out = new StringBuilder(text);
    for (Span secret : secrets) {
      for (int i = secret.start(); i < secret.end(); i++) {
        out.setCharAt(i, other(text.charAt(i)));
      }
    }
    return out.toString();
  }

  /** Whether a part of a text would be another one in disguise. */
  static boolean changes(String text, Span part) {
    for (int i = part.start(); i < part.end(); i++) {
      if (other(text.charAt(i)) != text.charAt(i)) {
        return true;
      }
    }
    return false;
  }

  private static char other(char c) {
    if (c >= 'a' && c <= 'z') {
      return (char) ('a' + (c - 'a' + 13) % 26);
    }
    if (c >= 'A' && c <= 'Z') {
      return (char) ('A' + (c - 'A' + 13) % 26);
    }
    if (c >= '0' && c <= '9') {
      return (char) ('0' + (c - '0' + 5) % 10);
    }
    if (c >= 0x80 && Character.isLetterOrDigit(c)) {
      return c == '\u00e4' ? '\u00f6' : '\u00e4';
    }
    return c;
  }
}
