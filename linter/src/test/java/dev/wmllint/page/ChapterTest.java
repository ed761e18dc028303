package dev.wmllint.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wmllint.ChosenRule;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag(ChosenRule.TAG)
final class ChapterTest {
  @Test
  void eachRuleBelongsToOneChapter() {
    List<RuleInfo> rules =
        Chapter.all().stream().flatMap(chapter -> chapter.rules().stream()).toList();
    assertEquals(sorted(RuleRegistry.catalogue()), sorted(rules));
  }

  private static List<RuleInfo> sorted(List<RuleInfo> rules) {
    return rules.stream().sorted(Comparator.comparing(RuleInfo::id)).toList();
  }
}
