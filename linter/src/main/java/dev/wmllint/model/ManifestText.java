package dev.wmllint.model;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells a training manifest by the keys at its top level, without parsing it. */
final class ManifestText {
  private static final Set<String> KEYS = Set.of("model_definition", "training_data_reference");

  /** {@code key:} at the start of a line, the key in quotes or not. */
  private static final Pattern BLOCK_KEY =
      Pattern.compile("(?md)^([\"']?)(?:" + String.join("|", KEYS) + ")\\1? *:");

  private ManifestText() {}

  /** Whether the text starts like a training manifest, in block YAML or in JSON. */
  static boolean startsWith(byte[] head) {
    // One char per byte: all that is looked for is ASCII.
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return text.stripLeading().startsWith("{") ? hasJsonKey(text) : BLOCK_KEY.matcher(text).find();
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
          if (depth == 1 && KEYS.contains(string)) {
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
