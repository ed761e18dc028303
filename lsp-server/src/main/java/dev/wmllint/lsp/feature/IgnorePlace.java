package dev.wmllint.lsp.feature;

import dev.wmllint.fix.Edit;

/**
 * A place for an ignore comment, or in one.
 *
 * @param offset where it is inserted
 * @param before what stands before the rule's id
 * @param after what stands behind it
 */
record IgnorePlace(int offset, String before, String after) {
  Edit edit(String rule) {
    return Edit.insert(offset, before + rule + after);
  }
}
