package dev.wmllint.model;

import dev.wmllint.text.Count;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the junk of a zip into one fault. */
final class Junk {
  private static final int SHOWN = 3;

  private final Set<JunkKind> kinds = EnumSet.noneOf(JunkKind.class);
  private final List<String> first = new ArrayList<>();
  private int count;

  /** Takes note of a file or folder, if it is junk. */
  void look(String path) {
    Optional<JunkKind> kind = JunkKind.of(path);
    if (kind.isPresent()) {
      count++;
      kinds.add(kind.get());
      if (first.size() < SHOWN) {
        first.add(path);
      }
    }
  }

  /** The fault, if there was any junk. */
  Optional<ModelFault> fault(String zipName) {
    if (count == 0) {
      return Optional.empty();
    }
    StringBuilder message = new StringBuilder("the zip holds ");
    message.append(Count.of(count, "junk entry", "junk entries")).append(": ");
    for (int i = 0; i < first.size(); i++) {
      message.append(i == 0 ? "" : ", ").append(EntryName.shown(first.get(i)));
    }
    if (count > first.size()) {
      message.append(" and ").append(count - first.size()).append(" more");
    }
    StringBuilder help = new StringBuilder("remove with zip -d ").append(word(zipName));
    for (JunkKind kind : kinds) {
      help.append(" '").append(kind.pattern()).append('\'');
    }
    return Optional.of(
        new ModelFault(
            ModelRule.JUNK.id(),
            message.toString(),
            help.toString(),
            Optional.of(first.get(0)),
            count - 1));
  }

  /** The name as a word of a shell; the usual one where that would need quoting. */
  private static String word(String zipName) {
    for (int i = 0; i < zipName.length(); i++) {
      char c = zipName.charAt(i);
      if (!(c == '.' || c == '_' || c == '-' || Character.isLetterOrDigit(c))) {
        return "tf-model.zip";
      }
    }
    return zipName;
  }
}
