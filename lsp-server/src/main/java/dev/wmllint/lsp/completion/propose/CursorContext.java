package dev.wmllint.lsp.completion.propose;

import dev.wmllint.lsp.completion.scan.CursorScalar;
import dev.wmllint.lsp.completion.scan.FlowPlace;
import dev.wmllint.lsp.completion.scan.LineIndent;
import dev.wmllint.schema.DocPath;
import java.util.Optional;

/** What may be written at the cursor. On one line several things may be possible. */
sealed interface CursorContext {
  /**
   * A key of a mapping in block style.
   *
   * @param path the mapping
   * @param indent where the line is to begin
   * @param item whether the key begins a new item of a list, and so needs a dash before it
   * @param first whether the mapping has no key yet
   * @param beforeColon whether the word is a key already, so that only its name changes
   */
  record BlockKey(DocPath path, LineIndent indent, boolean item, boolean first, boolean beforeColon)
      implements CursorContext {}

  /**
   * A key of a mapping between brackets.
   *
   * @param path the mapping
   * @param token what is typed
   * @param place how it is written around there
   * @param beforeColon whether the token is a key already
   */
  record FlowKey(DocPath path, CursorScalar token, FlowPlace place, boolean beforeColon)
      implements CursorContext {}

  /**
   * The value of a key, or an item of a list.
   *
   * @param token what is typed
   * @param indent where its line is to begin, when it has one of its own
   * @param flow how it is written around there, between brackets
   * @param column of the key that it belongs to, in block style
   */
  record Value(
      DocPath path,
      CursorScalar token,
      Optional<LineIndent> indent,
      Optional<FlowPlace> flow,
      int column)
      implements CursorContext {}

  /**
   * The shell command.
   *
   * @param token the scalar, from its start on
   * @param flow how it is written around there, between brackets
   */
  record Command(DocPath path, CursorScalar token, Optional<FlowPlace> flow)
      implements CursorContext {}
}
