package dev.wmllint.engine;

import dev.wmllint.fix.Fix;
import dev.wmllint.fix.FixApplier;
import dev.wmllint.fix.Safety;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.SequenceNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Tries fixes that make a text readable. Where there are several, each reads it in another way: the
 * one that leaves the fewest findings is right, unless another that means something else does as
 * well.
 */
record FixTrial(ManifestDocument document, Function<SourceText, LintResult> lint) {
  /** In longer texts only the likeliest is tried: each look takes its time. */
  private static final int MAX_TRIAL_LENGTH = 1 << 16;

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private record Outcome(Fix fix, LintResult result) {
    int findings() {
      return result.diagnostics().size();
    }
  }

  /**
   * The best of several fixes; safe only where it is sure.
   *
   * @param fixes the likeliest first; at least one
   * @param findings how many there are without a fix
   */
  Fix best(List<Fix> fixes, int findings) {
    int count = document.text().length() > MAX_TRIAL_LENGTH ? 1 : fixes.size();
    List<Outcome> outcomes = fixes.subList(0, count).stream().map(this::outcome).toList();
    Outcome best = outcomes.get(0);
    for (Outcome outcome : outcomes) {
      best = outcome.findings() < best.findings() ? outcome : best;
    }
    boolean sure = best.findings() <= findings;
    for (Outcome outcome : outcomes) {
      sure &= outcome.findings() > best.findings() || meansTheSame(outcome, best);
    }
    return sure ? best.fix() : new Fix(best.fix().title(), Safety.UNSAFE, best.fix().edits());
  }

  private Outcome outcome(Fix fix) {
    String mended = FixApplier.apply(document.text(), List.of(fix));
    return new Outcome(fix, lint.apply(document.source().withText(mended)));
  }

  private static boolean meansTheSame(Outcome one, Outcome other) {
    Optional<Node> root = one.result().document().root();
    Optional<Node> otherRoot = other.result().document().root();
    return root.isPresent() && otherRoot.isPresent() && isSame(root.get(), otherRoot.get());
  }

  private static boolean isSame(Node one, Node other) {
    if (one instanceof ScalarNode scalar && other instanceof ScalarNode twin) {
      return words(scalar).equals(words(twin));
    }
    if (one instanceof SequenceNode list && other instanceof SequenceNode twin) {
      return areSame(list.items(), twin.items(), (a, b) -> isSame(a.value(), b.value()));
    }
    return one instanceof MappingNode mapping
        && other instanceof MappingNode twin
        && areSame(
            mapping.entries(),
            twin.entries(),
            (a, b) -> a.name().equals(b.name()) && isSame(a.value(), b.value()));
  }

  /** The lines of a block may be indented differently, and say the same. */
  private static String words(ScalarNode scalar) {
    return BLANKS.matcher(scalar.value()).replaceAll(" ");
  }

  private static <T> boolean areSame(List<T> some, List<T> others, BiPredicate<T, T> same) {
    boolean all = some.size() == others.size();
    for (int i = 0; all && i < some.size(); i++) {
      all = same.test(some.get(i), others.get(i));
    }
    return all;
  }
}
