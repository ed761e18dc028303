package dev.wmllint.config;

import dev.wmllint.file.Reach;
import java.nio.file.Path;

/** Who has chosen a configuration, and so what it may do. */
enum ConfigOwner {
  /** The user, who named it. It may name any file of this computer, and set any limit. */
  USER,

  /**
   * Nobody: it was found, in a folder that may be somebody else's. It names files below its own
   * folder, and raises limits as far as one file cannot take long.
   */
  PROJECT;

  Reach reach(Path folder) {
    return this == USER ? Reach.ofComputer(folder) : Reach.ofConfiguration(folder);
  }

  long most(Limit limit) {
    return this == USER ? limit.most() : limit.ceiling();
  }
}
