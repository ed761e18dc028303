package dev.wmllint.report;

import dev.wmllint.diagnostic.Severity;

/** Colours of a terminal (ECMA-48), or none. */
enum Style {
  PLAIN,
  COLOURED;

  private static final String RESET = "\u001B[0m";

  String bold(String text) {
    return code("1", text);
  }

  String faint(String text) {
    return code("2", text);
  }

  String good(String text) {
    return code("32", text);
  }

  String removed(String text) {
    return code("31", text);
  }

  String place(String text) {
    return code("36", text);
  }

  String of(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> code("1;31", text);
      case WARNING -> code("1;33", text);
      case INFO -> code("1;36", text);
    };
  }

  private String code(String code, String text) {
    return this == PLAIN || text.isEmpty() ? text : "\u001B[" + code + "m" + text + RESET;
  }
}
