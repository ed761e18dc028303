package dev.wmllint.lsp.feature;

import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.text.LineIndex;
import dev.wmllint.yaml.Comment;
import dev.wmllint.yaml.KeyOrItem;
import dev.wmllint.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;

/** The keys and items that reach over several lines, and comments that do. Whole lines only. */
public final class Foldings {
  public List<FoldingRange> of(DocumentSnapshot snapshot) {
    if (!snapshot.isManifest()) {
      return List.of();
    }
    List<FoldingRange> found = new ArrayList<>();
    LineIndex lines = snapshot.tree().lines();
    snapshot.tree().root().ifPresent(root -> collect(root, lines, found));
    comments(snapshot, lines, found);
    return found;
  }

  private static void collect(Node node, LineIndex lines, List<FoldingRange> found) {
    for (KeyOrItem one : KeyOrItem.in(node)) {
      if (!one.isAlias()) {
        int first = lines.lineOf(one.span().start());
        int last = lines.lineOf(Math.max(one.span().start(), one.value().span().end() - 1));
        if (last > first) {
          found.add(new FoldingRange(first, last));
        }
        collect(one.value(), lines, found);
      }
    }
  }

  private static void comments(
      DocumentSnapshot snapshot, LineIndex lines, List<FoldingRange> found) {
    int first = -1;
    int last = -1;
    for (Comment comment : snapshot.tree().comments()) {
      int line = lines.lineOf(comment.span().start());
      if (comment.ownLine() && line == last + 1 && first >= 0) {
        last = line;
        continue;
      }
      block(first, last, found);
      first = comment.ownLine() ? line : -1;
      last = line;
    }
    block(first, last, found);
  }

  private static void block(int first, int last, List<FoldingRange> found) {
    if (first >= 0 && last > first) {
      FoldingRange range = new FoldingRange(first, last);
      range.setKind(FoldingRangeKind.Comment);
      found.add(range);
    }
  }
}
