package dev.wmllint.scaffold;

import dev.wmllint.schema.DocPath;
import java.util.Locale;

/**
 * What can be said about a new manifest, in the order in which it is asked: what a field allows and
 * proposes depends on those before it.
 */
public enum Field {
  FRAMEWORK("Framework", true, "model_definition", "framework", "name"),
  FRAMEWORK_VERSION("Framework version", true, "model_definition", "framework", "version"),
  RESOURCE("Size of the machine", true, "model_definition", "execution", "resource"),
  COMMAND("Program file, or whole command", true, "model_definition", "execution", "command"),
  NAME("Name of the run", true, "model_definition", "name"),
  AUTHOR_NAME("Author's name", false, "model_definition", "author", "name"),
  AUTHOR_EMAIL("Author's email address", false, "model_definition", "author", "email"),
  DATA_STORE("Data store", true, "training_data_reference", 0, "source", "type"),
  DATA_BUCKET("Data bucket", true, "training_data_reference", 0, "source", "bucket"),
  RESULTS_STORE("Results store", true, "training_results_reference", "target", "type"),
  RESULTS_BUCKET("Results bucket", true, "training_results_reference", "target", "bucket");

  private final String label;
  private final boolean asked;

  // A record over a list that cannot be changed, which the checker does not see.
  @SuppressWarnings("ImmutableEnumChecker")
  private final DocPath path;

  Field(String label, boolean asked, Object... path) {
    this.label = label;
    this.asked = asked;
    this.path = DocPath.of(path);
  }

  /** Stable, in lower case with hyphens: {@code framework-version}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A question in a few words, without a question mark. */
  public String label() {
    return label;
  }

  /** Whether it is worth a question: what few people fill in is not. */
  public boolean isAsked() {
    return asked;
  }

  public DocPath path() {
    return path;
  }
}
