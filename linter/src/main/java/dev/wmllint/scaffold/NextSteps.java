package dev.wmllint.scaffold;

import dev.wmllint.text.Printable;
import java.util.List;

/** What is left to do with a new manifest. */
public final class NextSteps {
  /** The name that the examples of the service's documentation give to the zip. */
  private static final String ZIP = "tf-model.zip";

  private NextSteps() {}

  /** Sentences and commands, a line each. */
  public static List<String> of(String file) {
    String manifest = Printable.line(ShellWord.path(file));
    return List.of(
        "replace each <...>; 'wml-lint credentials FILE' prints the connection for a service"
            + " credential",
        "pack:   wml-lint pack FOLDER -o " + ZIP,
        "check:  wml-lint " + manifest + " " + ZIP,
        "submit: bx ml train " + ZIP + " " + manifest);
  }
}
