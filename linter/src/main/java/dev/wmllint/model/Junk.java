package dev.wmllint.model;

import dev.wmllint.text.Count;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects the junk of a zip into one fault. */
final class Junk {
  private static final int SHOWN = 3;

  private final Set<JunkKind> kinds = EnumSet.noneOf(JunkKind.class);
  private final List<String> paths = new ArrayList<>();

  void look(String path) {
    JunkKind.of(path)
        .ifPresent(
            kind -> {
              kinds.add(kind);
              paths.add(path);
            });
  }

  Optional<ModelFault> fault(String zipName) {
    if (paths.isEmpty()) {
      return Optional.empty();
    }
    int more = paths.size() - SHOWN;
    String message =
        paths.stream()
                .limit(SHOWN)
                .map(EntryName::shown)
                .collect(
                    Collectors.joining(
                        ", ",
                        "the zip holds "
                            + Count.of(paths.size(), "junk entry", "junk entries")
                            + ": ",
                        ""))
            + (more > 0 ? " and " + more + " more" : "");
    String help =
        kinds.stream()
            .map(kind -> " '" + kind.pattern() + "'")
            .collect(Collectors.joining("", "remove with zip -d " + word(zipName), ""));
    return Optional.of(
        new ModelFault(
            ModelRule.JUNK.id(), message, help, Optional.of(paths.get(0)), paths.size() - 1));
  }

  /** The name as a word of a shell. */
  private static String word(String zipName) {
    boolean plain =
        zipName.chars().allMatch(c -> "._-".indexOf(c) >= 0 || Character.isLetterOrDigit(c));
    return plain ? zipName : "'" + EntryName.shown(zipName).replace("'", "'\\''") + "'";
  }
}
