package dev.wmllint.command;

import java.util.Optional;
import java.util.Set;

/**
 * The options of an interpreter, as far as they decide which word is the script.
 *
 * @param codeLetters behind them stands code, or the code comes from the input
 * @param moduleLetters behind them stands a module's name
 * @param valueLetters behind them stands a value
 * @param valueNames long options with the next word as their value
 */
record InterpreterOptions(
    String codeLetters, String moduleLetters, String valueLetters, Set<String> valueNames) {
  private static final Set<String> INFORMATION =
      Set.of("-V", "-VV", "-h", "-?", "--version", "--help");

  /** {@code python --help}, bash manual 6.1, {@code lua -h}; of the others the usual ones. */
  static InterpreterOptions of(Interpreter.Language language) {
    return switch (language) {
      case PYTHON -> new InterpreterOptions("c", "m", "WXQ", Set.of("--check-hash-based-pycs"));
      case SHELL -> new InterpreterOptions("cs", "", "oO", Set.of("--rcfile", "--init-file"));
      case LUA -> new InterpreterOptions("e", "", "lj", Set.of());
      case OTHER -> new InterpreterOptions("eE", "", "rILp", Set.of("--require", "--project"));
    };
  }

  /**
   * An option after which no script follows.
   *
   * @param isCode whether code stands behind it, else a module's name
   * @param valueAt where in the word the value starts, when it is joined to the option
   */
  record Special(boolean isCode, int valueAt) {}

  boolean isInformation(String option) {
    return INFORMATION.contains(option);
  }

  /** The first of the joined letters that decides. */
  Optional<Special> special(String option) {
    int at = firstWithValue(option);
    if (at < 0) {
      return Optional.empty();
    }
    char letter = option.charAt(at);
    boolean code = codeLetters.indexOf(letter) >= 0;
    boolean module = moduleLetters.indexOf(letter) >= 0;
    return code || module ? Optional.of(new Special(code, at + 1)) : Optional.empty();
  }

  /** Whether the option's value is the next word. */
  boolean takesNextWord(String option) {
    if (option.startsWith("--")) {
      return valueNames.contains(option);
    }
    int at = firstWithValue(option);
    return at >= 0 && at == option.length() - 1;
  }

  private int firstWithValue(String option) {
    if (option.startsWith("--")) {
      return -1;
    }
    for (int i = 1; i < option.length(); i++) {
      if ((codeLetters + moduleLetters + valueLetters).indexOf(option.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }
}
