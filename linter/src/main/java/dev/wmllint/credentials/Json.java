package dev.wmllint.credentials;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value, as far as credentials need it. */
sealed interface Json {
  /** An object, its members in the order of the text. */
  record Members(Map<String, Json> members) implements Json {
    public Members {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    @Override
    public String toString() {
      return members.keySet().toString();
    }
  }

  /** An array. */
  record Items(List<Json> items) implements Json {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String toString() {
      return items.size() + " items";
    }
  }

  /**
   * A string, or a number as it is written.
   *
   * @param value may be a secret
   */
  record Text(String value) implements Json {
    @Override
    public String toString() {
      return "text";
    }
  }

  /** True, false or null. */
  record Word() implements Json {}
}
