package dev.wmllint.lsp.completion.template;

import dev.wmllint.model.ProgramKinds;
import dev.wmllint.schema.Lazy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which framework a manifest most likely is for. */
public final class LikelyFrameworks {
  private final ManifestView view;
  private final Lazy<Map<String, List<String>>> table;

  public LikelyFrameworks(ManifestView view) {
    this.view = view;
    this.table = new Lazy<>(view.schema()::frameworks);
  }

  /** The versions of a framework; none of one that the format does not have. */
  public List<String> versions(String framework) {
    return table().getOrDefault(framework, List.of());
  }

  public Map<String, List<String>> table() {
    return table.get();
  }

  /** The names, first those that have the version and run the programs that are written. */
  public List<String> likeliest(List<String> names) {
    String version = view.value(ManifestView.FRAMEWORK_VERSION).asString("");
    String command = view.value(ManifestView.COMMAND).asString("");
    Map<String, Integer> ranks = new HashMap<>();
    for (String name : names) {
      int wrongVersion = versions(name).contains(version) ? 0 : 2;
      int otherPrograms = !command.isEmpty() && runs(name, command) ? 0 : 1;
      ranks.put(name, wrongVersion + otherPrograms);
    }
    List<String> likely = new ArrayList<>(names);
    likely.sort(Comparator.comparing(ranks::get));
    return likely;
  }

  private boolean runs(String framework, String command) {
    return ProgramKinds.of(
            view.schema(), ManifestView.FRAMEWORK_NAME.with(view.instance(), framework))
        .extensions()
        .stream()
        .anyMatch(extension -> CommandTemplates.word(command, extension).isPresent());
  }
}
