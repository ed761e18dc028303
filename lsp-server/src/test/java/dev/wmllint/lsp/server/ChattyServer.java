package dev.wmllint.lsp.server;

import dev.wmllint.engine.Linter;

/** A server one part of which prints, as a library may. */
final class ChattyServer {
  private ChattyServer() {}

  /** Prints at the start and at each check. */
  public static void main(String[] arguments) {
    System.exit(
        ServerMain.serveAlone(
            config -> {
              System.out.println("hello from a rule");
              return new Linter(config);
            }));
  }
}
