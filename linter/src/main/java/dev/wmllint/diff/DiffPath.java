package dev.wmllint.diff;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A path in the head of a diff: below {@code a} or {@code b}, with {@code /} between its names, and
 * in quotes where it holds what would end it, as git-diff(1) and GNU diff write it.
 */
final class DiffPath {
  private DiffPath() {}

  /**
   * The words after {@code ---} or {@code +++}.
   *
   * @param side {@code a} or {@code b}
   */
  static String of(String side, String path) {
    String whole =
        Stream.of(path.replace(File.separatorChar, '/').split("/", -1))
            .filter(name -> !name.isEmpty() && !name.equals("."))
            .collect(Collectors.joining("/", side + "/", ""));
    if (whole.chars().anyMatch(DiffPath::needsQuotes)) {
      return quoted(whole);
    }
    // The name ends at a tab; a space is a part of it.
    return whole.indexOf(' ') >= 0 ? whole + "\t" : whole;
  }

  private static boolean needsQuotes(int c) {
    return c == '"' || c == '\\' || Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
  }

  private static String quoted(String path) {
    StringBuilder out = new StringBuilder("\"");
    path.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
              } else if (needsQuotes(c)) {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                  out.append(String.format(Locale.ROOT, "\\%03o", b & 0xFF));
                }
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.append('"').toString();
  }
}
