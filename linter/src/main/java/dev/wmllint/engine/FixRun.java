package dev.wmllint.engine;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.fix.FixApplier;
import dev.wmllint.fix.FixApplier.Choice;
import dev.wmllint.fix.Safety;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.rules.document.DocumentRules;
import dev.wmllint.text.Edit;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.syntax.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * Fixes one manifest round by round, until nothing is left to apply. No fix is taken at its word:
 * after each round the text is looked at again, and a round that did harm is taken back.
 */
final class FixRun {
  /** More rounds than any manifest needs; fixes that undo each other end here. */
  private static final int MAX_ROUNDS = 32;

  /** More looks at the text than any manifest needs, for fixes that have to be tried singly. */
  private static final int MAX_TRIALS = 128;

  /** In longer texts a round that did harm is taken back as a whole: each look takes its time. */
  private static final int MAX_SINGLY_LENGTH = 1 << 16;

  private final Function<SourceText, LintResult> lint;
  private final Safety allowed;
  private final SourceText first;
  private final List<FixResult.Applied> applied = new ArrayList<>();
  private final ComposedEdits edits;
  private LintResult current;
  private int trials;
  private boolean gaveUp;

  /**
   * Prepares a run.
   *
   * @param lint looks at a text; asked again after each round
   * @param before what it says about the text to start from
   * @param allowed the least safe fixes that may be applied
   */
  FixRun(Function<SourceText, LintResult> lint, LintResult before, Safety allowed) {
    this.lint = lint;
    this.current = before;
    this.first = before.document().source();
    this.edits = new ComposedEdits(before.document().text());
    this.allowed = allowed;
  }

  FixResult run() {
    LintResult before = current;
    Optional<FixResult.Obstacle> obstacle = obstacle(before);
    if (obstacle.isPresent()) {
      return FixResult.none(before, obstacle.get());
    }
    Set<String> seen = new HashSet<>();
    for (int round = 1; round <= MAX_ROUNDS && seen.add(current.document().text()); round++) {
      if (!goesOn(round)) {
        return result(before, !gaveUp);
      }
    }
    return result(before, false);
  }

  private FixResult result(LintResult before, boolean converged) {
    return new FixResult(before, current, applied, edits.edits(), converged, Optional.empty());
  }

  private static Optional<FixResult.Obstacle> obstacle(LintResult result) {
    if (!result.crashes().isEmpty()) {
      return Optional.of(FixResult.Obstacle.CRASHED);
    }
    if (result.document().isRefused()) {
      return Optional.of(FixResult.Obstacle.REFUSED);
    }
    boolean kept = DocumentRules.isReadable(result.document()) && isEncodable(result);
    return kept ? Optional.empty() : Optional.of(FixResult.Obstacle.ENCODING);
  }

  /** Half of a surrogate pair, which an editor may hold, has no bytes. */
  private static boolean isEncodable(LintResult result) {
    SourceText source = result.document().source();
    return source.charset().newEncoder().canEncode(source.text());
  }

  /** Applies a round of fixes: all that fit beside each other, or else those that do no harm. */
  private boolean goesOn(int round) {
    List<Choice<Diagnostic>> choices = FixApplier.compatible(current.diagnostics(), allowed);
    if (choices.isEmpty()) {
      return false;
    }
    SourceText source = current.document().source();
    List<Choice<Diagnostic>> chosen =
        isApplied(choices, source) ? choices : singly(choices, source);
    chosen.forEach(choice -> applied.add(applied(choice, round)));
    List<Edit> made = chosen.stream().flatMap(choice -> choice.fix().edits().stream()).toList();
    edits.add(made, current.document().text());
    return !chosen.isEmpty();
  }

  private List<Choice<Diagnostic>> singly(List<Choice<Diagnostic>> choices, SourceText source) {
    List<Choice<Diagnostic>> harmless = new ArrayList<>();
    if (choices.size() > 1 && source.text().length() <= MAX_SINGLY_LENGTH) {
      for (Choice<Diagnostic> choice : choices) {
        harmless.add(choice);
        if (!isApplied(harmless, source)) {
          harmless.remove(harmless.size() - 1);
        }
      }
    }
    return harmless;
  }

  /** Looks at a text with fixes; where they did no harm, it is the current one. */
  private boolean isApplied(List<Choice<Diagnostic>> choices, SourceText source) {
    if (trials++ >= MAX_TRIALS) {
      gaveUp = true;
      return false;
    }
    String text = FixApplier.apply(source.text(), choices.stream().map(Choice::fix).toList());
    LintResult next = lint.apply(source.withText(text));
    boolean safe = choices.stream().allMatch(choice -> choice.fix().safety() == Safety.SAFE);
    boolean harmless = isHarmless(next, safe);
    if (harmless) {
      current = next;
    }
    return harmless;
  }

  private FixResult.Applied applied(Choice<Diagnostic> choice, int round) {
    OptionalInt place =
        choice.finding().span().map(span -> edits.origin(span.start())).orElse(OptionalInt.empty());
    return new FixResult.Applied(
        round,
        choice.finding().rule(),
        choice.fix().title().text(),
        choice.fix().safety(),
        place.isPresent()
            ? Optional.of(first.lines().position(place.getAsInt()))
            : Optional.empty());
  }

  /**
   * Whether a text is at least as well as the current one. Text that cannot be parsed weighs more
   * than any other problem, such as an unknown tag: one must not take the place of the other.
   */
  private boolean isHarmless(LintResult next, boolean safe) {
    return obstacle(next).isEmpty()
        && illFormed(next) <= illFormed(current)
        && next.document().problems().size() <= current.document().problems().size()
        && findings(next, safe) <= findings(current, safe);
  }

  private static long illFormed(LintResult result) {
    return result.document().problems().stream().filter(Problem::isIllFormed).count();
  }

  private static long findings(LintResult result, boolean all) {
    // An unsafe fix that inserts may leave something to be filled in.
    return result.diagnostics().stream()
        .filter(d -> all || !RuleRegistry.is(d.rule(), RuleInfo.Trait.TO_FILL_IN))
        .count();
  }
}
