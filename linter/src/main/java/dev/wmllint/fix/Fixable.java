package dev.wmllint.fix;

import java.util.List;

/** Something wrong that may have corrections. */
public interface Fixable {
  /** Ready corrections, the best first. */
  List<Fix> fixes();
}
