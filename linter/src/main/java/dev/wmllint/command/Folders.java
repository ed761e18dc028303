package dev.wmllint.command;

import java.util.List;
import java.util.Optional;

/**
 * The folders that a shell remembers.
 *
 * @param current where commands run
 * @param previous where {@code cd -} goes
 * @param pushed what {@code popd} goes back to
 */
record Folders(Place current, Place previous, Optional<Folders> pushed) {
  static final Folders START = new Folders(Place.ROOT, Place.UNKNOWN, Optional.empty());
  static final Folders UNKNOWN = new Folders(Place.UNKNOWN, Place.UNKNOWN, Optional.empty());

  /** The folders after a builtin; unchanged after any other program. */
  Folders after(String program, List<Word> arguments, Places places) {
    return switch (program) {
      case "cd" -> to(cdTarget(arguments, places), pushed);
      case "pushd" -> to(cdTarget(arguments, places), Optional.of(this));
      case "popd" -> pushed.orElse(UNKNOWN);
      default -> this;
    };
  }

  /** Not {@code equals}: that would follow the whole stack. */
  boolean movedFrom(Folders other) {
    return !current.equals(other.current) || !previous.equals(other.previous);
  }

  private Folders to(Place target, Optional<Folders> stack) {
    return new Folders(target, current, stack);
  }

  /** {@code cd} alone goes home. */
  private Place cdTarget(List<Word> arguments, Places places) {
    for (Word word : arguments) {
      if (word.is("-")) {
        return previous;
      }
      if (!word.literalPrefix().startsWith("-")) {
        return places.of(word, current);
      }
    }
    return Place.OUTSIDE;
  }
}
