package dev.wmllint.engine;

import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.fix.Safety;
import dev.wmllint.text.Edit;
import dev.wmllint.text.Position;
import dev.wmllint.text.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * What fixing one manifest led to.
 *
 * @param before the manifest as it was
 * @param after the manifest as it is now, and what remains to be said about it; {@code before}
 *     itself where nothing was changed
 * @param applied the fixes, in the order in which they were applied
 * @param edits what they come to: edits of the text before, in text order, none touching another
 * @param converged whether no fix is left that may be applied; where some are, fixing once more
 *     would go on
 * @param obstacle why nothing was tried at all
 */
public record FixResult(
    LintResult before,
    LintResult after,
    List<Applied> applied,
    List<Edit> edits,
    boolean converged,
    Optional<Obstacle> obstacle) {
  public FixResult {
    applied = List.copyOf(applied);
    edits = List.copyOf(edits);
  }

  static FixResult none(LintResult result, Obstacle obstacle) {
    return new FixResult(result, result, List.of(), List.of(), true, Optional.of(obstacle));
  }

  /** The text with all fixes, in the encoding and with the byte order mark that it had. */
  public SourceText source() {
    return after.document().source();
  }

  public boolean isChanged() {
    return !before.document().text().equals(after.document().text());
  }

  /**
   * A fix that was applied.
   *
   * @param round the round it was applied in, from 1: later rounds fix what earlier ones uncover
   * @param rule the rule of the finding
   * @param title the fix, such as {@code use 1.2-py3}; not redacted
   * @param safety how safe it is
   * @param position where the finding stands in the text before all fixes; empty where it stood in
   *     text that a fix has written, or in the model definition
   */
  public record Applied(
      int round, RuleId rule, String title, Safety safety, Optional<Position> position) {}

  /** Why a manifest cannot be fixed. */
  public enum Obstacle {
    /** A check failed: what it would have said about the fixes of the others is not known. */
    CRASHED("a check failed on it"),
    /** The text is over a limit, and was not read. */
    REFUSED("it is over a limit"),
    /** Written back, the bytes would be others also where nothing was fixed. */
    ENCODING("its encoding cannot be kept");

    private final String reason;

    Obstacle(String reason) {
      this.reason = reason;
    }

    /** A few words that follow "is left as it is: ". */
    public String reason() {
      return reason;
    }
  }
}
