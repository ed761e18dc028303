package dev.wmllint.command;

import java.util.HashMap;
import java.util.Map;

/** Which paths were touched, and when: by the number of the command. */
final class PathLog {
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

  Map<String, Integer> entries() {
    return entries;
  }

  int everythingSince() {
    return everythingSince;
  }
}
