package dev.wmllint.report;

import dev.wmllint.diagnostic.RuleId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a rule's page says, for formats that carry documentation.
 *
 * @param markdown the whole page
 */
record RuleHelp(String markdown) {
  private static final String FIRST_SECTION = "## What it finds\n";

  /** The page of a rule, which is part of the program; empty for a rule that is none of ours. */
  static Optional<RuleHelp> of(RuleId rule) {
    try (InputStream page = RuleHelp.class.getResourceAsStream("/rules/" + rule + ".md")) {
      return page == null
          ? Optional.empty()
          : Optional.of(new RuleHelp(new String(page.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the rule finds: the first paragraph of that section, in one line. */
  Optional<String> finds() {
    int start = markdown.indexOf(FIRST_SECTION);
    if (start < 0) {
      return Optional.empty();
    }
    String section = markdown.substring(start + FIRST_SECTION.length()).stripLeading();
    int end = section.indexOf("\n\n");
    String paragraph = end < 0 ? section : section.substring(0, end);
    return Optional.of(paragraph.replace('\n', ' ').strip());
  }
}
