package dev.wmllint.lsp.completion.propose;

import dev.wmllint.lsp.completion.template.ManifestView;
import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.schema.SchemaNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The words on a topic, as Markdown: those of the schema and of the rules' catalogue. */
final class Documentation {
  private final ManifestSchema schema;

  Documentation(ManifestSchema schema) {
    this.schema = schema;
  }

  Optional<String> of(Topic topic) {
    if (topic instanceof Topic.Key key) {
      return at(key.path()).flatMap(Documentation::key);
    }
    if (topic instanceof Topic.Value value) {
      return at(value.path()).map(node -> value(node, value));
    }
    if (topic instanceof Topic.Variable variable) {
      return at(ManifestView.COMMAND)
          .map(node -> node.variables().get(variable.name()))
          .map(meaning -> "`${" + variable.name() + "}`\n\n" + meaning);
    }
    return rule(((Topic.Rule) topic).id());
  }

  private Optional<SchemaNode> at(DocPath path) {
    return schema.at(path, JsonNodeFactory.instance.objectNode());
  }

  private static Optional<String> key(SchemaNode node) {
    List<String> parts = new ArrayList<>();
    node.markdownDescription().or(node::description).ifPresent(parts::add);
    List<String> values = new ArrayList<>();
    for (String value : node.enumValues()) {
      String meaning = node.enumDescription(value).map(words -> ": " + words).orElse("");
      values.add("- `" + value + "`" + meaning);
    }
    if (!values.isEmpty()) {
      parts.add(String.join("\n", values));
    }
    node.examples().stream()
        .filter(JsonNode::isString)
        .findFirst()
        .filter(example -> values.isEmpty())
        .ifPresent(example -> parts.add("Example: `" + example.stringValue() + "`"));
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n\n", parts));
  }

  private static String value(SchemaNode node, Topic.Value value) {
    String meaning = value.meaning().isEmpty() ? "" : ": " + value.meaning();
    String key = node.markdownDescription().or(node::description).orElse("");
    return ("`" + value.value() + "`" + meaning + "\n\n" + key).strip();
  }

  private static Optional<String> rule(String id) {
    return RuleRegistry.find(id)
        .map(
            info -> "**" + info.id() + "** (" + info.severity().label() + ")\n\n" + info.summary());
  }
}
