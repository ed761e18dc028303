package dev.wmllint.lsp.completion;

import java.util.List;

/**
 * Where in the text the cursor is.
 *
 * @param open the collections that are open there, the outermost first
 * @param spot what the cursor stands in
 */
record Site(List<OpenCollection> open, Spot spot) {
  Site {
    open = List.copyOf(open);
  }
}
