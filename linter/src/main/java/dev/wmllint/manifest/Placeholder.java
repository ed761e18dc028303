package dev.wmllint.manifest;

import java.util.Locale;
import java.util.regex.Pattern;

/** Values that stand for a value to come. They hide nothing, so they may be shown. */
public final class Placeholder {
  /** {@code <bucket>}, {@code < bucket name >}, xxx, ***, ..., TODO and their like. */
  private static final Pattern WHOLE =
      Pattern.compile(
          "<[^<>]*>|x{3,}|\\*{3,}|\\.{3,}|\u2026|todo|tbd|fixme|change[-_ ]?me|your[-_][a-z0-9_-]+",
          Pattern.CASE_INSENSITIVE);

  /** Filled in by a tool before submission: {@code {{x}}}, {@code ${VAR}}, {@code $VAR}. */
  private static final Pattern TEMPLATE =
      Pattern.compile(
          "\\{\\{[^{}]*\\}\\}|\\$\\{[A-Za-z_][A-Za-z0-9_.]*\\}|\\$[A-Za-z_][A-Za-z0-9_]*"
              + "|%[A-Z_]+%|@[A-Z_]+@");

  /** The same inside a value, where nothing can be said about the whole of it. */
  private static final Pattern TEMPLATE_INSIDE =
      Pattern.compile("\\{\\{|\\$\\{[A-Za-z_]|\\$\\([^)]|(?<![$\\\\])\\$[A-Za-z_]");

  private static final String WHOLE_BEGINS = "<xX*.\u2026tTfFcCyY";

  private static final String TEMPLATE_BEGINS = "{$%@";

  private Placeholder() {}

  /** Whether a person is to fill it in. */
  public static boolean isPlaceholder(String value) {
    String stripped = value.strip();
    if (!beginsWith(stripped, WHOLE_BEGINS)) {
      return false;
    }
    if (stripped.toLowerCase(Locale.ROOT).startsWith("your")) {
      // Only shouted: "your-bucket" may be a bucket's name.
      return stripped.equals(stripped.toUpperCase(Locale.ROOT))
          && WHOLE.matcher(stripped).matches();
    }
    return WHOLE.matcher(stripped).matches();
  }

  /** Whether a tool is to fill it in. */
  public static boolean isTemplate(String value) {
    String stripped = value.strip();
    return beginsWith(stripped, TEMPLATE_BEGINS) && TEMPLATE.matcher(stripped).matches();
  }

  /** Most values are no placeholder, and their first char says so. */
  private static boolean beginsWith(String value, String begins) {
    return !value.isEmpty() && begins.indexOf(value.charAt(0)) >= 0;
  }

  /** Whether nothing can be said about a value, because it is still to come. */
  public static boolean isToCome(String value) {
    return isPlaceholder(value) || isTemplate(value);
  }

  /** Whether a tool is to fill in a part of it. */
  public static boolean holdsTemplate(String value) {
    return TEMPLATE_INSIDE.matcher(value).find();
  }

  /** The value to come of a key, as YAML text. */
  public static String of(String key) {
    return "\"<" + key.replace('_', '-') + ">\"";
  }
}
