package dev.wmllint.page;

import dev.wmllint.text.Colour;
import dev.wmllint.text.Palette;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Makes a {@link Paragraph} of the content of a block. */
final class ProseReader extends AbstractVisitor {
  private final Paragraph paragraph = new Paragraph();
  private final Palette palette;
  private Colour ink;

  private ProseReader(Palette palette, Colour ink) {
    this.palette = palette;
    this.ink = ink;
  }

  /**
   * @param ink what they look like where they say nothing else
   */
  static Paragraph read(Node block, Colour ink, Palette palette) {
    ProseReader reader = new ProseReader(palette, ink);
    reader.visitChildren(block);
    return reader.paragraph;
  }

  @Override
  public void visit(Text text) {
    paragraph.add(text.getLiteral(), ink);
  }

  @Override
  public void visit(Code code) {
    paragraph.addUnbroken(
        palette.mark("`") + code.getLiteral() + palette.mark("`"), ink.and(Colour.CODE));
  }

  @Override
  public void visit(Emphasis emphasis) {
    mark("*", Colour.ITALIC, emphasis);
  }

  @Override
  public void visit(StrongEmphasis emphasis) {
    mark("**", Colour.BOLD, emphasis);
  }

  private void mark(String mark, Colour added, Node node) {
    paragraph.addUnbroken(palette.mark(mark), ink);
    inside(added, node);
    paragraph.addUnbroken(palette.mark(mark), ink);
  }

  private void inside(Colour added, Node node) {
    Colour before = ink;
    ink = ink.and(added);
    visitChildren(node);
    ink = before;
  }

  /** A link leads somewhere from a terminal only by its whole address. */
  @Override
  public void visit(Link link) {
    inside(Colour.LINK, link);
    boolean shown =
        link.getFirstChild() instanceof Text text
            && text.getLiteral().equals(link.getDestination());
    if (link.getDestination().contains("://") && !shown) {
      paragraph.add(" (", ink);
      paragraph.addUnbroken(link.getDestination(), ink);
      paragraph.addUnbroken(")", ink);
    }
  }

  @Override
  public void visit(Image image) {
    inside(Colour.NONE, image);
  }

  @Override
  public void visit(SoftLineBreak lineBreak) {
    paragraph.add(" ", ink);
  }

  @Override
  public void visit(HardLineBreak lineBreak) {
    paragraph.breakLine();
  }
}
