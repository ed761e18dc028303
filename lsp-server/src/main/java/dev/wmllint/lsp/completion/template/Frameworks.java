package dev.wmllint.lsp.completion.template;

import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.SchemaNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which framework a manifest most likely is for. */
public final class Frameworks {
  public static final DocPath FRAMEWORK = DocPath.of("model_definition", "framework");
  public static final DocPath NAME = FRAMEWORK.key("name");
  public static final DocPath VERSION = FRAMEWORK.key("version");
  public static final DocPath COMMAND = DocPath.of("model_definition", "execution", "command");

  private final ManifestView view;
  private Map<String, List<String>> table = Map.of();

  public Frameworks(ManifestView view) {
    this.view = view;
  }

  /** The versions of a framework; none of one that the format does not have. */
  public List<String> versions(String framework) {
    return table().getOrDefault(framework, List.of());
  }

  public Map<String, List<String>> table() {
    if (table.isEmpty()) {
      table = view.schema().frameworks();
    }
    return table;
  }

  /** The names, first those that have the version and run the programs that are written. */
  public List<String> likeliest(List<String> names) {
    String version = view.value(VERSION).asString("");
    String command = view.value(COMMAND).asString("");
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
    return extensions(framework).stream()
        .anyMatch(extension -> CommandTemplates.word(command, extension).isPresent());
  }

  /** How the names of a framework's programs end, the most telling first. */
  private List<String> extensions(String framework) {
    return view.at(FRAMEWORK, NAME.with(view.instance(), framework))
        .map(SchemaNode::programExtensions)
        .orElse(List.of());
  }
}
