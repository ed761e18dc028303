package dev.wmllint.layout;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A known key that a line begins with, and that YAML does not take for one.
 *
 * @param key its name
 * @param missing what is not there
 * @param value what follows
 */
record UnseparatedKey(String key, Missing missing, Row.Value value) {
  /** What stands between a dash, a key and its value. */
  enum Missing {
    COLON,
    SPACE,
    SPACE_AFTER_DASH
  }

  private static final Pattern WORDS = Pattern.compile("(?:- +)*(-?)(\\w+)(:(?!//)|(?=\\s|$))(.*)");

  static Optional<UnseparatedKey> of(Row row, Places places) {
    Matcher words = WORDS.matcher(row.text());
    if (row.key().filter(places::isName).isPresent()
        || !words.matches()
        || !places.isName(words.group(2))) {
      return Optional.empty();
    }
    String rest = words.group(4).strip();
    Row.Value value = Row.value(rest, 0, rest.length());
    boolean dash = !words.group(1).isEmpty();
    boolean colon = !words.group(3).isEmpty();
    if (dash && !(colon && words.group(4).matches("|\\s.*"))) {
      return Optional.empty();
    }
    Missing missing = dash ? Missing.SPACE_AFTER_DASH : colon ? Missing.SPACE : Missing.COLON;
    return Optional.of(new UnseparatedKey(words.group(2), missing, value));
  }

  /** The row as it was meant. */
  Row read(Row row) {
    return missing == Missing.SPACE_AFTER_DASH
        ? row.withKey(key, value).withDash()
        : row.withKey(key, value);
  }
}
