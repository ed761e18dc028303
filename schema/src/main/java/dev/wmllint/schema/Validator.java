package dev.wmllint.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.NodePath;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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

  /** A type that several schema objects ask for is one problem. */
  List<SchemaProblem> validate(JsonNode instance) {
    Set<DocPath> wrongTypes = new HashSet<>();
    return schema.validate(instance).stream()
        .map(error -> problem(error, instance))
        .filter(problem -> !problem.keyword().equals("type") || wrongTypes.add(problem.path()))
        .toList();
  }

  private SchemaProblem problem(Error error, JsonNode instance) {
    NodePath place = error.getInstanceLocation();
    DocPath path = path(place, place.getNameCount());
    String keyword = error.getKeyword();
    // The object in which the keyword stands: its location, without the keyword.
    NodePath location = error.getSchemaLocation().getFragment();
    JsonNode owner = path(location, location.getNameCount() - 1).in(tree.document());
    SchemaNode schema = SchemaNode.of(tree, owner);
    String rule =
        schema
            .rule(keyword + ":" + kind(path.in(instance)))
            .orElseThrow(() -> new IllegalStateException("no rule for " + keyword));
    return new SchemaProblem(path, keyword, rule, schema, Optional.ofNullable(error.getProperty()));
  }

  private static DocPath path(NodePath place, int steps) {
    return new DocPath(IntStream.range(0, steps).mapToObj(place::getElement).toList());
  }

  /** As it stands in {@code x-wml-rules}: people take the empty string for no value. */
  private static String kind(JsonNode value) {
    return value.isString() && value.stringValue().isEmpty() ? "empty" : Condition.typeOf(value);
  }
}
