package dev.wmllint.yaml;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which plain scalars YAML readers take for something else than a string: the types of YAML 1.1
 * (chapter "Language-Independent Types", which readers of 2017 follow) and of YAML 1.2's core
 * schema (chapter 10.3).
 */
public final class ScalarTypes {
  private static final Set<String> BOOLEANS =
      Set.of("true", "false", "yes", "no", "on", "off", "y", "n");

  private static final Pattern INTEGER =
      Pattern.compile(
          "[-+]?(0b[01_]+|0x[0-9a-fA-F_]+|0o[0-7_]+|[0-9][0-9_]*|[1-9][0-9_]*(:[0-5]?[0-9])+)");
  private static final Pattern FLOAT =
      Pattern.compile(
          "[-+]?([0-9][0-9_]*)?\\.?[0-9_]+([eE][-+]?[0-9]+)?"
              + "|[-+]?[0-9][0-9_]*\\.[0-9_]*([eE][-+]?[0-9]+)?"
              + "|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+\\.[0-9_]*"
              + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
              + "([Tt ]+[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\\.[0-9]*)?([ \\t]*(Z|[-+][0-9]{1,2}(:?[0-9]{2})?))?)?");

  /** The longest of them is {@code false}. */
  private static final int MAX_BOOLEAN = 5;

  /** Longer ones are no numbers that anybody wrote. */
  private static final int MAX_LENGTH = 64;

  private ScalarTypes() {}

  /** Whether some reader takes this plain scalar for something else than a string. */
  public static boolean isAmbiguous(String raw) {
    return isBoolean(raw) || isNumber(raw) || isTimestamp(raw) || raw.equals("=");
  }

  public static boolean isBoolean(String raw) {
    if (raw.length() > MAX_BOOLEAN) {
      return false;
    }
    boolean cased =
        raw.equals(raw.toLowerCase(Locale.ROOT))
            || raw.equals(raw.toUpperCase(Locale.ROOT))
            || Character.isUpperCase(raw.charAt(0));
    return cased && BOOLEANS.contains(raw.toLowerCase(Locale.ROOT));
  }

  public static boolean isNumber(String raw) {
    return raw.length() <= MAX_LENGTH
        && beginsNumber(raw)
        && raw.chars().anyMatch(c -> Character.isDigit(c) || c == '.')
        && (INTEGER.matcher(raw).matches() || FLOAT.matcher(raw).matches());
  }

  /** Most scalars are words; for these it needs no pattern. */
  private static boolean beginsNumber(String raw) {
    return !raw.isEmpty() && "+-._0123456789".indexOf(raw.charAt(0)) >= 0;
  }

  public static boolean isTimestamp(String raw) {
    return raw.length() <= MAX_LENGTH && beginsNumber(raw) && TIMESTAMP.matcher(raw).matches();
  }

  /** What a reader takes it for, in words. */
  public static String words(String raw) {
    if (isBoolean(raw)) {
      return "true or false";
    }
    if (raw.equals("=")) {
      return "a default value (a type of YAML 1.1)";
    }
    return isTimestamp(raw) ? "a date" : "a number";
  }
}
