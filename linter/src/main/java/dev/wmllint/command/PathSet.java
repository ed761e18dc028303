package dev.wmllint.command;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The paths in the model definition that something has been done to before a run. */
public final class PathSet {
  /** Which paths were touched, and when: by the number of the command. */
  static final class Log {
    /** More names than that are taken for everything: a command that long is generated. */
    private static final int MAX_NAMES = 1_000;

    private final Map<String, Integer> entries = new HashMap<>();
    private int everythingSince = Integer.MAX_VALUE;

    /** Notes {@code place}, where it is in the model definition or may be. */
    void add(Place place, int when) {
      if (place.isUnknown() || place.equals(Place.ROOT) || entries.size() >= MAX_NAMES) {
        addEverything(when);
      } else {
        place.path().ifPresent(path -> entries.putIfAbsent(path, when));
      }
    }

    void addEverything(int when) {
      everythingSince = Math.min(everythingSince, when);
    }
  }

  private final Log log;
  private final int before;

  PathSet(Log log, int before) {
    this.log = log;
    this.before = before;
  }

  /** Whether it may be any path: a command ran that can do anything. */
  public boolean isEverything() {
    return log.everythingSince < before;
  }

  /** Whether {@code path}, or a folder around it, may be one of them. */
  public boolean mayContain(String path) {
    if (isEverything()) {
      return true;
    }
    String at = path;
    while (true) {
      if (Optional.ofNullable(log.entries.get(at)).filter(when -> when < before).isPresent()) {
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
        : log.entries.entrySet().stream()
            .filter(entry -> entry.getValue() < before)
            .map(Map.Entry::getKey)
            .sorted()
            .toList()
            .toString();
  }
}
