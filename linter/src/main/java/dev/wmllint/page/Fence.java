package dev.wmllint.page;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What follows the opening fence of an example: {@code yaml zip="src/train.py"}. The words after
 * the language say what is around the example when it is tried.
 *
 * @param language the first word, or empty
 * @param attributes the others: {@code name}, {@code name=value} or {@code name="some values"}
 */
public record Fence(String language, Map<String, String> attributes) {
  private static final Pattern WORDS = Pattern.compile("\\s*([a-z]*)(.*)");
  private static final Pattern ATTRIBUTE = Pattern.compile("([a-z]+)(?:=(?:\"([^\"]*)\"|(\\S+)))?");

  public Fence {
    attributes = Map.copyOf(attributes);
  }

  public static Fence of(String info) {
    Matcher words = WORDS.matcher(info);
    if (!words.matches()) {
      return new Fence("", Map.of());
    }
    Map<String, String> attributes = new HashMap<>();
    Matcher attribute = ATTRIBUTE.matcher(words.group(2));
    while (attribute.find()) {
      String value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
      attributes.put(attribute.group(1), value == null ? "" : value);
    }
    return new Fence(words.group(1), attributes);
  }

  /** What a reader must know to understand the example, where it does not show it. */
  public Optional<String> caption() {
    boolean manifest = language.equals("yaml");
    if (manifest && attributes.containsKey("zip")) {
      String files =
          Arrays.stream(attributes.get("zip").split(" "))
              .map(entry -> entry.replaceFirst(":x$", " (executable)"))
              .collect(Collectors.joining(", "));
      return Optional.of("The zip holds " + files + ".");
    }
    return Optional.ofNullable(attributes.get("bytes")).map(name -> "Saved as " + name + ".");
  }
}
