package dev.wmllint.lsp.completion.propose;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.text.SourceText;
import java.util.List;
import java.util.function.Supplier;

/**
 * A cursor in a manifest, and what is known around it.
 *
 * @param source the manifest's text; its name tells JSON by its ending
 * @param offset of the cursor; one outside the text means its nearer end
 * @param asked whether the user asks, or the editor as a word is typed; else one of {@link
 *     CompletionEngine#TRIGGERS} was typed, and little is shown by itself: Enter would accept it
 * @param client what the editor can do
 * @param files the paths that a command may name, from the folder that it runs in; asked for only
 *     where they are needed
 * @param findings what the linter last said about the manifest, even if that is a little out of
 *     date: the rules of these come first in ignore comments; asked for only there
 * @param modelFiles paths, relative to the manifest, that a {@code model=} comment may name; asked
 *     for only where they are needed
 */
public record CompletionRequest(
    SourceText source,
    int offset,
    boolean asked,
    Client client,
    Supplier<List<String>> files,
    Supplier<List<Diagnostic>> findings,
    Supplier<List<String>> modelFiles) {
  public CompletionRequest {
    offset = Math.max(0, Math.min(offset, source.text().length()));
  }

  /**
   * What the editor can do with a proposal.
   *
   * @param snippets whether it knows snippet syntax ({@code snippetSupport})
   * @param indentsSnippets whether it adds the indentation of the line that the cursor is in to
   *     further lines of a snippet ({@code insertTextMode} adjustIndentation), which are then given
   *     without it; else it inserts them as they are (asIs)
   * @param indentsText the same for text that is no snippet
   */
  public record Client(boolean snippets, boolean indentsSnippets, boolean indentsText) {
    public static final Client FULL = new Client(true, false, false);

    boolean indents(boolean snippet) {
      return snippet ? indentsSnippets : indentsText;
    }
  }
}
