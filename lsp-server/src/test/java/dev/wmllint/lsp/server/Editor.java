package dev.wmllint.lsp.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** A document on somebody's screen: knows where things are, and applies what the server offers. */
final class Editor {
  private final TestClient client;
  private final String uri;
  private final String text;

  /** Opens a document, and lets its findings pass by unread. */
  Editor(TestClient client, String uri, String language, String text) {
    this.client = client;
    this.uri = uri;
    this.text = text;
    client.open(uri, language, text);
  }

  String uri() {
    return uri;
  }

  TextDocumentIdentifier id() {
    return new TextDocumentIdentifier(uri);
  }

  /** The place of the first occurrence of some words. */
  Range rangeOf(String words) {
    int start = text.indexOf(words);
    assertTrue(start >= 0, words);
    return new Range(position(text, start), position(text, start + words.length()));
  }

  static org.eclipse.lsp4j.Position position(String text, int offset) {
    Position position = new LineIndex(text).position(offset);
    return new org.eclipse.lsp4j.Position(position.line(), position.column());
  }

  /** The text under a range. */
  String under(Range range) {
    return text.substring(offset(text, range.getStart()), offset(text, range.getEnd()));
  }

  static int offset(String text, org.eclipse.lsp4j.Position position) {
    LineIndex lines = new LineIndex(text);
    int line = position.getLine();
    return line >= lines.count()
        ? text.length()
        : Math.min(lines.startOf(line) + position.getCharacter(), lines.endOf(line));
  }

  /** What a hover over some words says; empty when it says nothing. */
  String hover(String words) {
    HoverParams params = new HoverParams(id(), rangeOf(words).getStart());
    Hover hover = TestClient.await(client.server().getTextDocumentService().hover(params));
    return hover == null ? "" : hover.getContents().getRight().getValue();
  }

  /** The code actions for some words, of these kinds if any are named. */
  List<CodeAction> actions(String words, String... only) {
    return actions(rangeOf(words), only);
  }

  List<CodeAction> actions(Range range, String... only) {
    CodeActionContext context = new CodeActionContext(List.of());
    if (only.length > 0) {
      context.setOnly(List.of(only));
    }
    CodeActionParams params = new CodeActionParams(id(), range, context);
    return TestClient.await(client.server().getTextDocumentService().codeAction(params)).stream()
        .map(Either::getRight)
        .toList();
  }

  /** The text after the action of that title. */
  String after(String title, List<CodeAction> actions) {
    List<String> titles = actions.stream().map(CodeAction::getTitle).toList();
    assertTrue(titles.contains(title), titles::toString);
    return after(actions.get(titles.indexOf(title)).getEdit());
  }

  /** The text after an edit, which must be for this document. */
  String after(WorkspaceEdit edit) {
    return apply(text, edits(edit));
  }

  private List<TextEdit> edits(WorkspaceEdit edit) {
    if (edit.getDocumentChanges() == null) {
      assertTrue(edit.getChanges().keySet().equals(java.util.Set.of(uri)), edit::toString);
      return edit.getChanges().get(uri);
    }
    return edit.getDocumentChanges().stream()
        .map(Either::getLeft)
        .peek(change -> assertTrue(change.getTextDocument().getUri().equals(uri)))
        .flatMap(change -> change.getEdits().stream().map(Either::getLeft))
        .toList();
  }

  /** Applies edits as a client does: all at once, against the text before them. */
  static String apply(String text, List<TextEdit> edits) {
    List<TextEdit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(edit -> offset(text, edit.getRange().getStart())));
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (TextEdit edit : sorted) {
      int start = offset(text, edit.getRange().getStart());
      assertTrue(start >= at, "edits overlap");
      out.append(text, at, start).append(edit.getNewText());
      at = offset(text, edit.getRange().getEnd());
    }
    return out.append(text, at, text.length()).toString();
  }

  static List<String> titles(List<CodeAction> actions) {
    return Stream.ofNullable(actions).flatMap(List::stream).map(CodeAction::getTitle).toList();
  }
}
