package dev.wmllint.fix;

import dev.wmllint.text.Edit;
import dev.wmllint.text.Message;
import java.util.List;

/**
 * One ready correction of one finding.
 *
 * @param title imperative and short: {@code use 1.2-py3}
 * @param safety whether it may be applied without asking
 * @param edits in text order, none overlapping another
 */
public record Fix(Message title, Safety safety, List<Edit> edits) {
  /** Sorts the edits, and refuses overlapping ones: they would have no defined result. */
  public Fix {
    edits = Edit.sorted(edits);
    for (int i = 1; i < edits.size(); i++) {
      if (edits.get(i).span().start() < edits.get(i - 1).span().end()) {
        throw new IllegalArgumentException("overlapping edits in fix: " + title);
      }
    }
  }

  /** A safe one, with a title in words of our own. */
  public static Fix safe(String title, Edit... edits) {
    return safe(Message.of(title), edits);
  }

  public static Fix safe(Message title, Edit... edits) {
    return new Fix(title, Safety.SAFE, List.of(edits));
  }

  /** An unsafe one, with a title in words of our own. */
  public static Fix unsafe(String title, Edit... edits) {
    return unsafe(Message.of(title), edits);
  }

  public static Fix unsafe(Message title, Edit... edits) {
    return new Fix(title, Safety.UNSAFE, List.of(edits));
  }
}
