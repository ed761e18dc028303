package dev.wmllint.model;

import dev.wmllint.diagnostic.RuleId;

/** The rules that are decided while the model definition is read. */
enum ModelRule {
  NOT_FOUND("model-not-found"),
  NOT_A_ZIP("model-not-a-zip"),
  CORRUPT("model-corrupt"),
  EMPTY("model-empty"),
  UNSAFE_ENTRY("model-unsafe-entry"),
  ENCRYPTED("model-encrypted"),
  DUPLICATE_ENTRY("model-duplicate-entry"),
  LIMITS("model-limits"),
  JUNK("model-junk"),
  PROGRAM_IS_HTML("model-program-is-html");

  private final String id;

  ModelRule(String id) {
    this.id = id;
  }

  RuleId id() {
    return new RuleId(id);
  }
}
