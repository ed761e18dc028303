package dev.wmllint.lsp.server;

import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeActionKindCapabilities;
import org.eclipse.lsp4j.CodeActionLiteralSupportCapabilities;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.DiagnosticsTagSupport;
import org.eclipse.lsp4j.DocumentSymbolCapabilities;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentCapabilities;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;

/** What clients declare. */
final class Capabilities {
  private Capabilities() {}

  /** A client that is told for which version its findings are, and can do nothing else. */
  static ClientCapabilities plain() {
    ClientCapabilities client = new ClientCapabilities();
    TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
    PublishDiagnosticsCapabilities published = new PublishDiagnosticsCapabilities();
    published.setVersionSupport(true);
    text.setPublishDiagnostics(published);
    client.setTextDocument(text);
    return client;
  }

  /** A client of today, that is told its findings. */
  static ClientCapabilities rich() {
    ClientCapabilities client = new ClientCapabilities();
    WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
    workspace.setApplyEdit(true);
    WorkspaceEditCapabilities edits = new WorkspaceEditCapabilities();
    edits.setDocumentChanges(true);
    edits.setResourceOperations(List.of("create"));
    workspace.setWorkspaceEdit(edits);
    workspace.setTextDocumentContent(new TextDocumentContentCapabilities());
    client.setWorkspace(workspace);
    TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
    PublishDiagnosticsCapabilities published = new PublishDiagnosticsCapabilities(true);
    published.setCodeDescriptionSupport(true);
    published.setDataSupport(true);
    published.setVersionSupport(true);
    published.setTagSupport(new DiagnosticsTagSupport(List.of(DiagnosticTag.values())));
    text.setPublishDiagnostics(published);
    text.setHover(new HoverCapabilities(List.of("markdown", "plaintext"), false));
    CodeActionCapabilities actions = new CodeActionCapabilities(false);
    actions.setCodeActionLiteralSupport(
        new CodeActionLiteralSupportCapabilities(
            new CodeActionKindCapabilities(List.of("quickfix", "source"))));
    actions.setIsPreferredSupport(true);
    text.setCodeAction(actions);
    DocumentSymbolCapabilities symbols = new DocumentSymbolCapabilities();
    symbols.setHierarchicalDocumentSymbolSupport(true);
    text.setDocumentSymbol(symbols);
    client.setTextDocument(text);
    WindowClientCapabilities window = new WindowClientCapabilities();
    window.setWorkDoneProgress(true);
    client.setWindow(window);
    return client;
  }
}
