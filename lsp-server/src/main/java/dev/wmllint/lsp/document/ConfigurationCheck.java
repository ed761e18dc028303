package dev.wmllint.lsp.document;

import dev.wmllint.config.ConfigProblem;
import dev.wmllint.config.ConfigReader;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.text.Message;
import dev.wmllint.text.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The linter's own configuration, checked while it is written; and manifests that it keeps back.
 */
public final class ConfigurationCheck {
  /** What an editor shows in the place of a rule's name. */
  public static final RuleId ID = new RuleId("configuration");

  private ConfigurationCheck() {}

  /** What is not right in a configuration, as it is on the screen. */
  static List<Diagnostic> of(OpenDocument document) {
    Path file = DocumentUri.path(document.uri()).orElseGet(() -> Path.of(document.source().name()));
    return ConfigReader.read(file, document.source()).problems().stream()
        .map(ConfigurationCheck::finding)
        .toList();
  }

  /**
   * What is said of a manifest instead of all findings, while its configuration is not right.
   *
   * @param problems of the configuration, at least one
   * @param firstLine of the manifest
   */
  static Diagnostic refusal(List<ConfigProblem> problems, Span firstLine) {
    ConfigProblem first = problems.get(0);
    String line = first.place().map(at -> " at line " + (at.start().line() + 1)).orElse("");
    String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
    String message =
        "not checked: %s has a mistake%s: %s%s"
            .formatted(first.file().getFileName(), line, first.message(), more);
    return finding(firstLine, message);
  }

  private static Diagnostic finding(ConfigProblem problem) {
    Span span = problem.place().map(ConfigProblem.Place::span).orElse(Span.at(0));
    return finding(span, problem.message());
  }

  private static Diagnostic finding(Span span, String message) {
    return new Diagnostic(
        ID,
        Severity.ERROR,
        Optional.of(span),
        Optional.empty(),
        Message.of(message),
        Message.EMPTY,
        List.of(),
        List.of());
  }
}
