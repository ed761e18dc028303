package dev.wmllint.lsp.completion.propose;

/** What sort of thing is proposed; editors show it as an icon. */
public enum ProposalKind {
  /** A key of a mapping. */
  KEY,
  /** One of the allowed values. */
  VALUE,
  /** A value that is usual, where others are allowed too. */
  EXAMPLE,
  /** A block of several keys. */
  SNIPPET,
  /** A file of the model definition, or a model definition. */
  FILE,
  /** A folder of the model definition. */
  FOLDER,
  /** A Python module of the model definition. */
  MODULE,
  /** A variable of the command. */
  VARIABLE,
  /** The id of a rule. */
  RULE,
  /** What a {@code # wml-lint:} comment can say. */
  DIRECTIVE
}
