package dev.wmllint.cli;

import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The command line, read.
 *
 * @param files manifests, model definitions, folders, globs and {@code -}, as given
 * @param model {@code --model}
 * @param noModel {@code --no-model}
 * @param format {@code --format}
 * @param failOn {@code --fail-on}; empty for never
 * @param severities {@code --rule}; an empty severity switches the rule off
 * @param frameworks {@code --frameworks}
 * @param colour whether to colour
 * @param quiet {@code --quiet}
 * @param skipOthers {@code --skip-others}
 * @param stdinName {@code --stdin-filename}
 */
record Options(
    List<String> files,
    Optional<Path> model,
    boolean noModel,
    Format format,
    Optional<Severity> failOn,
    Map<RuleId, Optional<Severity>> severities,
    Optional<Path> frameworks,
    boolean colour,
    boolean quiet,
    boolean skipOthers,
    Optional<String> stdinName) {
  /** The formats of a report. */
  enum Format {
    TEXT,
    JSON
  }
}
