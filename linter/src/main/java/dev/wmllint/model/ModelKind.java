package dev.wmllint.model;

/** What a model definition is kept in. */
public enum ModelKind {
  /** An archive, as it is submitted; also a file that should be one and is not. */
  ZIP,
  /** The folder that the archive is packed from. */
  FOLDER
}
