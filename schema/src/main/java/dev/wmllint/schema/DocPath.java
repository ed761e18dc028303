package dev.wmllint.schema;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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

  /** A document as JSON with a string at this path; see {@link #with(JsonNode, JsonNode)}. */
  public JsonNode with(JsonNode root, String value) {
    return with(root, JsonNodeFactory.instance.stringNode(value));
  }

  /**
   * A document as JSON with another value at this path: only what lies on the path is copied, and
   * made where it is missing. A list ends with the item that is on the path.
   */
  public JsonNode with(JsonNode root, JsonNode value) {
    return with(root, steps, value);
  }

  private static JsonNode with(JsonNode root, List<Object> steps, JsonNode value) {
    if (steps.isEmpty()) {
      return value;
    }
    List<Object> rest = steps.subList(1, steps.size());
    if (steps.get(0) instanceof Integer index) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      for (int i = 0; i < index; i++) {
        list.add(root.path(i).isMissingNode() ? list.nullNode() : root.path(i));
      }
      return list.add(with(root.path(index), rest, value));
    }
    String key = (String) steps.get(0);
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    root.properties().forEach(entry -> object.set(entry.getKey(), entry.getValue()));
    return object.set(key, with(root.path(key), rest, value));
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
