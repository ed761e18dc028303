package dev.wmllint.lsp;

import dev.wmllint.config.ConfigProblem;
import dev.wmllint.config.ConfigReader;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.text.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The linter's own configuration, checked while it is written. */
final class ConfigurationCheck {
  /** What an editor shows where a rule's name stands else. */
  private static final RuleId ID = new RuleId("configuration");

  private ConfigurationCheck() {}

  /** What is not right in a configuration, as it is on the screen. */
  static List<Diagnostic> of(OpenDocument document) {
    Path file = DocumentUri.path(document.uri()).orElseGet(() -> Path.of(document.source().name()));
    return ConfigReader.read(file, document.source()).problems().stream()
        .map(ConfigurationCheck::finding)
        .toList();
  }

  private static Diagnostic finding(ConfigProblem problem) {
    Span span = problem.place().map(ConfigProblem.Place::span).orElse(Span.at(0));
    return new Diagnostic(
        ID,
        Severity.ERROR,
        Optional.of(span),
        Optional.empty(),
        problem.message(),
        "",
        List.of(),
        List.of());
  }
}
