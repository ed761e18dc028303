package dev.wmllint.scaffold;

import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.text.Printable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The few comments of a new manifest: what else a value could be, and what it means. */
record DraftComments(JsonNode instance) {
  /** More allowed values than this are no comment but a list. */
  private static final int MAX_LISTED = 8;

  /** The comment after a value, on one line. */
  Optional<String> at(DocPath path, SchemaNode node) {
    String value = path.in(instance).stringValue("");
    if (path.equals(Field.FRAMEWORK_VERSION.path())) {
      return others(node, value).map(words -> "or " + words);
    }
    if (path.equals(Field.RESOURCE.path())) {
      return Optional.of(
          Stream.concat(node.enumDescription(value).stream(), others(node, value).stream())
              .collect(Collectors.joining("; or ")));
    }
    if (path.equals(Field.DATA_STORE.path()) || path.equals(Field.RESULTS_STORE.path())) {
      return node.enumDescription(value);
    }
    boolean open = path.equals(Field.RESULTS_BUCKET.path()) && value.isEmpty();
    return open ? Optional.of("another one than the data's") : Optional.empty();
  }

  private static Optional<String> others(SchemaNode node, String value) {
    List<String> others = node.enumValues().stream().filter(one -> !one.equals(value)).toList();
    return others.isEmpty() || others.size() > MAX_LISTED
        ? Optional.empty()
        : Optional.of(
            others.stream()
                .map(one -> node.gpus().containsKey(one) ? one + described(node, one) : one)
                .map(Printable::line)
                .collect(Collectors.joining(", ")));
  }

  private static String described(SchemaNode node, String value) {
    return node.enumDescription(value).map(words -> " (" + words + ")").orElse("");
  }
}
