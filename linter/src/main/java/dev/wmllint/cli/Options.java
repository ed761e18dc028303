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
 * @param model {@code --model}
 * @param noModel {@code --no-model}
 * @param outputs {@code --format}; none when standard output takes the diff
 * @param failOn {@code --fail-on}; empty for never
 * @param settings what stands in place of the configuration
 * @param baseline {@code --baseline} and {@code --write-baseline}
 * @param fixing {@code --fix} and {@code --diff}; empty when findings are only reported
 * @param colour whether to colour
 * @param quiet {@code --quiet}
 * @param statistics {@code --statistics}
 * @param skipOthers {@code --skip-others}
 * @param stdinName {@code --stdin-filename}
 * @param jobs {@code --jobs}: how many threads look at manifests
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

  /**
   * What the configuration is, or is overruled by.
   *
   * @param config {@code --config}
   * @param noConfig {@code --no-config}
   * @param show {@code --show-config}
   * @param rules {@code --rule}
   * @param frameworks {@code --frameworks}
   */
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
   * @param diff whether the corrections are only shown
   */
  record Fixing(Safety safety, boolean diff) {}
}
