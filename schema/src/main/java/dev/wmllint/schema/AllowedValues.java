package dev.wmllint.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.AbstractKeywordValidator;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * {@code const} and {@code enum}, without a message. The validator's own print the values for one
 * that nobody reads, and Jackson throws when a value is nested more than 500 deep, as one with
 * aliases may be.
 */
final class AllowedValues extends AbstractKeyword {
  AllowedValues(String keyword) {
    super(keyword);
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode allowed, Schema parent, SchemaContext context) {
    List<JsonNode> values =
        getValue().equals("enum") ? List.copyOf(allowed.values()) : List.of(allowed);
    return new AbstractKeywordValidator(this, allowed, location) {
      @Override
      public void validate(
          ExecutionContext execution, JsonNode value, JsonNode root, NodePath place) {
        if (!values.contains(value)) {
          execution.addError(
              Error.builder()
                  .keyword(getKeyword())
                  .schemaLocation(location)
                  .instanceLocation(place)
                  .build());
        }
      }
    };
  }
}
