package dev.wmllint.fix;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Applies fixes to a text, round by round, until nothing is left to apply. */
public final class FixApplier {
  /** More rounds than any manifest needs; two fixes that undo each other end here. */
  private static final int MAX_ROUNDS = 32;

  private FixApplier() {}

  /**
   * What fixing led to.
   *
   * @param text the text after the last round
   * @param applied number of fixes that were applied
   * @param converged whether nothing was left to apply
   */
  public record Result(String text, int applied, boolean converged) {}

  /**
   * Fixes until nothing changes any more. Safe fixes alone never lead to more findings than there
   * were: a round that does is taken back.
   *
   * @param text the text to start from
   * @param lint gives a text's findings; asked again after each round
   * @param allowed the least safe fixes that may be applied
   */
  public static Result toFixpoint(
      String text, Function<String, List<Diagnostic>> lint, Safety allowed) {
    String current = text;
    Result last = new Result(text, 0, true);
    int fewest = Integer.MAX_VALUE;
    int applied = 0;
    Set<String> seen = new HashSet<>();
    for (int round = 0; round < MAX_ROUNDS && seen.add(current); round++) {
      List<Diagnostic> diagnostics = lint.apply(current);
      if (allowed == Safety.SAFE && diagnostics.size() > fewest) {
        // A round that brings new findings to light did more than keep the meaning.
        return last;
      }
      fewest = diagnostics.size();
      last = new Result(current, applied, true);
      List<Fix> fixes = new ArrayList<>();
      diagnostics.forEach(diagnostic -> best(diagnostic, allowed).ifPresent(fixes::add));
      List<Fix> compatible = compatible(fixes);
      if (compatible.isEmpty()) {
        return last;
      }
      current = apply(current, compatible);
      applied += compatible.size();
    }
    return new Result(current, applied, false);
  }

  /** The first of a finding's fixes that is safe enough. */
  public static Optional<Fix> best(Diagnostic diagnostic, Safety allowed) {
    return diagnostic.fixes().stream()
        .filter(fix -> fix.safety().compareTo(allowed) <= 0 && !fix.edits().isEmpty())
        .findFirst();
  }

  /** The fixes that do not touch each other; of those that do, the first. */
  private static List<Fix> compatible(List<Fix> fixes) {
    List<Fix> chosen = new ArrayList<>();
    NavigableMap<Integer, Integer> endByStart = new TreeMap<>();
    for (Fix fix : fixes) {
      if (fix.edits().stream().noneMatch(edit -> meetsAny(edit.span(), endByStart))) {
        chosen.add(fix);
        for (Edit edit : fix.edits()) {
          endByStart.merge(edit.span().start(), edit.span().end(), Math::max);
        }
      }
    }
    return chosen;
  }

  /**
   * Also edits that only meet: which of them comes first would be chance. The spans do not overlap
   * each other, so that of those that start before the end of {@code span} the last reaches
   * farthest.
   */
  private static boolean meetsAny(Span span, NavigableMap<Integer, Integer> endByStart) {
    Map.Entry<Integer, Integer> last = endByStart.floorEntry(span.end());
    return last != null && last.getValue() >= span.start();
  }

  /** Applies fixes that do not touch each other. */
  public static String apply(String text, List<Fix> fixes) {
    List<Edit> edits = new ArrayList<>();
    fixes.forEach(fix -> edits.addAll(fix.edits()));
    edits.sort(Comparator.comparing(Edit::span));
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Edit edit : edits) {
      out.append(text, at, edit.span().start()).append(edit.text());
      at = edit.span().end();
    }
    return out.append(text, at, text.length()).toString();
  }
}
