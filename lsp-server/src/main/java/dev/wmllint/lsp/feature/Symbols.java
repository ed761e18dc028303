package dev.wmllint.lsp.feature;

import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.lsp.document.LspConverter;
import dev.wmllint.redact.Redactor;
import dev.wmllint.text.Ellipsis;
import dev.wmllint.text.Printable;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.KeyOrItem;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** The keys of a manifest as an outline. */
public final class Symbols {
  /** No outline of more is of use. */
  private static final int MAX_SYMBOLS = 5_000;

  private static final int MAX_DETAIL = 60;

  /** With the indentation after it: a detail is one line. */
  private static final Pattern LINE_END = Pattern.compile("[\\r\\n][ \\t\\r\\n]*");

  private final ClientAbilities client;

  public Symbols(ClientAbilities client) {
    this.client = client;
  }

  /** The outline, nested where the client can show that. */
  public List<Either<SymbolInformation, DocumentSymbol>> of(DocumentSnapshot snapshot) {
    if (!snapshot.isManifest() || snapshot.tree().root().isEmpty()) {
      return List.of();
    }
    List<DocumentSymbol> roots = new Outline(snapshot).children(snapshot.tree().root().get());
    if (client.hierarchicalSymbols()) {
      return roots.stream().map(Either::<SymbolInformation, DocumentSymbol>forRight).toList();
    }
    List<Either<SymbolInformation, DocumentSymbol>> flat = new ArrayList<>();
    flatten(snapshot.document().uri(), roots, "", flat);
    return flat;
  }

  /** {@code SymbolInformation} is deprecated, and all that some clients take. */
  @SuppressWarnings("deprecation")
  private static void flatten(
      String uri,
      List<DocumentSymbol> symbols,
      String container,
      List<Either<SymbolInformation, DocumentSymbol>> flat) {
    for (DocumentSymbol symbol : symbols) {
      Location place = new Location(uri, symbol.getRange());
      flat.add(
          Either.forLeft(
              new SymbolInformation(symbol.getName(), symbol.getKind(), place, container)));
      flatten(uri, symbol.getChildren(), symbol.getName(), flat);
    }
  }

  private static final class Outline {
    private final LspConverter places;
    private final Redactor redactor;
    private int left = MAX_SYMBOLS;

    Outline(DocumentSnapshot snapshot) {
      this.places = snapshot.converter();
      this.redactor = snapshot.redactor();
    }

    List<DocumentSymbol> children(Node node) {
      List<DocumentSymbol> children = new ArrayList<>();
      for (KeyOrItem one : KeyOrItem.in(node)) {
        if (left-- > 0) {
          children.add(symbol(one));
        }
      }
      return children;
    }

    private DocumentSymbol symbol(KeyOrItem one) {
      DocumentSymbol symbol =
          new DocumentSymbol(
              name(one.name()),
              kind(one.value()),
              places.range(one.whole()),
              places.range(one.handle()));
      symbol.setChildren(one.isAlias() ? List.of() : children(one.value()));
      detail(one.value()).ifPresent(symbol::setDetail);
      return symbol;
    }

    /** Clients refuse a symbol without a name. */
    private String name(String name) {
      String shown = redactor.words(Printable.line(name));
      return shown.isBlank() ? "''" : shown;
    }

    private Optional<String> detail(Node value) {
      if (!(value instanceof ScalarNode scalar) || !redactor.mayShowLines()) {
        return Optional.empty();
      }
      Span span = scalar.contentSpan();
      String masked = redactor.mask(span, span).text();
      String shown = Printable.line(LINE_END.matcher(masked).replaceAll(" ")).strip();
      if (shown.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(Ellipsis.atEnd(shown, MAX_DETAIL));
    }

    private static SymbolKind kind(Node value) {
      if (value instanceof MappingNode) {
        return SymbolKind.Object;
      }
      return value instanceof SequenceNode ? SymbolKind.Array : SymbolKind.String;
    }
  }
}
