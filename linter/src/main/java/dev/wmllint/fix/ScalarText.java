package dev.wmllint.fix;

import dev.wmllint.yaml.ScalarTypes;
import java.util.Set;

/** A string as YAML text on one line: plain where every reader takes it for that string. */
public final class ScalarText {
  /** Readers take a number for one however long it is; {@link ScalarTypes} gives up earlier. */
  private static final int LONG = 60;

  private static final Set<String> NULLS = Set.of("~", "null", "Null", "NULL");

  private ScalarText() {}

  /** The text for a place in block style; {@link YamlEdits} knows what flow style adds to it. */
  public static String of(String value) {
    return isPlain(value, false) ? value : DoubleQuoted.of(value);
  }

  /**
   * The text for any place, in flow style and in readers of few forms too: plain only for words,
   * paths and their patterns.
   */
  public static String word(String value) {
    boolean bare =
        value
            .chars()
            .allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || "_-./+*".indexOf(c) >= 0));
    return bare ? of(value) : DoubleQuoted.of(value);
  }

  /**
   * Whether every reader takes a value without quotes for that string. Stricter than YAML 1.2 (rule
   * {@code ns-plain-one-line}): readers disagree about what lies between.
   *
   * @param flow whether it is between brackets
   */
  public static boolean isPlain(String value, boolean flow) {
    return !value.isEmpty()
        && canStart(value.charAt(0))
        && value.chars().allMatch(c -> (c >= ' ' && c <= '~') || Character.isLetter(c))
        && !value.endsWith(" ")
        && !value.endsWith(":")
        && !value.contains(": ")
        && !value.contains(" #")
        && !value.equals("...")
        && !NULLS.contains(value)
        && !(flow && value.chars().anyMatch(c -> ",[]{}".indexOf(c) >= 0))
        && !(value.length() > LONG && Character.isDigit(value.charAt(0)))
        && !ScalarTypes.isAmbiguous(value);
  }

  /** No indicator of YAML's (production {@code c-indicator}), and no space. */
  private static boolean canStart(char c) {
    return Character.isLetterOrDigit(c) || "/._$(+^;\\".indexOf(c) >= 0;
  }
}
