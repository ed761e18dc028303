package dev.wmllint.schema;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A path to a value inside a document, from the root down: {@code
 * training_data_reference[0].source.type}.
 *
 * @param steps {@link String} for a key of a mapping, {@link Integer} for an item of a list, from 0
 */
public record DocPath(List<Object> steps) {
  public static final DocPath ROOT = new DocPath(List.of());

  public DocPath {
    for (Object step : steps) {
      if (!(step instanceof String) && !(step instanceof Integer)) {
        throw new IllegalArgumentException("neither key nor index: " + step);
      }
    }
    steps = List.copyOf(steps);
  }

  public static DocPath of(Object... steps) {
    return new DocPath(List.of(steps));
  }

  public DocPath key(String key) {
    return append(key);
  }

  public DocPath index(int index) {
    return append(index);
  }

  private DocPath append(Object step) {
    Object[] longer = steps.toArray(new Object[steps.size() + 1]);
    longer[steps.size()] = step;
    return new DocPath(List.of(longer));
  }

  public boolean isRoot() {
    return steps.isEmpty();
  }

  /** The path without its last step; the root is its own parent. */
  public DocPath parent() {
    return isRoot() ? this : new DocPath(steps.subList(0, steps.size() - 1));
  }

  /** The last step; null for the root. */
  public Object last() {
    return isRoot() ? null : steps.get(steps.size() - 1);
  }

  public boolean startsWith(DocPath prefix) {
    return steps.size() >= prefix.steps.size()
        && steps.subList(0, prefix.steps.size()).equals(prefix.steps);
  }

  /** What is at this path in a document as JSON; a missing node where nothing is. */
  public JsonNode in(JsonNode root) {
    JsonNode value = root;
    for (Object step : steps) {
      value = step instanceof Integer index ? value.path(index) : value.path((String) step);
    }
    return value;
  }

  /** As people read it: {@code a.b[0].c}; the root is the empty string. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (Object step : steps) {
      if (step instanceof Integer) {
        out.append('[').append(step).append(']');
      } else {
        if (out.length() > 0) {
          out.append('.');
        }
        out.append(step);
      }
    }
    return out.toString();
  }

  // Written out: a native program interprets those of a record; docs/startup.md has the times.
  @Override
  public boolean equals(Object object) {
    return object instanceof DocPath other && steps.equals(other.steps);
  }

  @Override
  public int hashCode() {
    return steps.hashCode();
  }
}
