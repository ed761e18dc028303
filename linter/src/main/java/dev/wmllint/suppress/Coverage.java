package dev.wmllint.suppress;

import dev.wmllint.text.Span;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the comments for one rule cover, and which of its findings they hid. Both are kept without
 * what would change no answer, so that many comments and many findings do not multiply.
 */
final class Coverage {
  /** Scopes, none of them inside another: start to end, both rising. */
  private final TreeMap<Integer, Integer> scopes = new TreeMap<>();

  /** Hidden findings, none of them around another: start to end, both rising. */
  private final TreeMap<Integer, Integer> hidden = new TreeMap<>();

  void add(Span scope) {
    if (isCovered(scope)) {
      return;
    }
    scopes.merge(scope.start(), scope.end(), Math::max);
    Map.Entry<Integer, Integer> inside = scopes.higherEntry(scope.start());
    while (inside != null && inside.getValue() <= scope.end()) {
      scopes.remove(inside.getKey());
      inside = scopes.higherEntry(scope.start());
    }
  }

  /** Whether a scope contains the finding, which then counts as hidden. */
  boolean hides(Span finding) {
    boolean covered = isCovered(finding);
    if (covered && !hasHidden(finding)) {
      hidden.merge(finding.start(), finding.end(), Math::min);
      Map.Entry<Integer, Integer> around = hidden.lowerEntry(finding.start());
      while (around != null && around.getValue() >= finding.end()) {
        hidden.remove(around.getKey());
        around = hidden.lowerEntry(finding.start());
      }
    }
    return covered;
  }

  private boolean isCovered(Span span) {
    Map.Entry<Integer, Integer> last = scopes.floorEntry(span.start());
    return last != null && last.getValue() >= span.end();
  }

  /** Whether a hidden finding lies in the scope. */
  boolean hasHidden(Span scope) {
    Map.Entry<Integer, Integer> first = hidden.ceilingEntry(scope.start());
    return first != null && first.getValue() <= scope.end();
  }
}
