package dev.wmllint.model;

import java.util.Optional;

/** Leavings of operating systems and tools that nobody means to pack. */
enum JunkKind {
  MACOS_ATTRIBUTES("*__MACOSX/*"),
  APPLE_DOUBLE("*._*"),
  DS_STORE("*.DS_Store"),
  THUMBS("*Thumbs.db"),
  DESKTOP_INI("*desktop.ini"),
  GIT("*.git/*"),
  PYTHON_CACHE("*__pycache__/*"),
  NOTEBOOK_CHECKPOINTS("*.ipynb_checkpoints/*");

  private final String pattern;

  JunkKind(String pattern) {
    this.pattern = pattern;
  }

  /** What {@code zip -d} and {@code zip -x} take to mean entries of this kind. */
  String pattern() {
    return pattern;
  }

  /** The kind of a file or folder, by its normalised path. */
  static Optional<JunkKind> of(String path) {
    int start = 0;
    for (int i = 0; i <= path.length(); i++) {
      if (i == path.length() || path.charAt(i) == '/') {
        Optional<JunkKind> kind = ofPart(path.substring(start, i));
        if (kind.isPresent()) {
          return kind;
        }
        start = i + 1;
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
