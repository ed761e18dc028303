package dev.wmllint.lsp.completion.propose;

/** What sort of thing is proposed; editors show it as an icon. */
public enum ProposalKind {
  KEY,
  VALUE,
  /** A value that is usual, where others are allowed too. */
  EXAMPLE,
  SNIPPET,
  /** A file of the model definition, or a model definition. */
  FILE,
  FOLDER,
  /** A Python module of the model definition. */
  MODULE,
  VARIABLE,
  RULE,
  /** What a {@code # wml-lint:} comment can say. */
  DIRECTIVE
}
