package dev.wmllint.schema;

import java.util.Optional;

/**
 * Something in a manifest that the schema does not allow. It has no words: they are the caller's.
 *
 * @param path the value that is wrong; for a missing or an unknown key the mapping
 * @param keyword the keyword of JSON Schema that failed: {@code type}, {@code enum}, {@code
 *     required}, {@code additionalProperties}, {@code not} …
 * @param rule the id of the rule that is broken
 * @param schema the schema object in which the keyword stands; for {@code enum} its values are the
 *     allowed ones
 * @param property the missing key of {@code required}, the unknown key of {@code
 *     additionalProperties}; else empty
 */
public record SchemaProblem(
    DocPath path, String keyword, String rule, SchemaNode schema, Optional<String> property) {}
