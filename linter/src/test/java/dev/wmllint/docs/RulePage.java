package dev.wmllint.docs;

import dev.wmllint.rule.RuleInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A page of {@code src/main/resources/rules}, which documents one rule. */
record RulePage(String id, String text) {
  static final List<String> HEADINGS =
      List.of("What it finds", "Why it matters", "Wrong", "Right", "How to fix");

  private static final Path FOLDER = Path.of("src/main/resources/rules");

  /** All pages, by name. */
  static List<RulePage> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().map(RulePage::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RulePage read(Path file) {
    try {
      String name = file.getFileName().toString();
      return new RulePage(name.replaceFirst("\\.md$", ""), Files.readString(file));
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

  Map<String, String> sections() {
    return Markdown.sections(text);
  }

  /** The examples of a section: manifests, and whatever comes with a model definition. */
  List<Markdown.Fence> examples(String section) {
    return Markdown.fences(sections().getOrDefault(section, "")).stream()
        .filter(fence -> fence.language().equals("yaml") || fence.attributes().containsKey("zip"))
        .toList();
  }
}
