package dev.wmllint.page;

import dev.wmllint.text.Colour;
import dev.wmllint.text.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.node.Block;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Renders CommonMark for a terminal: headings flush left, what they stand above indented as in a
 * manual page, examples once more.
 */
final class TerminalPage {
  private static final String MARGIN = "  ";
  private static final String QUOTE = "| ";
  private static final String BULLET = "- ";

  private final Palette palette;
  private final ExampleCode code;

  TerminalPage(Palette palette) {
    this.palette = palette;
    this.code = new ExampleCode(palette);
  }

  /** The whole text, each line ended. */
  String render(String markdown, int width) {
    return blocks(Parser.builder().build().parse(markdown), width).stream()
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  /**
   * The blocks of a container, with an empty line between two, but none after a subheading, nor in
   * a list that has none between its items.
   */
  private List<String> blocks(Node container, int width) {
    List<String> lines = new ArrayList<>();
    boolean tight = container.getParent() instanceof ListBlock list && list.isTight();
    for (Node node = container.getFirstChild(); node != null; node = node.getNext()) {
      boolean subheading = node.getPrevious() instanceof Heading before && before.getLevel() > 1;
      if (!lines.isEmpty() && !subheading && !tight) {
        lines.add("");
      }
      boolean ofPage = container instanceof Document && !(node instanceof Heading);
      lines.addAll(
          ofPage ? indented(MARGIN, block(node, width - MARGIN.length())) : block(node, width));
    }
    return lines;
  }

  private List<String> block(Node node, int width) {
    if (node instanceof Heading heading) {
      return prose(heading, Colour.BOLD.and(verdict(heading)), width);
    }
    if (node instanceof FencedCodeBlock example) {
      return example(Fence.of(example.getInfo()), example.getLiteral(), width);
    }
    if (node instanceof IndentedCodeBlock example) {
      return example(Fence.of(""), example.getLiteral(), width);
    }
    if (node instanceof BlockQuote quote) {
      return indented(QUOTE, blocks(quote, width - QUOTE.length()));
    }
    if (node instanceof ListBlock list) {
      return list(list, width);
    }
    boolean hasProse = !(node.getFirstChild() instanceof Block);
    return hasProse ? prose(node, Colour.NONE, width) : blocks(node, width);
  }

  private List<String> prose(Node block, Colour ink, int width) {
    return ProseReader.read(block, ink, palette).lines(width, palette);
  }

  /** The headings that say whether the examples under them are to be followed have its colour. */
  private static Colour verdict(Heading heading) {
    String title = heading.getFirstChild() instanceof Text text ? text.getLiteral() : "";
    return switch (title) {
      case "Wrong" -> Colour.WRONG;
      case "Right" -> Colour.RIGHT;
      default -> Colour.NONE;
    };
  }

  private List<String> example(Fence fence, String text, int width) {
    List<String> lines = new ArrayList<>();
    fence
        .caption()
        .ifPresent(
            words -> {
              Paragraph caption = new Paragraph();
              caption.add(words, Colour.NONE);
              lines.addAll(caption.lines(width, palette));
            });
    lines.addAll(indented(MARGIN, code.lines(fence.language(), text)));
    return lines;
  }

  private List<String> list(ListBlock list, int width) {
    List<String> lines = new ArrayList<>();
    int number = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : 0;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      if (!lines.isEmpty() && !list.isTight()) {
        lines.add("");
      }
      String mark = list instanceof OrderedList ? number + ". " : BULLET;
      List<String> inside = blocks(item, width - mark.length());
      String first = inside.isEmpty() ? "" : inside.get(0);
      lines.add((mark + first).stripTrailing());
      lines.addAll(
          indented(
              " ".repeat(mark.length()),
              inside.subList(Math.min(1, inside.size()), inside.size())));
      number++;
    }
    return lines;
  }

  private static List<String> indented(String indent, List<String> lines) {
    List<String> result = new ArrayList<>();
    lines.forEach(line -> result.add(line.isEmpty() ? "" : indent + line));
    return result;
  }
}
