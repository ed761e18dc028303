package dev.wmllint.lsp.feature;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import dev.wmllint.engine.LintConfig;
import dev.wmllint.lsp.completion.propose.CompletionEngine;
import dev.wmllint.lsp.completion.propose.CompletionRequest;
import dev.wmllint.lsp.completion.propose.Insertion;
import dev.wmllint.lsp.completion.propose.Proposal;
import dev.wmllint.lsp.completion.propose.ProposalKind;
import dev.wmllint.lsp.completion.propose.Topic;
import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.lsp.document.LspConverter;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionItemLabelDetails;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** The proposals of the completion engine, as the protocol has them. */
public final class Completions {
  private final ClientAbilities.Completion client;

  public Completions(ClientAbilities client) {
    this.client = client.completion();
  }

  /**
   * What may be written at a position.
   *
   * @param asked false where a character that asks was typed
   */
  public CompletionList at(DocumentSnapshot snapshot, Position position, boolean asked) {
    boolean begins = !snapshot.isManifest() && snapshot.mayBegin();
    if (!snapshot.isManifest() && !begins) {
      return new CompletionList(false, List.of());
    }
    String text = snapshot.document().source().text();
    // One letter may begin anything.
    if (begins && text.substring(text.lastIndexOf('\n') + 1).strip().length() == 1) {
      return new CompletionList(true, List.of());
    }
    LspConverter places = snapshot.converter();
    CompletionRequest request =
        new CompletionRequest(
            snapshot.document().source(),
            places.offset(position),
            asked,
            new CompletionRequest.Client(
                client.snippets(), client.indents(true), client.indents(false)),
            snapshot::files,
            snapshot::lastFindings,
            snapshot::zips);
    List<Proposal> proposals = new CompletionEngine(snapshot.config()).complete(request);
    // An editor that had to ask again at each letter would show what it has until the answer comes.
    return new CompletionList(
        false, proposals.stream().map(one -> item(snapshot, places, position, one)).toList());
  }

  private CompletionItem item(
      DocumentSnapshot snapshot, LspConverter places, Position position, Proposal proposal) {
    Proposal.Face face = proposal.face();
    Insertion insertion = proposal.insertion();
    CompletionItem item = new CompletionItem(face.label());
    item.setKind(kind(face.kind()));
    if (!face.description().isEmpty()) {
      if (client.labelDetails()) {
        CompletionItemLabelDetails details = new CompletionItemLabelDetails();
        details.setDescription(face.description());
        item.setLabelDetails(details);
      } else {
        item.setDetail(face.description());
      }
    }
    item.setTextEdit(
        Either.forLeft(places.editAt(position, insertion.replace(), insertion.text())));
    if (insertion.snippet()) {
      item.setInsertTextFormat(InsertTextFormat.Snippet);
    }
    client.insertTextMode().ifPresent(item::setInsertTextMode);
    if (!insertion.additional().isEmpty()) {
      item.setAdditionalTextEdits(places.edits(insertion.additional()));
    }
    item.setFilterText(face.filterText());
    item.setSortText(proposal.sortText());
    if (proposal.preselect() && client.preselects()) {
      item.setPreselect(true);
    }
    proposal
        .topic()
        .ifPresent(topic -> item.setData(List.of(snapshot.document().uri(), topic.encode())));
    return item;
  }

  private static CompletionItemKind kind(ProposalKind kind) {
    return switch (kind) {
      case KEY -> CompletionItemKind.Property;
      case VALUE -> CompletionItemKind.EnumMember;
      case EXAMPLE -> CompletionItemKind.Value;
      case SNIPPET -> CompletionItemKind.Snippet;
      case FILE -> CompletionItemKind.File;
      case FOLDER -> CompletionItemKind.Folder;
      case MODULE -> CompletionItemKind.Module;
      case VARIABLE -> CompletionItemKind.Variable;
      case RULE -> CompletionItemKind.Constant;
      case DIRECTIVE -> CompletionItemKind.Keyword;
    };
  }

  /** The document that a proposal was made for; empty where it says nothing of it. */
  public static Optional<String> documentOf(CompletionItem item) {
    return data(item, 0);
  }

  /**
   * Adds the words on a proposal.
   *
   * @param snapshot of the document that it was made for; empty when that is closed
   */
  public CompletionItem resolved(CompletionItem item, Optional<DocumentSnapshot> snapshot) {
    LintConfig config = snapshot.map(DocumentSnapshot::config).orElse(LintConfig.DEFAULT);
    data(item, 1)
        .flatMap(Topic::decode)
        .flatMap(topic -> new CompletionEngine(config).documentation(topic))
        .ifPresent(words -> item.setDocumentation(documentation(words)));
    return item;
  }

  private Either<String, MarkupContent> documentation(String markdown) {
    return client.markdown()
        ? Either.forRight(new MarkupContent(MarkupKind.MARKDOWN, markdown))
        : Either.forLeft(markdown.replace("`", "").replace("**", ""));
  }

  private static Optional<String> data(CompletionItem item, int index) {
    return item.getData() instanceof JsonArray fields && fields.size() == 2
        ? Optional.of(fields.get(index))
            .filter(JsonElement::isJsonPrimitive)
            .map(JsonElement::getAsString)
        : Optional.empty();
  }
}
