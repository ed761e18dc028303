package dev.wmllint.rules.document;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of a text that is not read as YAML yet.
 *
 * @param indent the blanks that it starts with; of a line of a block scalar those that indent the
 *     whole scalar
 * @param dashes where its dashes stand, behind the indent
 * @param textStart where what follows the dashes starts, behind the indent
 * @param key the key that it starts with
 * @param waits whether the key's value can only stand below
 * @param nothing whether it holds no more than a comment
 * @param block whether it belongs to a block scalar
 * @param tabbed whether its indent holds a tab
 */
record TextLine(
    Span indent,
    List<Integer> dashes,
    int textStart,
    Optional<String> key,
    boolean waits,
    boolean nothing,
    boolean block,
    boolean tabbed) {

  boolean isItem() {
    return !dashes.isEmpty();
  }

  /** The lines of a text. */
  static List<TextLine> all(String text, LineIndex lines) {
    List<TextLine> all = new ArrayList<>();
    Optional<Block> block = Optional.empty();
    for (int i = 0; i < lines.count(); i++) {
      Scan scan = new Scan(text, lines.span(i));
      if (block.isPresent() && block.get().holds(scan)) {
        all.add(block.get().line(scan));
        continue;
      }
      TextLine line = scan.line();
      block = scan.opensBlock() ? Optional.of(new Block(scan)) : Optional.empty();
      all.add(line);
    }
    return all;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** A block scalar: what indents its first line indents it all, and the rest is its text. */
  private static final class Block {
    private final int parentSpaces;
    private final int parentTabs;
    private int blanks = -1;

    Block(Scan header) {
      this.parentTabs = header.tabs();
      this.parentSpaces = header.indentLength() - parentTabs;
    }

    boolean holds(Scan line) {
      int tabs = line.tabs();
      int spaces = line.indentLength() - tabs;
      return line.isEmpty() || tabs > parentTabs || (tabs == parentTabs && spaces > parentSpaces);
    }

    TextLine line(Scan scan) {
      if (blanks < 0 && !scan.isEmpty()) {
        blanks = scan.indentLength();
      }
      int length = Math.min(Math.max(0, blanks), scan.indentLength());
      Span indent = new Span(scan.line.start(), scan.line.start() + length);
      boolean tabbed = !scan.isEmpty() && indent.of(scan.text).indexOf('\t') >= 0;
      return new TextLine(
          indent, List.of(), length, Optional.empty(), false, scan.isEmpty(), true, tabbed);
    }
  }

  /** Reads one line, each char once. */
  private static final class Scan {
    final String text;
    final Span line;
    private final int content;
    private int at;

    Scan(String text, Span line) {
      this.text = text;
      this.line = line;
      this.content = skipBlanks(line.start());
      this.at = content;
    }

    int indentLength() {
      return content - line.start();
    }

    int tabs() {
      int tabs = 0;
      for (int i = line.start(); i < content; i++) {
        tabs += text.charAt(i) == '\t' ? 1 : 0;
      }
      return tabs;
    }

    boolean isEmpty() {
      return content == line.end();
    }

    TextLine line() {
      List<Integer> dashes = new ArrayList<>();
      while (isDash()) {
        dashes.add(at - content);
        at = skipBlanks(at + 1);
      }
      int start = at;
      boolean nothing = dashes.isEmpty() && isNothing(at);
      int colon = nothing ? -1 : colon();
      Optional<String> key =
          colon < 0 ? Optional.empty() : Optional.of(unquoted(text.substring(at, colon).strip()));
      at = colon < 0 ? at : skipBlanks(colon + 1);
      Span indent = new Span(line.start(), content);
      boolean waits = key.isPresent() && isNothing(behindAnchor());
      return new TextLine(indent, dashes, start - content, key, waits, nothing, false, tabs() > 0);
    }

    /** Whether what is left is the header of a block scalar. */
    boolean opensBlock() {
      if (at >= line.end() || (text.charAt(at) != '|' && text.charAt(at) != '>')) {
        return false;
      }
      int i = at + 1;
      while (i < line.end() && "+-0123456789".indexOf(text.charAt(i)) >= 0) {
        i++;
      }
      return isNothing(skipBlanks(i));
    }

    private int behindAnchor() {
      int i = at;
      if (i < line.end() && text.charAt(i) == '&') {
        while (i < line.end() && !isBlank(text.charAt(i))) {
          i++;
        }
      }
      return skipBlanks(i);
    }

    private boolean isDash() {
      return at < line.end()
          && text.charAt(at) == '-'
          && (at + 1 == line.end() || isBlank(text.charAt(at + 1)));
    }

    private boolean isNothing(int from) {
      return from == line.end() || text.charAt(from) == '#';
    }

    private int colon() {
      char first = at < line.end() ? text.charAt(at) : ' ';
      int i = at;
      if (first == '"' || first == '\'') {
        i = text.indexOf(first, at + 1);
        if (i < 0 || i >= line.end()) {
          return -1;
        }
      }
      for (; i < line.end(); i++) {
        char c = text.charAt(i);
        if (c == ':' && (i + 1 == line.end() || isBlank(text.charAt(i + 1)))) {
          return i;
        }
        if (c == '#' && isBlank(text.charAt(i - 1))) {
          return -1;
        }
      }
      return -1;
    }

    private static String unquoted(String key) {
      boolean quoted = key.length() > 1 && (key.charAt(0) == '"' || key.charAt(0) == '\'');
      return quoted ? key.substring(1, key.length() - 1) : key;
    }

    private int skipBlanks(int from) {
      int i = from;
      while (i < line.end() && isBlank(text.charAt(i))) {
        i++;
      }
      return i;
    }
  }
}
