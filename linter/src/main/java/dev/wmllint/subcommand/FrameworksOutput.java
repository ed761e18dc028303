package dev.wmllint.subcommand;

import dev.wmllint.config.FrameworkChanges;
import dev.wmllint.config.Origin;
import dev.wmllint.text.JsonOut;
import dev.wmllint.text.Printable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code wml-lint frameworks} prints. */
final class FrameworksOutput {
  private FrameworksOutput() {}

  /** Aligned, with the origin at the end. */
  static String text(Map<String, List<String>> table, Origin origin) {
    int width =
        table.keySet().stream().map(Printable::line).mapToInt(Printable::cells).max().orElse(0);
    StringBuilder out = new StringBuilder();
    table.forEach(
        (name, versions) ->
            out.append(Printable.startOfLine(name))
                .append(" ".repeat(width - Printable.cells(Printable.line(name)) + 2))
                .append(Printable.line(String.join(", ", versions)))
                .append('\n'));
    return out.append('\n').append("from ").append(where(origin)).append('\n').toString();
  }

  private static String where(Origin origin) {
    return origin instanceof Origin.Default
        ? "wml-lint itself: the list of 2017-11-16"
        : Printable.line(origin.label());
  }

  /** The same for programs; {@code version} is that of this form. */
  static String json(Map<String, List<String>> table, Origin origin) {
    ObjectNode json = JsonOut.object().put("version", 1);
    ObjectNode source = json.putObject("source");
    if (origin instanceof Origin.InFile file) {
      source.put("kind", "file").put("path", file.file().toString()).put("line", file.line());
    } else {
      source.put("kind", "built-in");
    }
    ArrayNode frameworks = json.putArray("frameworks");
    table.forEach(
        (name, versions) -> {
          ArrayNode list = frameworks.addObject().put("name", name).putArray("versions");
          versions.forEach(list::add);
        });
    return JsonOut.line(json);
  }

  static String changes(FrameworkChanges changes, Path file, String done) {
    StringBuilder out = new StringBuilder();
    changes.removed().forEach(row -> out.append("- ").append(Printable.line(row)).append('\n'));
    changes.added().forEach(row -> out.append("+ ").append(Printable.line(row)).append('\n'));
    String same = changes.isEmpty() ? "; the frameworks are those that were in force" : "";
    return out.append(Printable.startOfLine(file + ": " + done + same)).append('\n').toString();
  }
}
