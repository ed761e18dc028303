package dev.wmllint.model;

import java.nio.charset.StandardCharsets;

/** Tells a training manifest by the keys at its top level, without parsing it. */
final class ManifestText {
  private static final String[] KEYS = {"model_definition", "training_data_reference"};

  private ManifestText() {}

  /** Whether the text starts like a training manifest, in block YAML or in JSON. */
  static boolean startsWith(byte[] head) {
    // One char per byte: all that is looked for is ASCII.
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return text.stripLeading().startsWith("{") ? hasJsonKey(text) : hasBlockKey(text);
  }

  private static boolean hasBlockKey(String text) {
    int line = 0;
    while (line >= 0 && line < text.length()) {
      for (String key : KEYS) {
        if (isKey(text, line, key)) {
          return true;
        }
      }
      int end = text.indexOf('\n', line);
      line = end < 0 ? -1 : end + 1;
    }
    return false;
  }

  /** {@code key:} at the start of the line, the key in quotes or not. */
  private static boolean isKey(String text, int line, String key) {
    char first = text.charAt(line);
    boolean quoted = first == '"' || first == '\'';
    int end = line + (quoted ? 1 : 0) + key.length();
    if (!text.startsWith(key, quoted ? line + 1 : line)) {
      return false;
    }
    int colon = quoted && end < text.length() && text.charAt(end) == first ? end + 1 : end;
    while (colon < text.length() && text.charAt(colon) == ' ') {
      colon++;
    }
    return colon < text.length() && text.charAt(colon) == ':';
  }

  /**
   * A key of the outermost braces: strings are passed over whole, braces inside them do not count.
   */
  private static boolean hasJsonKey(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        case '"' -> {
          int end = endOfString(text, i + 1);
          String string = text.substring(i + 1, end);
          if (depth == 1 && (string.equals(KEYS[0]) || string.equals(KEYS[1]))) {
            return true;
          }
          i = end;
        }
        default -> {}
      }
    }
    return false;
  }

  private static int endOfString(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, text.length());
  }
}
