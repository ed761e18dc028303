package dev.wmllint.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people write them, in the binary units of IEC 80000-13: {@code 2 MiB}. */
final class Size {
  static final long KIB = 1L << 10;
  static final long MIB = 1L << 20;
  static final long GIB = 1L << 30;

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,9}) ?(B|KiB|MiB|GiB)");

  private Size() {}

  /** A whole number in decimal digits. */
  static Optional<Long> number(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  /** A whole number, with a unit or without. */
  static Optional<Long> read(String text) {
    Matcher size = SIZE.matcher(text);
    return size.matches()
        ? Optional.of(Long.parseLong(size.group(1)) * factor(size.group(2)))
        : number(text);
  }

  private static long factor(String unit) {
    return switch (unit) {
      case "KiB" -> KIB;
      case "MiB" -> MIB;
      case "GiB" -> GIB;
      default -> 1;
    };
  }

  /** With the largest unit that leaves a whole number. */
  static String written(long bytes) {
    for (String unit : new String[] {"GiB", "MiB", "KiB"}) {
      if (bytes > 0 && bytes % factor(unit) == 0) {
        return bytes / factor(unit) + " " + unit;
      }
    }
    return Long.toString(bytes);
  }
}
