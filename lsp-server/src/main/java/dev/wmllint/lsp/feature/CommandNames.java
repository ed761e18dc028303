package dev.wmllint.lsp.feature;

import java.util.List;

/** The names of the commands that a client may have the server execute. */
public final class CommandNames {
  /**
   * Chooses the model definition of a manifest: {@code [uri]}, which asks the user, or {@code [uri,
   * path]}, perhaps with {@link #IN_MANIFEST} or {@link #IN_CONFIGURATION} after it. Without, it is
   * written as a comment into the manifest, and for JSON into the configuration.
   */
  public static final String CHOOSE_MODEL = "wml.chooseModel";

  /** Keeps a choice as a comment. */
  public static final String IN_MANIFEST = "manifest";

  /** Keeps a choice in the project's configuration. */
  public static final String IN_CONFIGURATION = "configuration";

  /** Checks all manifests of the workspace, open or not; takes no arguments. */
  public static final String LINT_WORKSPACE = "wml.lintWorkspace";

  private CommandNames() {}

  public static List<String> names() {
    return List.of(CHOOSE_MODEL, LINT_WORKSPACE);
  }
}
