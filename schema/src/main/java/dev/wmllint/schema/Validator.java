package dev.wmllint.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.NodePath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The networknt validator behind {@link ManifestSchema}; none of its types or messages go out. */
final class Validator {
  private static final Dialect DIALECT =
      Dialect.builder(Dialects.getDraft7())
          .keyword(new AllowedValues("const"))
          .keyword(new AllowedValues("enum"))
          .build();

  private final SchemaTree tree;
  private final Schema schema;

  Validator(SchemaTree tree) {
    this.tree = tree;
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder()
            .formatAssertionsEnabled(false)
            .locale(Locale.ROOT)
            .preloadSchema(false)
            .build();
    this.schema =
        SchemaRegistry.withDialect(DIALECT, builder -> builder.schemaRegistryConfig(config))
            .getSchema(tree.document());
  }

  List<SchemaProblem> validate(JsonNode instance) {
    return schema.validate(instance).stream().map(error -> problem(error, instance)).toList();
  }

  private SchemaProblem problem(Error error, JsonNode instance) {
    DocPath path = DocPath.ROOT;
    JsonNode value = instance;
    NodePath location = error.getInstanceLocation();
    for (int i = 0; i < location.getNameCount(); i++) {
      if (location.getElement(i) instanceof Integer index) {
        path = path.index(index);
        value = value.path(index);
      } else {
        path = path.key(location.getName(i));
        value = value.path(location.getName(i));
      }
    }
    String keyword = error.getKeyword();
    SchemaNode schema = SchemaNode.of(tree, schemaOf(error));
    String rule =
        schema
            .rule(keyword + ":" + kind(value))
            .orElseThrow(() -> new IllegalStateException("no rule for " + keyword));
    return new SchemaProblem(path, keyword, rule, schema, Optional.ofNullable(error.getProperty()));
  }

  /** As it stands in {@code x-wml-rules}: people take the empty string for no value. */
  private static String kind(JsonNode value) {
    return value.isString() && value.stringValue().isEmpty() ? "empty" : Condition.typeOf(value);
  }

  /** The object in which the failing keyword stands: its location, without the keyword. */
  private JsonNode schemaOf(Error error) {
    NodePath location = error.getSchemaLocation().getFragment();
    JsonNode found = tree.document();
    for (int i = 0; i < location.getNameCount() - 1; i++) {
      Object step = location.getElement(i);
      found = step instanceof Integer index ? found.path(index) : found.path((String) step);
    }
    return found;
  }
}
