package dev.wmllint.lsp.completion.propose;

import dev.wmllint.schema.DocPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a proposal is about: all that is needed to document it later, when the user looks at it.
 * Survives the way to the editor and back as a text.
 */
public sealed interface Topic {
  record Key(DocPath path) implements Topic {}

  /**
   * A value of a key.
   *
   * @param meaning the schema's words on it; may be empty
   */
  record Value(DocPath path, String value, String meaning) implements Topic {}

  record Variable(String name) implements Topic {}

  record Rule(String id) implements Topic {}

  /** The topic as one line of text. */
  default String encode() {
    if (this instanceof Key key) {
      return Text.of("key", Text.path(key.path()));
    }
    if (this instanceof Value value) {
      return Text.of("value", Text.path(value.path()), value.value(), value.meaning());
    }
    if (this instanceof Variable variable) {
      return Text.of("variable", variable.name());
    }
    return Text.of("rule", ((Rule) this).id());
  }

  /** Reads what {@link #encode} wrote; empty for any other text. */
  static Optional<Topic> decode(String text) {
    String[] parts = text.split("\t", -1);
    if (parts.length == 2) {
      return switch (parts[0]) {
        case "key" -> Optional.of(new Key(Text.path(parts[1])));
        case "variable" -> Optional.of(new Variable(parts[1]));
        case "rule" -> Optional.of(new Rule(parts[1]));
        default -> Optional.empty();
      };
    }
    return parts.length == 4 && parts[0].equals("value")
        ? Optional.of(new Value(Text.path(parts[1]), parts[2], parts[3]))
        : Optional.empty();
  }

  /** The written form: fields between tabs, steps of a path between slashes. */
  final class Text {
    private Text() {}

    private static String of(String... fields) {
      return String.join(
          "\t", Arrays.stream(fields).map(field -> field.replace('\t', ' ')).toList());
    }

    private static String path(DocPath path) {
      return String.join("/", path.steps().stream().map(String::valueOf).toList());
    }

    private static DocPath path(String text) {
      List<Object> steps = new ArrayList<>();
      for (String step : text.split("/", -1)) {
        if (step.matches("[0-9]{1,6}")) {
          steps.add(Integer.valueOf(step));
        } else if (!step.isEmpty()) {
          steps.add(step);
        }
      }
      return new DocPath(steps);
    }
  }
}
