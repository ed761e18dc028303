package dev.wmllint.layout;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A known key that a line begins with, and that YAML does not take for one.
 *
 * @param key its name
 * @param colon whether the colon is not there; else it is the space after the colon
 * @param value what follows
 */
record JoinedKey(String key, boolean colon, Row.Value value) {
  private static final Pattern WORDS = Pattern.compile("(?:- +)*(\\w+)(:(?!//)|(?=\\s|$))(.*)");

  static Optional<JoinedKey> of(Row row, Places places) {
    Matcher words = WORDS.matcher(row.text());
    if (row.key().filter(places::isName).isPresent()
        || !words.matches()
        || !places.isName(words.group(1))) {
      return Optional.empty();
    }
    String rest = words.group(3).strip();
    Row.Value value = Row.value(rest, 0, rest.length());
    return Optional.of(new JoinedKey(words.group(1), words.group(2).isEmpty(), value));
  }
}
