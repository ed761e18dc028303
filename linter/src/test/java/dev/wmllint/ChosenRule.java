package dev.wmllint;

import dev.wmllint.text.SourceText;
import java.util.Optional;

/** {@code mvn -Drule=ID test} runs the tests with this tag, as far as they are about one rule. */
public final class ChosenRule {
  /** The tag of the tests that such a run consists of. */
  public static final String TAG = "rule";

  private ChosenRule() {}

  /** The rule's id; empty when all tests run. */
  public static Optional<String> id() {
    return Optional.ofNullable(System.getProperty("rule")).filter(id -> !id.isEmpty());
  }

  /** Whether the tests of a rule run. */
  public static boolean includes(String rule) {
    return id().map(rule::equals).orElse(true);
  }

  /** Whether the tests of a manifest run: all, or those in which the rule finds something. */
  public static boolean speaksIn(SourceText source) {
    return id().isEmpty()
        || Fixture.lint(source).diagnostics().stream()
            .anyMatch(finding -> includes(finding.rule().value()));
  }
}
