package dev.wmllint.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Where a file or a folder is, seen from the model definition, where every command starts.
 *
 * @param path the path in the model definition: segments joined by {@code /}, no {@code .} or
 *     {@code ..} among them, empty for the root. Empty Optional when it is not in there, or unknown
 * @param name what is known of a place without a path
 */
public record Place(Optional<String> path, String name) {
  /** Longer paths are in no archive; the limit keeps {@code cd a; cd a; …} linear. */
  private static final int MAX_LENGTH = 1_024;

  /** The root of the model definition. */
  public static final Place ROOT = new Place(Optional.of(""), "");

  /** Certainly not in the model definition: an absolute path, a folder of the service. */
  public static final Place OUTSIDE = new Place(Optional.empty(), "outside");

  /** Only the running shell knows. */
  public static final Place UNKNOWN = new Place(Optional.empty(), "unknown");

  public boolean isUnknown() {
    return equals(UNKNOWN);
  }

  /** The place of a relative or absolute path, seen from this folder. */
  public Place resolve(String other) {
    if (other.startsWith("/")) {
      return OUTSIDE;
    }
    if (path.isEmpty()) {
      return this;
    }
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : (path.get() + "/" + other).split("/", -1)) {
      if (segment.equals("..")) {
        if (segments.pollLast() == null) {
          return OUTSIDE;
        }
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    String joined = String.join("/", segments);
    return joined.length() > MAX_LENGTH ? UNKNOWN : new Place(Optional.of(joined), "");
  }

  /** The path, with a dot for the root, or what is known instead. */
  @Override
  public String toString() {
    return path.map(p -> p.isEmpty() ? "." : p).orElse("<" + name + ">");
  }
}
