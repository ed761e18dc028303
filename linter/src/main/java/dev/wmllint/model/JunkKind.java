package dev.wmllint.model;

import java.util.Optional;

/** Leavings of operating systems and tools that are packed by mistake. */
enum JunkKind {
  MACOS_ATTRIBUTES("*__MACOSX/*", "attributes of macOS"),
  APPLE_DOUBLE("*._*", "attributes of macOS"),
  DS_STORE("*.DS_Store", "settings of the Finder"),
  THUMBS("*Thumbs.db", "pictures of the Explorer"),
  DESKTOP_INI("*desktop.ini", "settings of the Explorer"),
  GIT("*.git/*", "history of Git"),
  PYTHON_CACHE("*__pycache__/*", "compiled Python"),
  NOTEBOOK_CHECKPOINTS("*.ipynb_checkpoints/*", "checkpoints of notebooks");

  private final String pattern;
  private final String what;

  JunkKind(String pattern, String what) {
    this.pattern = pattern;
    this.what = what;
  }

  /** What it is, as half a sentence. */
  String what() {
    return what;
  }

  /** What {@code zip -d} and {@code zip -x} take to mean entries of this kind. */
  String pattern() {
    return pattern;
  }

  /** The kind of a file or folder, by its normalised path. */
  static Optional<JunkKind> of(String path) {
    for (String part : path.split("/", -1)) {
      Optional<JunkKind> kind = ofPart(part);
      if (kind.isPresent()) {
        return kind;
      }
    }
    return Optional.empty();
  }

  private static Optional<JunkKind> ofPart(String part) {
    return switch (part) {
      case "__MACOSX" -> Optional.of(MACOS_ATTRIBUTES);
      case ".DS_Store" -> Optional.of(DS_STORE);
      case "Thumbs.db", "thumbs.db" -> Optional.of(THUMBS);
      case "desktop.ini", "Desktop.ini" -> Optional.of(DESKTOP_INI);
      case ".git" -> Optional.of(GIT);
      case "__pycache__" -> Optional.of(PYTHON_CACHE);
      case ".ipynb_checkpoints" -> Optional.of(NOTEBOOK_CHECKPOINTS);
      default -> part.startsWith("._") ? Optional.of(APPLE_DOUBLE) : Optional.empty();
    };
  }
}
