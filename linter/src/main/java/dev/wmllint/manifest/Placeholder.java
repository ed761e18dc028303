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

  /** Words that people write where a real value is to come; they may be a part of a secret. */
  private static final Pattern WORDS =
      Pattern.compile(
          "dummy([-_ ](key|secret|password|value|id))?|placeholder|changeit"
              + "|your [a-z0-9_ -]+|to be (filled|defined|done).*|[?_-]{3,}"
              + "|(please )?(insert|enter|paste|put|add|type|fill|replace)"
              + "[-_ ](your|the|my|in|me|here|this|with)([-_ ].*)?"
              + "|([a-z0-9]+ )+here",
          Pattern.CASE_INSENSITIVE);

  /** The same in credentials, where {@code your-key} is no name that somebody chose. */
  private static final Pattern WORDS_IN_CREDENTIALS =
      Pattern.compile(
          "your[-_][a-z0-9_-]+|([a-z0-9]+[-_])+here|(my_)?(aws_)?(secret|access|api)_(access_)?key(_id)?",
          Pattern.CASE_INSENSITIVE);

  private static final String WHOLE_BEGINS = "<xX*.\u2026tTfFcCyY";

  private static final String WORDS_BEGIN = "dDpPcCyYtT?_-iIeEaAfFrRmMsS";

  /** Longer values are no such words. */
  private static final int MAX_WORDS = 60;

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

  /** Whether a value says in words that it is to be filled in. */
  public static boolean isInWords(String value, boolean credential) {
    String stripped = value.strip();
    boolean here = stripped.regionMatches(true, stripped.length() - 4, "here", 0, 4);
    return stripped.length() <= MAX_WORDS
        && (here || beginsWith(stripped, WORDS_BEGIN))
        && (WORDS.matcher(stripped).matches()
            || (credential && WORDS_IN_CREDENTIALS.matcher(stripped).matches()));
  }

  /** Whether a value is but the name of its key, or a part of it in capital letters. */
  public static boolean isOwnName(String key, String value) {
    String name = folded(key);
    String word = folded(value);
    boolean shouted = value.equals(value.toUpperCase(Locale.ROOT)) && value.indexOf('_') >= 0;
    return !word.isEmpty() && (word.equals(name) || (shouted && name.contains(word)));
  }

  private static String folded(String name) {
    return name.strip().replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
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
