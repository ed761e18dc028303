package dev.wmllint.lsp.completion.propose;

import dev.wmllint.lsp.completion.scan.Below;
import dev.wmllint.lsp.completion.scan.CursorScalar;
import dev.wmllint.lsp.completion.scan.CursorSite;
import dev.wmllint.lsp.completion.scan.CursorToken;
import dev.wmllint.lsp.completion.scan.FlowPlace;
import dev.wmllint.lsp.completion.template.ManifestView;
import dev.wmllint.schema.DocPath;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ScalarStyle;
import dev.wmllint.yaml.lines.Chars;
import java.util.List;
import java.util.Optional;

/** From what the cursor stands in to what may be written there, the likeliest first. */
record CursorLocator(CompletionRequest request, CursorSite site, ManifestView view) {
  List<CursorContext> locate() {
    CursorToken token = site.token();
    if (token instanceof CursorToken.Value value) {
      return value(value.token()).stream().toList();
    }
    if (token instanceof CursorToken.FlowKey key) {
      return flowKey(key.token(), key.beforeColon()).stream().toList();
    }
    return token instanceof CursorToken.Line line
        ? new LinePlaces(request.source(), site, view, line).find()
        : List.of();
  }

  private Optional<CursorContext> flowKey(CursorScalar token, boolean beforeColon) {
    return view.path(site.open(), site.open().size() - 1)
        .map(view::mappingPath)
        .map(path -> new CursorContext.FlowKey(path, token, flowPlace(token), beforeColon));
  }

  private FlowPlace flowPlace(CursorScalar token) {
    return FlowPlace.of(request.source(), site, token, view.indentUnit());
  }

  private Optional<CursorContext> value(CursorScalar token) {
    Optional<DocPath> path = view.path(site.open(), site.open().size());
    if (path.isEmpty() || site.open().isEmpty()) {
      return Optional.empty();
    }
    Optional<FlowPlace> flow =
        site.innermost().flow() ? Optional.of(flowPlace(token)) : Optional.empty();
    if (flow.isPresent() && isTaken(path.get(), token, flow.get())) {
      return Optional.empty();
    }
    if (view.isCommand(path.get())) {
      return Optional.of(new CursorContext.Command(path.get(), token, flow));
    }
    int word = Chars.wordStart(request.source().text(), token.span().start(), request.offset());
    boolean plain = token.style() == ScalarStyle.PLAIN;
    if (flow.isPresent() && plain && word > token.span().start()) {
      return nextKey(token, word);
    }
    boolean below = flow.isEmpty() && token.span().isEmpty() && hasLinesBelow();
    return below || token.style().isBlock() || !isInOneLine(token.span())
        ? Optional.empty()
        : Optional.of(
            new CursorContext.Value(
                path.get(), token, Optional.empty(), flow, site.innermost().column()));
  }

  /** Whether what is asked for between brackets is there already, or one too many. */
  private boolean isTaken(DocPath path, CursorScalar token, FlowPlace flow) {
    boolean item = !site.innermost().isMapping();
    boolean full = item && view.isFull(path.parent(), site.innermost().index());
    boolean behindItem = item && token.span().isEmpty() && !site.innermost().awaitsValue();
    return full || behindItem || flow.next() == FlowPlace.Next.VALUE;
  }

  /** After a value and a space the next key is being typed, whose comma is missing. */
  private Optional<CursorContext> nextKey(CursorScalar token, int word) {
    return site.innermost().isMapping()
        ? flowKey(CursorScalar.plain(new Span(word, token.span().end())), false)
        : Optional.empty();
  }

  private boolean isInOneLine(Span span) {
    LineIndex lines = request.source().lines();
    return lines.lineOf(span.start()) == lines.lineOf(span.end());
  }

  /** Whether the value that is asked for is written in the lines below. */
  private boolean hasLinesBelow() {
    Below below = Below.of(request.source(), request.offset());
    int column = site.innermost().column();
    return below.column() > column || (site.innermost().isMapping() && below.isListOf(column));
  }
}
