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

  /** The collection that the cursor is in; there must be one. */
  public OpenCollection innermost() {
    return open.get(open.size() - 1);
  }
}
