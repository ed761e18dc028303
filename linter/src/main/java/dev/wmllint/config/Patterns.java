package dev.wmllint.config;

import dev.wmllint.file.Glob;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Patterns in a configuration, and {@code exclude}, the list of them. */
final class Patterns {
  private Patterns() {}

  static List<Setting<Glob>> exclude(Node value, ConfigContext context) {
    List<Setting<Glob>> globs = new ArrayList<>();
    for (var item : context.list(value, "exclude must be a list of patterns")) {
      Origin origin = context.origin(item.dash());
      read(item.value(), item.dash(), context)
          .ifPresent(glob -> globs.add(new Setting<>(glob, origin)));
    }
    return globs;
  }

  /**
   * A pattern; what is none is a problem.
   *
   * @param place what to point at where nothing is written
   */
  static Optional<Glob> read(Node node, Span place, ConfigContext context) {
    Optional<String> text = context.text(node, place, "a pattern must be text");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Glob.parse(text.get()));
    } catch (Glob.SyntaxException e) {
      context.problem(
          context.spanOf(node),
          "not a pattern: " + ConfigContext.quoted(text.get()) + "; " + e.getMessage());
      return Optional.empty();
    }
  }
}
