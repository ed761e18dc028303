package dev.wmllint.schema;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Something that an editor may insert.
 *
 * @param label what it is, in a few words
 * @param description more words on it
 * @param body the value to insert; its strings are in the snippet syntax of LSP ({@code
 *     ${1:default}}, {@code ${2|a,b|}}, with <code>\$</code> and <code>\}</code> for the characters
 *     themselves)
 */
public record SchemaSnippet(String label, Optional<String> description, JsonNode body) {

  static SchemaSnippet of(JsonNode snippet) {
    return new SchemaSnippet(
        snippet.path("label").stringValue(""),
        snippet.path("description").stringValueOpt(),
        snippet.path("body").deepCopy());
  }
}
