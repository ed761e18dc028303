package dev.wmllint.docs;

import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.page.RulePage;
import dev.wmllint.rule.RuleInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The pages of {@code src/main/resources/rules}, as the tests look at them. */
final class RulePages {
  static final List<String> HEADINGS =
      List.of("What it finds", "Why it matters", "Wrong", "Right", "How to fix");

  private static final Path FOLDER = Path.of("src/main/resources/rules");

  private RulePages() {}

  /** All that there are, with a rule or without, by name. */
  static List<RulePage> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().map(RulePages::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RulePage read(Path file) {
    try {
      String name = file.getFileName().toString();
      return new RulePage(new RuleId(name.replaceFirst("\\.md$", "")), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How the page of a rule begins: what the catalogue says. */
  static String head(RuleInfo rule) {
    String summary = rule.summary();
    List<String> facts = new ArrayList<>();
    facts.add("Severity: " + rule.severity().label());
    facts.add("Fix: " + rule.fix().name().toLowerCase(Locale.ROOT));
    if (rule.needsModel()) {
      facts.add("Needs the model definition");
    }
    return "# %s\n\n%s%s.\n\n%s.\n\n"
        .formatted(
            rule.id(),
            Character.toUpperCase(summary.charAt(0)),
            summary.substring(1),
            String.join(" · ", facts));
  }

  /** The examples of a section: manifests, and whatever comes with a model definition. */
  static List<Markdown.Fence> examples(RulePage page, String section) {
    return Markdown.fences(Markdown.sections(page.markdown()).getOrDefault(section, "")).stream()
        .filter(fence -> fence.language().equals("yaml") || fence.attributes().containsKey("zip"))
        .toList();
  }
}
