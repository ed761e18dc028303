package dev.wmllint.engine;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.fix.Fix;
import dev.wmllint.fix.Safety;
import dev.wmllint.rule.RuleInfo.Trait;
import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.text.Edit;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ManifestDocument;
import java.util.List;

/**
 * What may be mended in a text of which something cannot be read: a scalar or a key in a line that
 * was read, by another in its place. What inserts, moves or removes waits until the rest is known.
 */
record FixesInBrokenText(ManifestDocument document) {
  /** The fixes of a finding that cannot do harm; none is safe where the whole text is a guess. */
  List<Fix> of(Diagnostic diagnostic) {
    boolean named = RuleRegistry.is(diagnostic.rule(), Trait.KEY_NAME);
    if (!named && RuleRegistry.is(diagnostic.rule(), Trait.NESTING)) {
      return List.of();
    }
    return diagnostic.fixes().stream()
        .filter(fix -> fix.edits().stream().allMatch(edit -> isLocal(edit, named)))
        .filter(fix -> !named || fix.edits().size() == 1)
        .map(fix -> document.isOutline() ? new Fix(fix.title(), Safety.UNSAFE, fix.edits()) : fix)
        .toList();
  }

  private boolean isLocal(Edit edit, boolean named) {
    LineIndex lines = document.lines();
    Span line = lines.span(lines.lineOf(edit.span().start()));
    boolean replaces = !edit.span().isEmpty() && !edit.text().isEmpty();
    return edit.span().end() <= line.end()
        && edit.text().indexOf('\n') < 0
        && (replaces || !named)
        && !document.isDamaged(line);
  }
}
