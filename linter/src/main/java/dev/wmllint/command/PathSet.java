package dev.wmllint.command;

import java.util.Map;
import java.util.Optional;

/** The paths in the model definition that something has been done to before a run. */
public final class PathSet {
  private final PathLog log;
  private final int before;

  PathSet(PathLog log, int before) {
    this.log = log;
    this.before = before;
  }

  /** Whether it may be any path: a command ran that can do anything. */
  public boolean isEverything() {
    return log.everythingSince() < before;
  }

  /** Whether {@code path}, or a folder around it, may be one of them. */
  public boolean mayContain(String path) {
    if (isEverything()) {
      return true;
    }
    String at = path;
    while (true) {
      if (Optional.ofNullable(log.entries().get(at)).filter(when -> when < before).isPresent()) {
        return true;
      }
      int slash = at.lastIndexOf('/');
      if (slash < 0) {
        return false;
      }
      at = at.substring(0, slash);
    }
  }

  /** The paths in order; a folder means all that is in it. */
  @Override
  public String toString() {
    return isEverything()
        ? "anything"
        : log.entries().entrySet().stream()
            .filter(entry -> entry.getValue() < before)
            .map(Map.Entry::getKey)
            .sorted()
            .toList()
            .toString();
  }
}
