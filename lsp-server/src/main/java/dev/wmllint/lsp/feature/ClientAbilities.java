package dev.wmllint.lsp.feature;

import dev.wmllint.lsp.document.PositionEncoding;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.DiagnosticsTagSupport;
import org.eclipse.lsp4j.DynamicRegistrationCapabilities;
import org.eclipse.lsp4j.InsertTextMode;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.ResourceOperationKind;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * What the client said it can do. What it did not mention it cannot.
 *
 * @param encoding the unit of columns that was agreed on
 * @param pullsDiagnostics whether it asks for diagnostics; else they are published
 * @param codeDescription whether a diagnostic may link to its explanation
 * @param diagnosticData whether it hands back what a diagnostic carries for us
 * @param diagnosticVersions whether diagnostics may say which version of a document they are about
 * @param tags the tags that it shows diagnostics with
 * @param codeActionLiterals whether it takes code actions; else it takes nothing that we have
 * @param versionedEdits whether edits may say which version they are for
 * @param locationLinks whether a definition may say what it is the definition of
 * @param watchesAnywhere whether what it watches may lie outside of the workspace
 * @param answersConfiguration whether it can be asked for settings
 * @param registersConfiguration whether it can be asked to tell of changed settings
 * @param showsProgress whether it takes progress that the server begins
 * @param fetchesText whether it can ask for the text of documents that are no files
 */
public record ClientAbilities(
    PositionEncoding encoding,
    boolean pullsDiagnostics,
    boolean refreshesDiagnostics,
    boolean relatedInformation,
    boolean codeDescription,
    boolean diagnosticData,
    boolean diagnosticVersions,
    Set<DiagnosticTag> tags,
    boolean markdownHover,
    boolean codeActionLiterals,
    boolean preferredActions,
    boolean versionedEdits,
    boolean createsFiles,
    boolean hierarchicalSymbols,
    boolean linkTooltips,
    boolean locationLinks,
    boolean watchesFiles,
    boolean watchesAnywhere,
    boolean answersConfiguration,
    boolean registersConfiguration,
    boolean appliesEdits,
    boolean showsProgress,
    boolean fetchesText,
    boolean refreshesCodeLenses,
    boolean refreshesInlayHints,
    Completion completion) {

  /**
   * What the client can do with proposals.
   *
   * @param insertTextMode what a proposal may say on the indentation of its further lines; empty
   *     where it may say nothing
   * @param defaultInsertTextMode what the client does with a proposal that says nothing; empty
   *     where the client does not tell
   * @param labelDetails whether it shows words beside the label
   */
  public record Completion(
      boolean snippets,
      Optional<InsertTextMode> insertTextMode,
      Optional<InsertTextMode> defaultInsertTextMode,
      boolean labelDetails,
      boolean preselects,
      boolean markdown) {
    private static Completion of(Optional<CompletionCapabilities> completion) {
      Optional<CompletionItemCapabilities> item =
          completion.map(CompletionCapabilities::getCompletionItem);
      List<InsertTextMode> modes =
          item.map(CompletionItemCapabilities::getInsertTextModeSupport)
              .map(support -> support.getValueSet())
              .orElse(List.of());
      return new Completion(
          has(item, i -> i.getSnippetSupport()),
          Stream.of(InsertTextMode.AsIs, InsertTextMode.AdjustIndentation)
              .filter(modes::contains)
              .findFirst(),
          completion.map(CompletionCapabilities::getInsertTextMode),
          has(item, i -> i.getLabelDetailsSupport()),
          has(item, i -> i.getPreselectSupport()),
          item.map(CompletionItemCapabilities::getDocumentationFormat)
              .filter(formats -> formats.contains(MarkupKind.MARKDOWN))
              .isPresent());
    }

    /**
     * Whether the client adds the indentation of the cursor's line to further lines. Clients that
     * do not tell, such as Eglot and Neovim, expand snippets so, and insert other text literally.
     */
    public boolean indents(boolean snippet) {
      return insertTextMode
          .or(() -> defaultInsertTextMode)
          .map(mode -> mode == InsertTextMode.AdjustIndentation)
          .orElse(snippet);
    }
  }

  public ClientAbilities {
    tags = Set.copyOf(tags);
  }

  /** Reads a client's declaration; null is one that says nothing. */
  public static ClientAbilities of(ClientCapabilities declared) {
    Optional<ClientCapabilities> client = Optional.ofNullable(declared);
    Optional<TextDocumentClientCapabilities> text = client.map(ClientCapabilities::getTextDocument);
    Optional<WorkspaceClientCapabilities> workspace = client.map(ClientCapabilities::getWorkspace);
    Optional<PublishDiagnosticsCapabilities> published =
        text.map(TextDocumentClientCapabilities::getPublishDiagnostics);
    var pulled = text.map(TextDocumentClientCapabilities::getDiagnostic);
    return new ClientAbilities(
        PositionEncoding.negotiate(
            client
                .map(ClientCapabilities::getGeneral)
                .map(general -> general.getPositionEncodings())
                .orElse(List.of())),
        pulled.isPresent(),
        has(workspace.map(w -> w.getDiagnostics()), d -> d.getRefreshSupport()),
        has(published, p -> p.getRelatedInformation())
            || has(pulled, p -> p.getRelatedInformation()),
        has(published, p -> p.getCodeDescriptionSupport())
            || has(pulled, p -> p.getCodeDescriptionSupport()),
        has(published, p -> p.getDataSupport()) || has(pulled, p -> p.getDataSupport()),
        has(published, p -> p.getVersionSupport()),
        tags(published, pulled.map(p -> p.getTagSupport())),
        text.map(TextDocumentClientCapabilities::getHover)
            .map(hover -> hover.getContentFormat())
            .filter(formats -> formats.contains(MarkupKind.MARKDOWN))
            .isPresent(),
        text.map(TextDocumentClientCapabilities::getCodeAction)
            .map(CodeActionCapabilities::getCodeActionLiteralSupport)
            .isPresent(),
        has(text.map(t -> t.getCodeAction()), a -> a.getIsPreferredSupport()),
        has(workspace.map(w -> w.getWorkspaceEdit()), e -> e.getDocumentChanges()),
        createsFiles(workspace.map(w -> w.getWorkspaceEdit())),
        has(text.map(t -> t.getDocumentSymbol()), s -> s.getHierarchicalDocumentSymbolSupport()),
        has(text.map(t -> t.getDocumentLink()), l -> l.getTooltipSupport()),
        has(text.map(t -> t.getDefinition()), d -> d.getLinkSupport()),
        dynamic(workspace.map(w -> w.getDidChangeWatchedFiles())),
        has(workspace.map(w -> w.getDidChangeWatchedFiles()), f -> f.getRelativePatternSupport()),
        has(workspace, w -> w.getConfiguration()),
        dynamic(workspace.map(w -> w.getDidChangeConfiguration())),
        has(workspace, w -> w.getApplyEdit()),
        has(
            client.map(ClientCapabilities::getWindow),
            WindowClientCapabilities::getWorkDoneProgress),
        workspace.map(w -> w.getTextDocumentContent()).isPresent(),
        has(workspace.map(w -> w.getCodeLens()), c -> c.getRefreshSupport()),
        has(workspace.map(w -> w.getInlayHint()), i -> i.getRefreshSupport()),
        Completion.of(text.map(t -> t.getCompletion())));
  }

  private static boolean createsFiles(Optional<WorkspaceEditCapabilities> edits) {
    return has(edits, e -> e.getDocumentChanges())
        && edits
            .map(WorkspaceEditCapabilities::getResourceOperations)
            .filter(operations -> operations.contains(ResourceOperationKind.Create))
            .isPresent();
  }

  private static boolean dynamic(Optional<? extends DynamicRegistrationCapabilities> part) {
    return has(part, p -> p.getDynamicRegistration());
  }

  private static <T> boolean has(Optional<T> part, Function<? super T, Boolean> ability) {
    return part.map(ability).orElse(false);
  }

  private static Set<DiagnosticTag> tags(
      Optional<PublishDiagnosticsCapabilities> published, Optional<DiagnosticsTagSupport> pulled) {
    return published
        .map(PublishDiagnosticsCapabilities::getTagSupport)
        .map(ClientAbilities::ofEither)
        .or(() -> pulled.map(DiagnosticsTagSupport::getValueSet))
        // A tag of a protocol to come is read as null.
        .map(tags -> tags.stream().filter(Objects::nonNull).collect(Collectors.toSet()))
        .orElse(Set.of());
  }

  /** Clients of before 3.15 send a boolean, and mean all tags of that time. */
  private static List<DiagnosticTag> ofEither(Either<Boolean, DiagnosticsTagSupport> support) {
    if (support.isLeft()) {
      return Boolean.TRUE.equals(support.getLeft()) ? List.of(DiagnosticTag.values()) : List.of();
    }
    return support.getRight().getValueSet();
  }
}
