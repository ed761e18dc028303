package dev.wmllint.lsp.completion.scan;

import java.util.List;

/**
 * Where in the text the cursor is.
 *
 * @param open the collections that are open there, the outermost first
 * @param token what the cursor stands in
 */
public record CursorSite(List<OpenCollection> open, CursorToken token) {
  public CursorSite {
    open = List.copyOf(open);
  }
}
