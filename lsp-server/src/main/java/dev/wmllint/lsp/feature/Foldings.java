package dev.wmllint.lsp.feature;

import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Comments;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
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
    Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    snapshot.tree().root().ifPresent(root -> collect(root, lines, seen, found));
    comments(snapshot, lines, found);
    return found;
  }

  private static void collect(
      Node node, LineIndex lines, Set<Node> seen, List<FoldingRange> found) {
    if (!seen.add(node)) {
      return;
    }
    if (node instanceof MappingNode mapping) {
      for (Entry entry : mapping.entries()) {
        if (!entry.isMerged()) {
          add(entry.key().span(), entry.value(), lines, found);
          collect(entry.value(), lines, seen, found);
        }
      }
    } else if (node instanceof SequenceNode list) {
      for (SequenceNode.Item item : list.items()) {
        add(item.dash(), item.value(), lines, found);
        collect(item.value(), lines, seen, found);
      }
    }
  }

  private static void add(Span start, Node value, LineIndex lines, List<FoldingRange> found) {
    int first = lines.lineOf(start.start());
    int last = lines.lineOf(Math.max(start.start(), value.span().end() - 1));
    if (last > first && value.span().start() >= start.start()) {
      found.add(new FoldingRange(first, last));
    }
  }

  private static void comments(
      DocumentSnapshot snapshot, LineIndex lines, List<FoldingRange> found) {
    int first = -1;
    int last = -1;
    for (Comments.Comment comment : snapshot.tree().comments()) {
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
