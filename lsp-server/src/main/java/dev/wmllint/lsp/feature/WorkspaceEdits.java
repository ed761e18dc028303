package dev.wmllint.lsp.feature;

import dev.wmllint.lsp.document.OpenDocument;
import dev.wmllint.text.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CreateFile;
import org.eclipse.lsp4j.CreateFileOptions;
import org.eclipse.lsp4j.SnippetTextEdit;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Changes of one document, as the client takes them. */
public final class WorkspaceEdits {
  private WorkspaceEdits() {}

  /** Says which version the edits are for, where the client looks at that. */
  public static WorkspaceEdit of(OpenDocument document, List<Edit> edits, ClientAbilities client) {
    if (!client.versionedEdits()) {
      return new WorkspaceEdit(Map.of(document.uri(), document.converter().edits(edits)));
    }
    return new WorkspaceEdit(List.of(Either.forLeft(versioned(document, edits))));
  }

  /** Makes a file before it is changed, for clients that can do that. */
  public static WorkspaceEdit ofNew(OpenDocument document, List<Edit> edits) {
    CreateFile create = new CreateFile(document.uri(), new CreateFileOptions(false, true));
    return new WorkspaceEdit(
        List.of(Either.forRight(create), Either.forLeft(versioned(document, edits))));
  }

  private static TextDocumentEdit versioned(OpenDocument document, List<Edit> edits) {
    List<Either<TextEdit, SnippetTextEdit>> plain = new ArrayList<>();
    document.converter().edits(edits).forEach(edit -> plain.add(Either.forLeft(edit)));
    var target =
        new VersionedTextDocumentIdentifier(document.uri(), document.version().orElse(null));
    return new TextDocumentEdit(target, plain);
  }
}
