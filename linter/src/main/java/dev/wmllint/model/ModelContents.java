package dev.wmllint.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a reader found.
 *
 * @param links targets of symbolic links, by path
 * @param folders paths of folders, at least of those without files
 * @param unread paths of folders whose content is not known
 * @param headers of the entries, by {@link ModelEntry#index()}; empty in a folder
 */
record ModelContents(
    List<ModelEntry> entries,
    Map<String, String> links,
    Set<String> folders,
    Set<String> unread,
    List<CentralHeader> headers) {
  static final ModelContents NONE =
      new ModelContents(List.of(), Map.of(), Set.of(), Set.of(), List.of());
}
