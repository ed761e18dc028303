package dev.wmllint.scaffold;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How programs of one kind are run.
 *
 * @param extension how their names end, with the dot
 * @param text the schema's command, with a program's usual name in braces
 */
record CommandTemplate(String extension, String text) {
  private static final Pattern PROGRAM = Pattern.compile("(?<!\\$)\\{([^{}]*)\\}");
  private static final Pattern PYTHON_VERSION = Pattern.compile(".*-py([23])");

  /** The name that a program of the kind usually has. */
  String usualProgram() {
    Matcher program = PROGRAM.matcher(text);
    return program.find() ? program.group(1) : "";
  }

  /**
   * The command for a program.
   *
   * @param version the framework's; some end in the version of Python
   */
  String run(String program, String version) {
    String command =
        PROGRAM.matcher(text).replaceFirst(Matcher.quoteReplacement(ShellWord.path(program)));
    Matcher python = PYTHON_VERSION.matcher(version);
    return python.matches()
        ? command.replaceFirst("^python ", "python" + python.group(1) + " ")
        : command;
  }
}
