package dev.wmllint.rule;

import java.util.List;

/** A check. Stateless: one instance serves all manifests and threads. */
public interface Rule {
  /** The catalogue entries of the findings it makes: one, or those of a tight family. */
  List<RuleInfo> infos();

  /** Whether it has something to say only about what the manifest holds. */
  default boolean needsManifest() {
    return true;
  }

  /**
   * Looks at one manifest. Must not throw; if it does all the same, the run goes on without it and
   * says so.
   */
  void check(RuleContext context);
}
