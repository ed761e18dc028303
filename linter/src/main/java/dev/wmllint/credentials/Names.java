package dev.wmllint.credentials;

import dev.wmllint.text.Ellipsis;
import dev.wmllint.text.Printable;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Keys of a credential, for messages. */
final class Names {
  private static final int MAX_LENGTH = 40;
  private static final int MAX_LISTED = 12;

  private Names() {}

  /** One key, on one line and not too long. */
  static String shown(String name) {
    return Ellipsis.atEnd(Printable.line(name), MAX_LENGTH);
  }

  /** The first few. */
  static String list(Collection<String> names) {
    String listed =
        names.stream().limit(MAX_LISTED).map(Names::shown).collect(Collectors.joining(", "));
    int more = names.size() - MAX_LISTED;
    return more > 0 ? listed + " and " + more + " more" : listed;
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String and(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
