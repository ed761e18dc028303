package dev.wmllint.lsp.server;

import dev.wmllint.lsp.completion.propose.CompletionEngine;
import dev.wmllint.lsp.feature.ClientAbilities;
import dev.wmllint.lsp.feature.CodeActions;
import dev.wmllint.lsp.feature.CommandColours;
import dev.wmllint.lsp.feature.CommandNames;
import dev.wmllint.lsp.feature.DiagnosticConverter;
import dev.wmllint.lsp.feature.VirtualTexts;
import java.util.List;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DiagnosticRegistrationOptions;
import org.eclipse.lsp4j.DocumentLinkOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.TextDocumentContentRegistrationOptions;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;

/** What the server tells a client that it can do. */
final class ServerAbilities {
  private ServerAbilities() {}

  static ServerCapabilities of(ClientAbilities client) {
    ServerCapabilities server = new ServerCapabilities();
    server.setPositionEncoding(client.encoding().label());
    server.setTextDocumentSync(sync());
    if (client.pullsDiagnostics()) {
      DiagnosticRegistrationOptions pull = new DiagnosticRegistrationOptions(false, false);
      pull.setIdentifier(DiagnosticConverter.SOURCE);
      server.setDiagnosticProvider(pull);
    }
    server.setCompletionProvider(new CompletionOptions(true, CompletionEngine.TRIGGERS));
    server.setHoverProvider(true);
    if (client.codeActionLiterals()) {
      server.setCodeActionProvider(
          new CodeActionOptions(List.of(CodeActionKind.QuickFix, CodeActions.FIX_ALL)));
    }
    server.setDocumentSymbolProvider(true);
    server.setFoldingRangeProvider(true);
    server.setSelectionRangeProvider(true);
    server.setDefinitionProvider(true);
    server.setReferencesProvider(true);
    server.setDocumentHighlightProvider(true);
    server.setRenameProvider(new RenameOptions(true));
    server.setDocumentLinkProvider(new DocumentLinkOptions(false));
    server.setInlayHintProvider(true);
    server.setSemanticTokensProvider(
        new SemanticTokensWithRegistrationOptions(CommandColours.legend(), true, true));
    server.setCodeLensProvider(new CodeLensOptions(false));
    ExecuteCommandOptions commands = new ExecuteCommandOptions(CommandNames.names());
    commands.setWorkDoneProgress(true);
    server.setExecuteCommandProvider(commands);
    server.setWorkspace(workspace(client));
    return server;
  }

  private static TextDocumentSyncOptions sync() {
    TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
    sync.setOpenClose(true);
    sync.setChange(TextDocumentSyncKind.Incremental);
    sync.setSave(new SaveOptions(false));
    return sync;
  }

  private static WorkspaceServerCapabilities workspace(ClientAbilities client) {
    WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
    folders.setSupported(true);
    folders.setChangeNotifications(true);
    WorkspaceServerCapabilities workspace = new WorkspaceServerCapabilities(folders);
    if (client.fetchesText()) {
      workspace.setTextDocumentContent(
          new TextDocumentContentRegistrationOptions(List.of(VirtualTexts.SCHEME)));
    }
    return workspace;
  }
}
