package dev.wmllint.pack;

import dev.wmllint.file.Glob;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The globs of what to leave out. */
final class Exclusions {
  private final Map<String, Glob> globs = new LinkedHashMap<>();
  private final Set<String> unused = new LinkedHashSet<>();

  /**
   * @throws PackException when one cannot be understood
   */
  Exclusions(List<String> given) throws PackException {
    for (String text : given) {
      try {
        // With or without the slash, a folder is left out as a whole.
        globs.put(
            text, Glob.parse(text.endsWith("/") ? text.substring(0, text.length() - 1) : text));
      } catch (Glob.SyntaxException e) {
        throw new PackException("'" + text + "' is no glob");
      }
    }
    unused.addAll(given);
  }

  /**
   * The first glob that matches a file or folder itself.
   *
   * @param path from the folder that is packed
   */
  Optional<String> match(Path path) {
    Optional<String> first =
        globs.entrySet().stream()
            .filter(glob -> glob.getValue().matchesItself(path))
            .map(Map.Entry::getKey)
            .findFirst();
    first.ifPresent(unused::remove);
    return first;
  }

  /** Those that have matched nothing yet. */
  List<String> unused() {
    return new ArrayList<>(unused);
  }
}
