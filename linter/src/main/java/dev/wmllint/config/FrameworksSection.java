package dev.wmllint.config;

import static dev.wmllint.config.ConfigContext.quoted;

import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.NodeLocator;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.SequenceNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * <code>frameworks: {tensorflow: [1.2-py2]}</code>, or the path of the list that {@code bx ml list
 * frameworks} prints.
 */
final class FrameworksSection {
  private FrameworksSection() {}

  static Optional<Frameworks> read(Entry entry, ConfigContext context) {
    Node value = entry.value();
    if (ConfigContext.isNull(value)) {
      return Optional.empty();
    }
    if (value instanceof MappingNode table) {
      return table(entry, table, context);
    }
    if (value instanceof ScalarNode path) {
      return list(path, context);
    }
    context.wrongType(
        value, "frameworks must be a mapping of names to versions, or the path of a printed list");
    return Optional.empty();
  }

  private static Optional<Frameworks> list(ScalarNode path, ConfigContext context) {
    Optional<Path> named = context.path(path, path.value(), "--frameworks");
    if (named.isEmpty()) {
      return Optional.empty();
    }
    Path list = named.get();
    context.reads(list);
    try {
      if (Files.exists(list) && !Files.isRegularFile(list)) {
        throw new IOException("reading a pipe or a device may never end");
      }
      Optional<Frameworks> frameworks = FrameworkList.read(list);
      if (frameworks.isEmpty()) {
        context.problem(
            path.contentSpan(), quoted(path.value()) + " holds no row of number, name and version");
      }
      return frameworks;
    } catch (IOException e) {
      context.problem(
          path.contentSpan(), "cannot read the list of frameworks " + quoted(path.value()));
      return Optional.empty();
    }
  }

  private static Optional<Frameworks> table(Entry key, MappingNode table, ConfigContext context) {
    Map<String, Setting<List<String>>> versions = new LinkedHashMap<>();
    for (Entry entry : context.entries(table)) {
      Span place = NodeLocator.keySpan(entry);
      Optional<String> name = context.text(entry.key(), place, "a framework's name must be text");
      List<String> listed = versions(entry, context);
      if (name.isPresent() && !listed.isEmpty()) {
        versions.put(name.get(), new Setting<>(listed, context.origin(entry)));
      }
    }
    if (table.entries().isEmpty()) {
      context.problem(
          NodeLocator.keySpan(key),
          "the table of frameworks is empty; without the key the built-in one is in force");
    }
    return versions.isEmpty()
        ? Optional.empty()
        : Optional.of(new Frameworks(context.origin(key), versions));
  }

  private static List<String> versions(Entry entry, ConfigContext context) {
    Span key = NodeLocator.keySpan(entry);
    String mustBe = "the versions of " + quoted(entry.name()) + " must be a list";
    if (entry.value() instanceof ScalarNode scalar) {
      return context.text(scalar, key, mustBe).map(List::of).orElse(List.of());
    }
    List<SequenceNode.Item> items = context.list(entry.value(), mustBe);
    if (items.isEmpty() && entry.value() instanceof SequenceNode) {
      context.problem(key, quoted(entry.name()) + " has no version");
    }
    List<String> versions = new ArrayList<>();
    for (SequenceNode.Item item : items) {
      context.text(item.value(), item.dash(), "a version must be text").ifPresent(versions::add);
    }
    return versions.stream().distinct().toList();
  }
}
