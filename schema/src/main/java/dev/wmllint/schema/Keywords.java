package dev.wmllint.schema;

import java.util.Set;

/** The schema's keywords, in the groups that code needs to tell apart. */
final class Keywords {
  /** Say something about a value, and allow every value. */
  static final Set<String> ANNOTATIONS =
      Set.of(
          "$comment",
          "title",
          "description",
          "markdownDescription",
          "examples",
          "enumDescriptions",
          "defaultSnippets",
          "deprecationMessage",
          "errorMessage");

  // Extensions: README.md beside the schema says what they mean.
  static final String DEFAULT_RULES = "x-wml-rules";
  static final String RULE = "x-wml-rule";
  static final String LEGACY_NAMES = "x-wml-legacy-names";
  static final String LEGACY_KEYS = "x-wml-legacy-keys";
  static final String LATER_NAMES = "x-wml-later-names";
  static final String LATER_KEYS = "x-wml-later-keys";
  static final String CREDENTIAL_NAME = "x-wml-credential-name";
  static final String TRANSLATED_NAMES = "x-wml-translated-names";
  static final String VALUE_SYNONYMS = "x-wml-value-synonyms";
  static final String VALUE_NOTES = "x-wml-value-notes";
  static final String GPUS = "x-wml-gpus";
  static final String FOREIGN_KEYS = "x-wml-foreign-keys";
  static final String SECRET = "x-wml-secret";
  static final String COUNTERPART = "x-wml-counterpart";
  static final String VARIABLES = "x-wml-variables";
  static final String COMMAND_TEMPLATES = "x-wml-command-templates";
  static final String PROGRAM_EXTENSIONS = "x-wml-program-extensions";

  private Keywords() {}
}
