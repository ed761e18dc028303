package dev.wmllint.scaffold;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.Linter;
import dev.wmllint.manifest.Placeholder;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.text.Nearest;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.YamlLimits;
import java.util.Map;
import java.util.Optional;

/**
 * What is wrong with an answer: what the linter says of a manifest with it.
 *
 * @param schema the format, with the table of frameworks that is in force
 * @param field what was asked
 * @param answer as it was given
 */
record AnswerCheck(ManifestSchema schema, Field field, String answer) {

  /**
   * One line, in lower case, without a full stop; empty when the answer will do. A placeholder
   * will.
   *
   * @param node what the schema says about the field
   * @param manifest the manifest with the answer
   */
  Optional<String> problem(Optional<SchemaNode> node, String manifest) {
    Linter linter = new Linter(new LintConfig(schema, Map.of(), YamlLimits.DEFAULT));
    LintRequest request = LintRequest.of(SourceText.of("new manifest", manifest));
    return linter.lint(request).diagnostics().stream()
        .filter(diagnostic -> diagnostic.path().equals(Optional.of(field.path().toString())))
        .filter(this::isProblem)
        .map(diagnostic -> diagnostic.fullMessage() + node.map(this::didYouMean).orElse(""))
        .findFirst();
  }

  /** The same for what no manifest may hold, so that none need be made. */
  Optional<String> problem() {
    if (answer.isBlank()) {
      return Optional.of("it is empty");
    }
    return answer.codePoints().anyMatch(AnswerCheck::isNoText)
        ? Optional.of("it has a line end or another control character")
        : Optional.empty();
  }

  private static boolean isNoText(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }

  /** A shell can do what looks wrong: of a command only what is surely wrong is refused. */
  private boolean isProblem(Diagnostic diagnostic) {
    return diagnostic.severity() == Severity.ERROR
        || (diagnostic.severity() == Severity.WARNING
            && field != Field.COMMAND
            && !Placeholder.isToCome(answer));
  }

  private String didYouMean(SchemaNode node) {
    return Optional.ofNullable(node.valueSynonyms().get(answer))
        .filter(node.enumValues()::contains)
        .or(() -> Nearest.of(answer, node.enumValues()))
        .map(Nearest::didYouMean)
        .orElse("");
  }
}
