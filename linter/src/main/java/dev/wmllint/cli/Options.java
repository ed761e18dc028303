package dev.wmllint.cli;

import dev.wmllint.config.Frameworks;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.RuleSetting;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.fix.Safety;
import dev.wmllint.report.Format;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The command line of a run, read.
 *
 * @param files manifests, model definitions, folders, globs and {@code -}, as given
 * @param outputs the reports; none when standard output takes the diff
 * @param failOn empty for never
 * @param settings what replaces the configuration, or a part of it
 * @param fixing empty when findings are only reported
 */
record Options(
    List<String> files,
    Optional<Path> model,
    boolean noModel,
    List<Output> outputs,
    Optional<Severity> failOn,
    Settings settings,
    Optional<BaselineUse> baseline,
    Optional<Fixing> fixing,
    boolean colour,
    boolean quiet,
    boolean statistics,
    boolean skipOthers,
    Optional<String> stdinName,
    int jobs) {
  Options {
    files = List.copyOf(files);
    outputs = List.copyOf(outputs);
  }

  /**
   * A report in one format.
   *
   * @param file where it goes; standard output when empty
   */
  record Output(Format format, Optional<Path> file) {}

  /** Where settings come from, and which are set on the command line; {@code show} prints them. */
  record Settings(
      Optional<Path> config,
      boolean noConfig,
      boolean show,
      Map<RuleId, RuleSetting> rules,
      Optional<Frameworks> frameworks) {}

  /**
   * The findings that are known already.
   *
   * @param write whether all findings of this run become the baseline
   */
  record BaselineUse(Path file, boolean write) {}

  /**
   * Correcting, and not only reporting.
   *
   * @param safety the least safe fixes that are applied
   */
  record Fixing(Safety safety, boolean diff) {}
}
