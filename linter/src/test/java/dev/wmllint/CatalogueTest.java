package dev.wmllint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.rules.command.CommandCase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The catalogue of rules. Ids, severities and kinds of fixes are stable, because suppressions,
 * configurations and scripts name them: a change of one shows in the table of the README.
 */
@Tag(ChosenRule.TAG)
final class CatalogueTest {
  private static final int FIXTURES = 3;

  @Test
  void holdsEveryRuleOnce() {
    List<RuleId> ids = RuleRegistry.catalogue().stream().map(RuleInfo::id).toList();
    assertEquals(List.copyOf(new LinkedHashSet<>(ids)), ids);
  }

  @Test
  void holdsTheChosenRule() {
    ChosenRule.id()
        .ifPresent(id -> assertTrue(RuleRegistry.find(id).isPresent(), "unknown rule: " + id));
  }

  @Test
  void describesEveryRule() {
    for (RuleInfo info : RuleRegistry.catalogue()) {
      String summary = info.summary();
      assertTrue(!summary.isBlank() && !summary.endsWith("."), () -> info.id() + ": " + summary);
    }
  }

  @Test
  void everyRuleHasFixtures() {
    List<String> rules = new ArrayList<>();
    Mistake.read(Fixture.TESTDATA.resolve("mistakes"))
        .forEach(mistake -> rules.add(mistake.rule()));
    Fixture.files("err", ".yaml")
        .forEach(file -> rules.add(file.getParent().getFileName().toString()));
    for (Path file : Fixture.files("command-rules", ".txt")) {
      CommandCase.read(file).stream()
          .flatMap(one -> one.expected().stream())
          .forEach(expected -> rules.add(expected.rule()));
    }
    for (RuleInfo info : RuleRegistry.catalogue()) {
      String id = info.id().value();
      // Zips that break a rule of the model definition are made by the tests of their own.
      if (!id.startsWith("model-") && ChosenRule.includes(id)) {
        int count = Collections.frequency(rules, id);
        assertTrue(count >= FIXTURES, () -> id + " has " + count + " fixtures");
      }
    }
  }
}
