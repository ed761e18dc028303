package dev.wmllint.fix;

import dev.wmllint.text.Edit;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Chooses fixes that can be applied together, and applies them. */
public final class FixApplier {
  private FixApplier() {}

  /**
   * A fix that is to be applied.
   *
   * @param <T> what has fixes
   * @param finding what it is for
   * @param fix one of the finding's fixes
   */
  public record Choice<T extends Fixable>(T finding, Fix fix) {}

  /** The first of a finding's fixes that is safe enough. */
  public static Optional<Fix> best(Fixable finding, Safety allowed) {
    return finding.fixes().stream()
        .filter(fix -> fix.safety().compareTo(allowed) <= 0 && !fix.edits().isEmpty())
        .findFirst();
  }

  /**
   * The best fix of each finding, but for those that touch the fix of an earlier finding.
   *
   * @param findings the more important ones first
   * @param allowed the least safe fixes that may be applied
   */
  public static <T extends Fixable> List<Choice<T>> compatible(List<T> findings, Safety allowed) {
    List<Choice<T>> chosen = new ArrayList<>();
    NavigableMap<Integer, Integer> endByStart = new TreeMap<>();
    for (T finding : findings) {
      Optional<Fix> fix = best(finding, allowed);
      if (fix.isPresent() && meetsNone(fix.get(), endByStart)) {
        chosen.add(new Choice<>(finding, fix.get()));
        for (Edit edit : fix.get().edits()) {
          endByStart.merge(edit.span().start(), edit.span().end(), Math::max);
        }
      }
    }
    return chosen;
  }

  private static boolean meetsNone(Fix fix, NavigableMap<Integer, Integer> endByStart) {
    return fix.edits().stream().noneMatch(edit -> meetsAny(edit.span(), endByStart));
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
    return Edit.apply(text, fixes.stream().flatMap(fix -> fix.edits().stream()).toList());
  }
}
