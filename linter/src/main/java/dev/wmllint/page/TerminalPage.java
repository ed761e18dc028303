package dev.wmllint.page;

import dev.wmllint.text.Colour;
import dev.wmllint.text.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * Renders CommonMark for a terminal: headings flush left, what is under them indented as in a
 * manual page, examples once more.
 */
record TerminalPage(Palette palette) {
  private static final String MARGIN = "  ";
  private static final String QUOTE = "| ";
  private static final String BULLET = "- ";
  private static final String PROMPT = "$ ";
  private static final Pattern KEY = Pattern.compile("( *(?:- )*)([\\w-]+:)( .*)?");

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
    boolean yaml = fence.language().equals("yaml");
    List<String> code = text.lines().map(line -> yaml ? yaml(line) : shell(line)).toList();
    lines.addAll(indented(MARGIN, code));
    return lines;
  }

  /** Keys and prompts are coloured, comments are faint. */
  private String yaml(String line) {
    int comment = line.stripLeading().startsWith("#") ? 0 : line.indexOf(" #");
    if (comment >= 0) {
      return key(line.substring(0, comment)) + palette.paint(Colour.FAINT, line.substring(comment));
    }
    return key(line);
  }

  private String key(String line) {
    Matcher key = KEY.matcher(line);
    if (!key.matches()) {
      return line;
    }
    String value = key.group(3) == null ? "" : key.group(3);
    return key.group(1) + palette.paint(Colour.CODE, key.group(2)) + value;
  }

  private String shell(String line) {
    return line.startsWith(PROMPT)
        ? palette.paint(Colour.FAINT, PROMPT) + palette.paint(Colour.BOLD, line.substring(2))
        : line;
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
