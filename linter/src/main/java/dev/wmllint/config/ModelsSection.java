package dev.wmllint.config;

import static dev.wmllint.config.ConfigContext.quoted;

import dev.wmllint.file.Glob;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.NodeLocator;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** <code>models: {"jobs/*.yaml": build/tf-model.zip}</code>. */
final class ModelsSection {
  private ModelsSection() {}

  static List<Setting<ModelMapping>> read(Node value, ConfigContext context) {
    List<Setting<ModelMapping>> models = new ArrayList<>();
    context
        .mapping(value, "models must be a mapping of patterns to model definitions")
        .map(context::entries)
        .orElse(List.of())
        .forEach(entry -> read(entry, context).ifPresent(models::add));
    return models;
  }

  private static Optional<Setting<ModelMapping>> read(Entry entry, ConfigContext context) {
    Span key = NodeLocator.keySpan(entry);
    Optional<Glob> glob = context.glob(entry.key(), key);
    Optional<String> model =
        context
            .text(
                entry.value(),
                key,
                "the model definition of " + quoted(entry.name()) + " must be a path")
            .filter(path -> isPath(path, entry.value(), context));
    return glob.isEmpty() || model.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Setting<>(new ModelMapping(glob.get(), model.get()), context.origin(key)));
  }

  private static boolean isPath(String text, Node value, ConfigContext context) {
    try {
      return !Path.of(text).toString().isEmpty();
    } catch (InvalidPathException e) {
      context.problem(context.spanOf(value), "not a path: " + quoted(text));
      return false;
    }
  }
}
