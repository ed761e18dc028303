package dev.wmllint.lsp.server;

import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.lsp.document.DocumentUri;
import dev.wmllint.lsp.feature.Anchors;
import dev.wmllint.lsp.feature.CodeActions;
import dev.wmllint.lsp.feature.CodeLenses;
import dev.wmllint.lsp.feature.CommandColours;
import dev.wmllint.lsp.feature.Completions;
import dev.wmllint.lsp.feature.Foldings;
import dev.wmllint.lsp.feature.Hovers;
import dev.wmllint.lsp.feature.InlayHints;
import dev.wmllint.lsp.feature.Links;
import dev.wmllint.lsp.feature.Selections;
import dev.wmllint.lsp.feature.Symbols;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.CompletionTriggerKind;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.TextDocumentService;

/** What clients say and ask about documents: hands each on to where it is dealt with. */
final class TextDocumentRequests implements TextDocumentService {
  private final Dispatcher dispatcher;
  private volatile Optional<Session> session = Optional.empty();

  TextDocumentRequests(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  /** On the owner thread. */
  void start(Session started) {
    session = Optional.of(started);
  }

  private void heard(Consumer<Session> message) {
    dispatcher.inOrder(() -> session.ifPresent(message));
  }

  @Override
  public void didOpen(DidOpenTextDocumentParams params) {
    heard(
        session -> {
          TextDocumentItem document =
              Dispatcher.required(params, DidOpenTextDocumentParams::getTextDocument);
          String uri = Dispatcher.required(document.getUri());
          // What was said of the closed file, under the address that we write, is not said twice.
          DocumentUri.path(uri)
              .map(DocumentUri::of)
              .filter(ours -> !ours.equals(uri) && session.workspace().find(ours).isEmpty())
              .ifPresent(session.diagnostics()::closed);
          session.workspace().open(document);
          session.diagnostics().opened(uri);
          session.watches().changed(uri);
        });
  }

  @Override
  public void didChange(DidChangeTextDocumentParams params) {
    heard(
        session ->
            session
                .workspace()
                .change(uri(params, DidChangeTextDocumentParams::getTextDocument), params)
                .map(snapshot -> snapshot.document().uri())
                .ifPresent(
                    uri -> {
                      session.diagnostics().changed(uri);
                      session.watches().changed(uri);
                    }));
  }

  @Override
  public void didClose(DidCloseTextDocumentParams params) {
    heard(
        session ->
            session
                .workspace()
                .close(uri(params, DidCloseTextDocumentParams::getTextDocument))
                .ifPresent(
                    uri -> {
                      session.diagnostics().closed(uri);
                      session.watches().closed(uri);
                    }));
  }

  @Override
  public void didSave(DidSaveTextDocumentParams params) {
    // A client that cannot watch files says at least this: time to look at the zip again.
    heard(
        session -> {
          if (!session.abilities().watchesFiles()) {
            session.workspace().forgetFiles();
            session.diagnostics().refresh();
          }
        });
  }

  /** The address of the document that a message is about. */
  private static <P> String uri(P params, Function<P, ? extends TextDocumentIdentifier> document) {
    return Dispatcher.required(Dispatcher.required(params, document::apply).getUri());
  }

  /** Asks a handler about a document; one that is not open gets the answer of an empty one. */
  private <T> CompletableFuture<T> asked(
      String uri, T unknown, BiFunction<Session, DocumentSnapshot, T> handler) {
    return dispatcher.answer(() -> find(uri), found -> answer(found, unknown, handler));
  }

  /** The same where the answer needs what was found in the document. */
  private <T> CompletableFuture<T> askedAboutFindings(
      String uri, T unknown, BiFunction<Session, DocumentSnapshot, T> handler) {
    return dispatcher.answer(
        dispatcher.checks(), () -> find(uri), (found, wanted) -> answer(found, unknown, handler));
  }

  private Optional<DocumentSnapshot> find(String uri) {
    return session.orElseThrow().workspace().find(uri);
  }

  private <T> T answer(
      Optional<DocumentSnapshot> found,
      T unknown,
      BiFunction<Session, DocumentSnapshot, T> handler) {
    return found.map(snapshot -> handler.apply(session.orElseThrow(), snapshot)).orElse(unknown);
  }

  @Override
  public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(
      CompletionParams params) {
    Position position = Dispatcher.required(params, CompletionParams::getPosition);
    boolean asked =
        params.getContext() == null
            || params.getContext().getTriggerKind() != CompletionTriggerKind.TriggerCharacter;
    return asked(
        uri(params, CompletionParams::getTextDocument),
        Either.forRight(new CompletionList(false, List.of())),
        (session, snapshot) ->
            Either.forRight(new Completions(session.abilities()).at(snapshot, position, asked)));
  }

  @Override
  public CompletableFuture<CompletionItem> resolveCompletionItem(CompletionItem item) {
    Dispatcher.required(item);
    return dispatcher.answer(
        () -> Completions.documentOf(item).flatMap(this::find),
        snapshot -> new Completions(session.orElseThrow().abilities()).resolved(item, snapshot));
  }

  @Override
  public CompletableFuture<Hover> hover(HoverParams params) {
    Position position = Dispatcher.required(params, HoverParams::getPosition);
    return asked(
        uri(params, HoverParams::getTextDocument),
        null,
        (session, snapshot) -> new Hovers(session.abilities()).at(snapshot, position).orElse(null));
  }

  @Override
  public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    Range range = Dispatcher.required(Dispatcher.required(params, CodeActionParams::getRange));
    CodeActionContext context = Dispatcher.required(params, CodeActionParams::getContext);
    return askedAboutFindings(
        uri(params, CodeActionParams::getTextDocument),
        List.of(),
        (session, snapshot) -> new CodeActions(session.abilities()).at(snapshot, range, context));
  }

  @Override
  public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
      DocumentSymbolParams params) {
    return asked(
        uri(params, DocumentSymbolParams::getTextDocument),
        List.of(),
        (session, snapshot) -> new Symbols(session.abilities()).of(snapshot));
  }

  @Override
  public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
    return asked(
        uri(params, FoldingRangeRequestParams::getTextDocument),
        List.of(),
        (session, snapshot) -> new Foldings().of(snapshot));
  }

  @Override
  public CompletableFuture<List<SelectionRange>> selectionRange(SelectionRangeParams params) {
    List<Position> positions = Dispatcher.required(params, SelectionRangeParams::getPositions);
    positions.forEach(Dispatcher::<Position>required);
    return asked(
        uri(params, SelectionRangeParams::getTextDocument),
        List.of(),
        (session, snapshot) -> new Selections().of(snapshot, positions));
  }

  @Override
  public CompletableFuture<List<DocumentLink>> documentLink(DocumentLinkParams params) {
    return asked(
        uri(params, DocumentLinkParams::getTextDocument),
        List.of(),
        (session, snapshot) -> new Links(session.abilities()).of(snapshot));
  }

  @Override
  public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      definition(DefinitionParams params) {
    Position position = Dispatcher.required(params, DefinitionParams::getPosition);
    return asked(
        uri(params, DefinitionParams::getTextDocument),
        Either.forLeft(List.of()),
        (session, snapshot) -> new Links(session.abilities()).definition(snapshot, position));
  }

  @Override
  public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
    Position position = Dispatcher.required(params, ReferenceParams::getPosition);
    boolean declaration = params.getContext() == null || params.getContext().isIncludeDeclaration();
    return asked(
        uri(params, ReferenceParams::getTextDocument),
        List.of(),
        (session, snapshot) -> new Anchors(snapshot).references(position, declaration));
  }

  @Override
  public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(
      DocumentHighlightParams params) {
    Position position = Dispatcher.required(params, DocumentHighlightParams::getPosition);
    return asked(
        uri(params, DocumentHighlightParams::getTextDocument),
        List.of(),
        (session, snapshot) -> new Anchors(snapshot).highlights(position));
  }

  @Override
  public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>>
      prepareRename(PrepareRenameParams params) {
    Position position = Dispatcher.required(params, PrepareRenameParams::getPosition);
    return asked(
        uri(params, PrepareRenameParams::getTextDocument),
        null,
        (session, snapshot) ->
            new Anchors(snapshot)
                .renamed(position)
                .map(Either3::<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>forFirst)
                .orElse(null));
  }

  @Override
  public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
    Position position = Dispatcher.required(params, RenameParams::getPosition);
    String name = Dispatcher.required(params, RenameParams::getNewName);
    return asked(
        uri(params, RenameParams::getTextDocument),
        null,
        (session, snapshot) -> {
          try {
            return new Anchors(snapshot).rename(position, name, session.abilities()).orElse(null);
          } catch (IllegalArgumentException e) {
            throw Dispatcher.invalid(e.getMessage());
          }
        });
  }

  @Override
  public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
    Range range = Dispatcher.required(Dispatcher.required(params, InlayHintParams::getRange));
    return asked(
        uri(params, InlayHintParams::getTextDocument),
        List.of(),
        (session, snapshot) -> new InlayHints().in(snapshot, range));
  }

  @Override
  public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
    return colours(uri(params, SemanticTokensParams::getTextDocument), Optional.empty());
  }

  @Override
  public CompletableFuture<SemanticTokens> semanticTokensRange(SemanticTokensRangeParams params) {
    Range range =
        Dispatcher.required(Dispatcher.required(params, SemanticTokensRangeParams::getRange));
    return colours(uri(params, SemanticTokensRangeParams::getTextDocument), Optional.of(range));
  }

  private CompletableFuture<SemanticTokens> colours(String uri, Optional<Range> range) {
    return asked(
        uri,
        new SemanticTokens(List.of()),
        (session, snapshot) -> new CommandColours().in(snapshot, range));
  }

  @Override
  public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
    return askedAboutFindings(
        uri(params, CodeLensParams::getTextDocument),
        List.of(),
        (session, snapshot) -> new CodeLenses().of(snapshot));
  }

  @Override
  public CompletableFuture<DocumentDiagnosticReport> diagnostic(DocumentDiagnosticParams params) {
    return session
        .orElseThrow(() -> Dispatcher.invalid("initialize comes first"))
        .diagnostics()
        .pulled(
            uri(params, DocumentDiagnosticParams::getTextDocument),
            Optional.ofNullable(params.getPreviousResultId()));
  }
}
