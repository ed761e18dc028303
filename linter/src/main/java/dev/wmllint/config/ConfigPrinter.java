package dev.wmllint.config;

import dev.wmllint.file.Glob;
import dev.wmllint.fix.DoubleQuoted;
import dev.wmllint.fix.ScalarText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes settings as a configuration, each with a comment that says where it comes from. The text
 * is valid YAML, and saved beside the configuration that it comes from it means the same.
 */
public final class ConfigPrinter {
  /** Comments are below each other, unless a value reaches farther than this. */
  private static final int MAX_INDENT = 56;

  private final List<Line> lines = new ArrayList<>();

  private record Line(String text, String comment) {}

  private ConfigPrinter() {}

  /**
   * The settings in force, one a line, the defaults too.
   *
   * @param builtIn the table of frameworks where no other is in force
   */
  public static String print(Config config, Map<String, List<String>> builtIn) {
    ConfigPrinter printer = new ConfigPrinter();
    printer.models(config);
    printer.rules(config);
    printer.frameworks(config.frameworks().orElse(Frameworks.of(builtIn, Origin.DEFAULT)));
    printer.exclude(config);
    printer.limits(config.limits());
    return printer.text();
  }

  private void models(Config config) {
    head("models", config.models().isEmpty() ? " {}" : "");
    for (Setting<ModelMapping> model : config.models()) {
      String glob = ScalarText.word(model.value().manifests().text());
      line("  " + glob + ": " + ScalarText.word(model.value().model()), model.origin());
    }
  }

  private void rules(Config config) {
    head("rules", config.rules().isEmpty() ? " {}" : "");
    config
        .rules()
        .forEach(
            (rule, severity) ->
                line("  " + rule + ": " + severity.value().word(), severity.origin()));
  }

  private void frameworks(Frameworks frameworks) {
    head("frameworks", "");
    frameworks
        .versions()
        .forEach(
            (name, versions) ->
                line(
                    "  " + ScalarText.word(name) + ": " + inBrackets(versions.value()),
                    versions.origin()));
  }

  static String inBrackets(List<String> versions) {
    return versions.stream().map(ScalarText::word).collect(Collectors.joining(", ", "[", "]"));
  }

  private void exclude(Config config) {
    head("exclude", config.exclude().isEmpty() ? " []" : "");
    for (Setting<Glob> glob : config.exclude()) {
      line("  - " + ScalarText.word(glob.value().text()), glob.origin());
    }
  }

  private void limits(Limits limits) {
    head("limits", "");
    for (Limit limit : Limit.values()) {
      Setting<Long> value = limits.get(limit);
      line("  " + limit.key() + ": " + limit.written(value.value()), value.origin());
    }
  }

  private void head(String key, String nothing) {
    lines.add(new Line(key + ":" + nothing, nothing.isEmpty() ? "" : Origin.DEFAULT.label()));
  }

  private void line(String text, Origin origin) {
    lines.add(new Line(text, inComment(origin.label())));
  }

  /** A line end would end the comment. */
  private static String inComment(String words) {
    boolean odd = words.chars().anyMatch(Character::isISOControl);
    return odd ? DoubleQuoted.of(words) : words;
  }

  private String text() {
    int column = 0;
    for (Line line : lines) {
      int width = line.text().length();
      column = line.comment().isEmpty() || width > MAX_INDENT ? column : Math.max(column, width);
    }
    StringBuilder out = new StringBuilder();
    for (Line line : lines) {
      out.append(line.text());
      if (!line.comment().isEmpty()) {
        out.append(" ".repeat(Math.max(0, column - line.text().length())));
        out.append("  # ").append(line.comment());
      }
      out.append('\n');
    }
    return out.toString();
  }
}
