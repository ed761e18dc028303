package dev.wmllint.lsp.completion.propose;

import dev.wmllint.fix.DoubleQuoted;
import dev.wmllint.fix.ScalarText;
import dev.wmllint.fix.Sketch;
import dev.wmllint.lsp.completion.scan.CursorScalar;
import dev.wmllint.lsp.completion.scan.FlowPlace;
import dev.wmllint.lsp.completion.scan.LineIndent;
import dev.wmllint.lsp.completion.template.SnippetText;
import dev.wmllint.text.Edit;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ScalarStyle;
import dev.wmllint.yaml.lines.Chars;
import dev.wmllint.yaml.lines.LineReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes the edits of proposals: in the style, with the indentation and quotes, of their place. */
final class CompletionEdits {
  private final SourceText source;
  private final CompletionRequest.Client client;
  private final int unit;

  CompletionEdits(CompletionRequest request, int unit) {
    this.source = request.source();
    this.client = request.client();
    this.unit = unit;
  }

  private Sketch.Layout layout(boolean snippet) {
    UnaryOperator<String> plain = snippet ? SnippetText::escape : UnaryOperator.identity();
    return new Sketch.Layout(source.lineEnd(), unit, plain);
  }

  Insertion key(CursorContext.BlockKey place, String name, Sketch value) {
    if (place.beforeColon()) {
      return inLine(place.indent(), name, false);
    }
    boolean snippet = isSnippet(value);
    Sketch.Layout layout = layout(snippet);
    // A placeholder that is alone is typed at once.
    String written = value instanceof Sketch.Value ? " " : value.block(column(place), layout);
    String text = layout.plain().apply(name) + ":" + written;
    return inLine(place.indent(), dash(place) + text, snippet);
  }

  Insertion keys(CursorContext.BlockKey place, Sketch mapping) {
    boolean snippet = isSnippet(mapping);
    String text = mapping.item(column(place), layout(snippet));
    return inLine(place.indent(), dash(place) + text, snippet);
  }

  private static int column(CursorContext.BlockKey place) {
    return place.indent().column() + dash(place).length();
  }

  private static String dash(CursorContext.BlockKey place) {
    return place.item() ? "- " : "";
  }

  private Insertion inLine(LineIndent indent, String text, boolean snippet) {
    String whole = indent.before() + text;
    List<Edit> removal = indent.removal().stream().toList();
    return new Insertion(outdented(whole, indent.base(), snippet), snippet, indent.word(), removal);
  }

  /** Without the indentation that the editor adds to each further line by itself. */
  private String outdented(String text, int base, boolean snippet) {
    String lineEnd = source.lineEnd();
    return client.indents(snippet) ? text.replace(lineEnd + " ".repeat(base), lineEnd) : text;
  }

  /** What is inserted into a line whose indentation stays. */
  private Insertion beside(String text, boolean snippet, Span replace, List<Edit> additional) {
    int base = LineReader.of(source).upTo(replace.start()).column();
    return new Insertion(outdented(text, base, snippet), snippet, replace, additional);
  }

  /** A key between brackets, with the commas that it needs. */
  Insertion key(CursorContext.FlowKey place, String name, Sketch value) {
    CursorScalar token = place.token();
    FlowPlace around = place.place();
    boolean quoted = token.style().isQuoted();
    String closing = quoted ? token.quote() : "";
    Span replace =
        quoted && token.closed()
            ? new Span(token.content().start(), token.span().end())
            : token.content();
    if (place.beforeColon()) {
      return Insertion.plain(name + closing, replace);
    }
    boolean snippet = isSnippet(value);
    Sketch.Layout layout = layout(snippet);
    String key = quoted ? name + closing : around.json() ? DoubleQuoted.of(name) : name;
    String text =
        layout.plain().apply(key) + ": " + value.flow(around.json(), around.column(), layout);
    List<Edit> comma = new ArrayList<>();
    String before = quoted ? "" : around.before();
    if (around.commaBefore().isPresent()) {
      int at = around.commaBefore().get();
      if (at == replace.start()) {
        before = ", ";
      } else {
        comma.add(Edit.insert(at, ","));
      }
    }
    String whole = before + text + (around.next() == FlowPlace.Next.NOTHING ? "" : ",");
    return beside(whole, snippet, replace, comma);
  }

  Insertion value(CursorContext.Value place, String value) {
    CursorScalar token = place.token();
    if (token.style().isQuoted()) {
      String text =
          token.style() == ScalarStyle.SINGLE_QUOTED
              ? value.replace("'", "''")
              : DoubleQuoted.of(value).replaceAll("^\"|\"$", "");
      return Insertion.plain(
          text + (token.closed() ? "" : token.quote() + comma(place)), token.content());
    }
    boolean json = place.flow().filter(FlowPlace::json).isPresent();
    boolean plain = !json && ScalarText.isPlain(value, place.flow().isPresent());
    String text = before(place) + (plain ? value : DoubleQuoted.of(value)) + comma(place);
    List<Edit> removal = place.indent().flatMap(LineIndent::removal).stream().toList();
    return new Insertion(text, false, token.content(), removal);
  }

  /** The comma that is missing before the next key. */
  private static String comma(CursorContext.Value place) {
    boolean missing =
        place.flow().filter(around -> around.next() == FlowPlace.Next.KEY).isPresent();
    return missing ? "," : "";
  }

  /** What comes before a value: its line's indentation, or the blank that it needs. */
  private String before(CursorContext.Value place) {
    if (place.indent().isPresent()) {
      return place.indent().get().before();
    }
    int start = place.token().span().start();
    boolean tight = start > 0 && ":-".indexOf(source.text().charAt(start - 1)) >= 0;
    return tight ? " " : "";
  }

  /** A mapping or list as the value of a key; empty where something is typed already. */
  Optional<Insertion> collection(CursorContext.Value place, Sketch value) {
    CursorScalar token = place.token();
    if (!token.span().isEmpty() || place.indent().isPresent()) {
      return Optional.empty();
    }
    boolean snippet = isSnippet(value);
    int at = token.span().start();
    if (place.flow().isPresent()) {
      FlowPlace around = place.flow().get();
      String flow = value.flow(around.json(), around.column(), layout(snippet));
      String text = before(place) + flow + comma(place);
      return Optional.of(beside(text, snippet, token.span(), List.of()));
    }
    String block = value.block(place.column(), layout(snippet));
    int spaces = Chars.trimmedEnd(source.text(), 0, at);
    List<Edit> removal = spaces < at ? List.of(Edit.remove(new Span(spaces, at))) : List.of();
    return Optional.of(beside(block, snippet, token.span(), removal));
  }

  /** Whether there is something to be typed. */
  private static boolean isSnippet(Sketch template) {
    if (template instanceof Sketch.Entries mapping) {
      return mapping.entries().values().stream().anyMatch(CompletionEdits::isSnippet);
    }
    return template instanceof Sketch.Items list
        ? list.items().stream().anyMatch(CompletionEdits::isSnippet)
        : template instanceof SnippetText text && !text.isFixed();
  }
}
