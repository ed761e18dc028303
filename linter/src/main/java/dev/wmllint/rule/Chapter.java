package dev.wmllint.rule;

/** The rules sorted for readers by what they look at, in the order of the documents. */
public enum Chapter {
  YAML("YAML and text"),
  STRUCTURE("Structure"),
  FRAMEWORK("Framework and resources"),
  STORES("Stores"),
  COMMAND("Command"),
  MODEL("Model definition"),
  LINTER("The linter's own");

  private final String title;

  Chapter(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
