package dev.wmllint.credentials;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.Linter;
import dev.wmllint.fix.DoubleQuoted;
import dev.wmllint.fix.ScalarText;
import dev.wmllint.fix.Sketch;
import dev.wmllint.manifest.Placeholder;
import dev.wmllint.schema.DocPath;
import dev.wmllint.text.SourceText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The connection of a store.
 *
 * @param storeType such as {@code s3}
 * @param keys what the connection needs, in the order of the schema
 * @param values what is known of them; secrets are among them
 */
public record Connection(String storeType, List<String> keys, Map<String, String> values) {
  private static final String NAME = "connection";
  private static final DocPath IN_MANIFEST = DocPath.of("training_results_reference", NAME);

  public Connection {
    keys = List.copyOf(keys);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  public List<String> missing() {
    return keys.stream().filter(key -> !values.containsKey(key)).toList();
  }

  public Connection with(String key, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(key, value);
    return new Connection(storeType, keys, changed);
  }

  /**
   * As a manifest has it: the key {@code connection} with what belongs to it, a placeholder for
   * what is missing.
   */
  public String yaml(int indent) {
    Map<String, Sketch> entries = new LinkedHashMap<>();
    for (String key : keys) {
      Optional<String> value = Optional.ofNullable(values.get(key));
      entries.put(key, new Sketch.Value(value.map(ScalarText::of).orElse(Placeholder.of(key))));
    }
    String block = new Sketch.Entries(entries).block(indent, "\n");
    return " ".repeat(indent) + NAME + ":" + block + "\n";
  }

  /** The same as a JSON object, on several lines. */
  public String json() {
    StringJoiner lines = new StringJoiner(",\n", "{\n  \"" + NAME + "\": {\n", "\n  }\n}\n");
    for (String key : keys) {
      Optional<String> value = Optional.ofNullable(values.get(key));
      String text = value.map(DoubleQuoted::of).orElse(Placeholder.of(key));
      lines.add("    \"" + key + "\": " + text);
    }
    return lines.toString();
  }

  /**
   * What the linter says about it: errors and warnings, one line each, without values; a
   * placeholder is none.
   */
  public List<String> problems() {
    String manifest =
        "model_definition: {}\ntraining_results_reference:\n"
            + yaml(2)
            + "  target:\n    bucket: results\n    type: "
            + storeType
            + "\n";
    Linter linter = new Linter(LintConfig.DEFAULT);
    List<Diagnostic> found =
        linter.lint(LintRequest.of(SourceText.of("connection", manifest))).diagnostics();
    return keys.stream()
        .filter(key -> !Placeholder.isToCome(values.getOrDefault(key, "<>")))
        .flatMap(
            key ->
                found.stream()
                    .filter(one -> isAbout(one, key))
                    .map(one -> key + ": " + one.fullMessage()))
        .toList();
  }

  private static boolean isAbout(Diagnostic diagnostic, String key) {
    return diagnostic.severity() != Severity.INFO
        && diagnostic.path().filter(IN_MANIFEST.key(key).toString()::equals).isPresent();
  }

  /** Without the values: they are secrets. */
  @Override
  public String toString() {
    return storeType + " " + values.keySet();
  }
}
