package dev.wmllint.credentials;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.Linter;
import dev.wmllint.manifest.Placeholder;
import dev.wmllint.schema.DocPath;
import dev.wmllint.text.SourceText;
import java.util.List;

/** What the linter would say about a connection. */
public final class ConnectionCheck {
  private static final DocPath CONNECTION = DocPath.of("training_results_reference", "connection");

  private ConnectionCheck() {}

  /** Errors and warnings, one line each, without values; a placeholder is none. */
  public static List<String> problems(Connection connection) {
    String manifest =
        "model_definition: {}\ntraining_results_reference:\n"
            + connection.yaml(2)
            + "  target:\n    bucket: results\n    type: "
            + connection.storeType()
            + "\n";
    Linter linter = new Linter(LintConfig.DEFAULT);
    List<Diagnostic> found =
        linter.lint(LintRequest.of(SourceText.of("connection", manifest))).diagnostics();
    return connection.keys().stream()
        .filter(key -> !Placeholder.isToCome(connection.values().getOrDefault(key, "<>")))
        .flatMap(key -> found.stream().filter(one -> isAbout(one, key)).map(one -> words(key, one)))
        .toList();
  }

  private static boolean isAbout(Diagnostic diagnostic, String key) {
    return diagnostic.severity() != Severity.INFO
        && diagnostic.path().filter(CONNECTION.key(key).toString()::equals).isPresent();
  }

  private static String words(String key, Diagnostic diagnostic) {
    return key + ": " + diagnostic.fullMessage();
  }
}
