package dev.wmllint.model;

public enum ModelKind {
  /** An archive, as it is submitted; also a file that should be one and is not. */
  ZIP,
  /** The folder that the archive is packed from. */
  FOLDER
}
