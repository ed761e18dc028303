package dev.wmllint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All that is said about all fixtures reads alike: clauses in lower case without a full stop. */
@Tag(ChosenRule.TAG)
final class PhrasingTest {
  /** Words that are capitals wherever they stand. */
  private static final String NAME = "(YAML|JSON|HTML|GPU|UTF|IBM|Python|Keras|TensorFlow)\\b.*";

  @Test
  void messagesAndHelps() {
    List<String> clauses = new ArrayList<>();
    Stream.of("err", "fix", "ok")
        .flatMap(FixTest::sources)
        .flatMap(file -> Fixture.lint(Fixture.read(file)).diagnostics().stream())
        .forEach(finding -> add(finding, clauses));
    assertTrue(clauses.size() > 100);
    TreeSet<String> wrong = new TreeSet<>();
    for (String clause : clauses) {
      boolean capital = Character.isUpperCase(clause.charAt(0)) && !clause.matches(NAME);
      if (capital || clause.endsWith(".")) {
        wrong.add(clause);
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  private static void add(Diagnostic finding, List<String> clauses) {
    clauses.add(finding.message().text());
    finding.related().forEach(related -> clauses.add(related.message().text()));
    finding.fixes().forEach(fix -> clauses.add(fix.title().text()));
    if (!finding.help().isEmpty()) {
      clauses.add(finding.help().text());
    }
  }
}
