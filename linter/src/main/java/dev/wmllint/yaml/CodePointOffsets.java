package dev.wmllint.yaml;

/** The parser counts code points; everybody else counts UTF-16 units. */
final class CodePointOffsets {
  private final int length;

  /** UTF-16 offset of each code point; empty where both counts are the same. */
  private final int[] utf16;

  CodePointOffsets(String text) {
    this.length = text.length();
    int codePoints = text.codePointCount(0, text.length());
    this.utf16 = codePoints == text.length() ? new int[0] : new int[codePoints];
    int at = 0;
    for (int i = 0; i < utf16.length; i++) {
      utf16[i] = at;
      at += Character.charCount(text.codePointAt(at));
    }
  }

  int utf16(int codePoint) {
    if (utf16.length == 0) {
      return Math.min(codePoint, length);
    }
    return codePoint < utf16.length ? utf16[codePoint] : length;
  }
}
