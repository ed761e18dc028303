package dev.wmllint.model;

import dev.wmllint.diagnostic.RuleId;
import java.util.Optional;

/**
 * Something wrong with the model definition itself. One fault counts all entries that have it.
 *
 * @param rule one of the {@code model-*} rules
 * @param message what is wrong; one line, no full stop; names in it are safe to print
 * @param help what would be right; one line
 * @param entry name of the first entry that has the fault: as the zip has it where the name is the
 *     fault, else as in {@link ModelEntry#name()}. Not made printable. Empty when the fault is that
 *     of the whole
 * @param mild whether some programs read the model definition all the same
 */
public record ModelFault(
    RuleId rule, String message, String help, Optional<String> entry, int more, boolean mild) {
  ModelFault(RuleId rule, String message, String help, Optional<String> entry, int more) {
    this(rule, message, help, entry, more, false);
  }

  ModelFault andOneMore() {
    return new ModelFault(rule, message, help, entry, more + 1);
  }

  /** The message says how many other entries there are. */
  ModelFault withCount() {
    String others = more == 0 ? "" : " (and " + more + " more like it)";
    return new ModelFault(rule, message + others, help, entry, more);
  }
}
