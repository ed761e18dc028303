package dev.wmllint.credentials;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An object of the JSON, and what is around it.
 *
 * @param step the key or index that leads to it, {@code credentials} or {@code [0]}; of several
 *     values at the top the number, {@code #1}; empty for a single one
 */
record JsonPlace(JsonNode object, String step, Optional<JsonPlace> parent) {

  /** All objects of some values, an outer one before those in it. */
  static List<JsonPlace> of(List<JsonNode> values) {
    List<JsonPlace> places = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      String step = values.size() == 1 ? "" : "#" + (i + 1);
      collect(new JsonPlace(values.get(i), step, Optional.empty()), places);
    }
    return places;
  }

  private static void collect(JsonPlace place, List<JsonPlace> places) {
    if (place.object.isObject()) {
      places.add(place);
    }
    place.object.forEachEntry(
        (name, value) -> collect(new JsonPlace(value, name, Optional.of(place)), places));
    if (place.object.isArray()) {
      for (int i = 0; i < place.object.size(); i++) {
        collect(new JsonPlace(place.object.get(i), "[" + i + "]", Optional.of(place)), places);
      }
    }
  }

  /** The text under a key of the object itself; an empty one does not count. */
  Optional<String> text(String name) {
    return object.path(name).stringValueOpt().filter(JsonPlace::isText);
  }

  /** The same, also from what is around the object, the nearest first. */
  Optional<String> textAround(String name) {
    return text(name).or(() -> parent.flatMap(around -> around.textAround(name)));
  }

  /** Half a surrogate pair cannot be written to a file. */
  private static boolean isText(String value) {
    return !value.isBlank()
        && value.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  /** The way to it, in keys: {@code Object-Storage[0].credentials}. */
  String path() {
    String shown = step.startsWith("[") ? step : Names.shown(step);
    String around = parent.map(JsonPlace::path).orElse("");
    return around.isEmpty() || shown.startsWith("[") ? around + shown : around + "." + shown;
  }

  /** Without the values: they are secrets. */
  @Override
  public String toString() {
    return path();
  }
}
