package dev.wmllint.lsp.completion.propose;

import java.util.List;

/** The characters that ask for proposals by being typed. */
public final class TriggerCharacters {
  /**
   * All of them, for the server's capabilities. Some stand in prose too, where nothing is proposed,
   * so that they ask in vain.
   */
  public static final List<String> ALL =
      List.of(" ", ":", "-", "\"", "'", "{", "[", ",", "/", "$", "=");

  private TriggerCharacters() {}
}
