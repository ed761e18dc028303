package dev.wmllint.yaml;

import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.tokens.AliasToken;
import org.snakeyaml.engine.v2.tokens.AnchorToken;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * The name of an anchor, where it is written: {@code &name} or {@code *name}.
 *
 * @param span of the name, without its sign
 * @param isAlias whether it is a use of the anchor
 */
public record AnchorName(String name, Span span, boolean isAlias) {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

  /**
   * The names in a text in their order, up to where it can be read no further.
   *
   * @param text any text; offsets are UTF-16 units
   */
  public static List<AnchorName> in(String text) {
    List<AnchorName> names = new ArrayList<>();
    if (text.indexOf('&') < 0) {
      return names; // editors ask at each move of the cursor
    }
    CodePointOffsets offsets = new CodePointOffsets(text);
    String plain = DocumentParser.withPlainAnchors(text);
    ScannerImpl scanner = new ScannerImpl(SETTINGS, new StreamReader(SETTINGS, plain));
    try {
      while (scanner.hasNext()) {
        Token token = scanner.next();
        if (token instanceof AnchorToken || token instanceof AliasToken) {
          Span span = span(token, offsets);
          names.add(new AnchorName(span.of(text), span, token instanceof AliasToken));
        }
      }
    } catch (YamlEngineException e) {
      return names;
    }
    return names;
  }

  private static Span span(Token token, CodePointOffsets offsets) {
    int start = token.getStartMark().map(Mark::getIndex).orElse(0);
    int end = token.getEndMark().map(Mark::getIndex).orElse(start + 1);
    return new Span(offsets.utf16(start + 1), offsets.utf16(end));
  }

  /** What is meant by one of the names: its anchor, and all aliases up to the next of that name. */
  public static List<AnchorName> sameAs(AnchorName one, List<AnchorName> names) {
    List<AnchorName> same = new ArrayList<>();
    for (AnchorName name : names) {
      if (name.name().equals(one.name())) {
        if (!name.isAlias() && name.span().start() > one.span().start()) {
          break;
        }
        if (!name.isAlias()) {
          same.clear();
        }
        same.add(name);
      }
    }
    return same;
  }
}
