package dev.wmllint.rules.command;

import java.util.List;

/** The ways in which a command of one line is written in a manifest, or one of several lines. */
public enum CommandStyle {
  PLAIN,
  PLAIN_FOLDED,
  FOLDED,
  FOLDED_BY_WORD,
  LITERAL,
  SINGLE_QUOTED,
  DOUBLE_QUOTED,
  JSON;

  private static final String INDENT = "      ";

  /** Whether a command can be written so, and is still the same. */
  public boolean suits(List<String> lines) {
    String text = String.join(" ", lines);
    boolean plain =
        !text.contains(": ")
            && !text.contains(" #")
            && !text.endsWith(":")
            && "!&*-?|>@`\"'%{}[],#:<".indexOf(text.charAt(0)) < 0;
    boolean byWord = lines.size() == 1 && !text.contains("  ");
    return switch (this) {
      case PLAIN -> plain;
      case PLAIN_FOLDED -> plain && byWord && !text.contains(" - ");
      case FOLDED_BY_WORD -> byWord;
      case LITERAL, JSON -> lines.size() == 1;
      default -> true;
    };
  }

  /** Whether some chars are not written as they are read. */
  public boolean escapes() {
    return this == SINGLE_QUOTED || this == DOUBLE_QUOTED || this == JSON;
  }

  /** The manifest with this command. */
  public String manifest(String framework, List<String> lines) {
    String name = framework.substring(0, framework.indexOf(' '));
    String version = framework.substring(framework.indexOf(' ') + 1);
    if (this == JSON) {
      return "{\"model_definition\": {\"framework\": {\"name\": \"%s\", \"version\": \"%s\"},\n"
              .formatted(name, version)
          + "  \"execution\": {\"command\": \"%s\", \"resource\": \"small\"}}}\n"
              .formatted(escaped(lines.get(0)));
    }
    return "# \uD83D\uDE00\nmodel_definition:\n"
        + "  framework: {name: %s, version: \"%s\"}\n".formatted(name, version)
        + "  execution:\n    command: "
        + scalar(lines)
        + "\n    resource: small\n";
  }

  private String scalar(List<String> lines) {
    String block = String.join("\n" + INDENT, lines);
    return switch (this) {
      case PLAIN -> block;
      case PLAIN_FOLDED -> byWord(lines);
      case FOLDED -> ">-\n" + INDENT + block;
      case FOLDED_BY_WORD -> ">\n" + INDENT + byWord(lines);
      case LITERAL -> "|\n" + INDENT + block;
      case SINGLE_QUOTED -> "'" + block.replace("'", "''") + "'";
      case DOUBLE_QUOTED, JSON -> '"' + escaped(block) + '"';
    };
  }

  private static String byWord(List<String> lines) {
    return lines.get(0).replace(" ", "\n" + INDENT);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** What a piece of this scalar's source reads as. */
  public String read(String source) {
    String text =
        switch (this) {
          case SINGLE_QUOTED -> source.replace("''", "'");
          case DOUBLE_QUOTED, JSON -> source.replace("\\\"", "\"").replace("\\\\", "\\");
          default -> source;
        };
    return text.replaceAll("\\s+", " ");
  }
}
