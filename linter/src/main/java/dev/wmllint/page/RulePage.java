package dev.wmllint.page;

import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.text.Palette;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The page of a rule: What it finds, Why it matters, Wrong, Right, How to fix.
 *
 * @param markdown the page as it is written, in CommonMark
 */
public record RulePage(RuleId id, String markdown) {
  private static final String FIRST_SECTION = "## What it finds\n";

  /** The page of a rule; every rule of the catalogue has one. */
  public static Optional<RulePage> of(RuleId id) {
    try (InputStream in = RulePage.class.getResourceAsStream("/rules/" + id + ".md")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new RulePage(id, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the rule finds: the first paragraph of that section, in one line. */
  public Optional<String> finds() {
    int start = markdown.indexOf(FIRST_SECTION);
    if (start < 0) {
      return Optional.empty();
    }
    String section = markdown.substring(start + FIRST_SECTION.length()).stripLeading();
    int end = section.indexOf("\n\n");
    String paragraph = end < 0 ? section : section.substring(0, end);
    return Optional.of(paragraph.replace('\n', ' ').strip());
  }

  /**
   * The page for a terminal.
   *
   * @param width the number of columns that prose is wrapped to; examples keep their lines
   */
  public String forTerminal(int width, boolean coloured) {
    return new TerminalPage(new Palette(coloured)).render(markdown, width);
  }
}
