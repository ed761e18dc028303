package dev.wmllint.command;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A program that runs scripts.
 *
 * @param word where it is named
 * @param name without folders: {@code python3.5}
 */
public record Interpreter(Word word, String name, Language language) {
  /** What its scripts are written in, and which options decide which word is the script. */
  public enum Language {
    /** {@code python --help}. */
    PYTHON("c", "m", "WXQ", "", "--check-hash-based-pycs"),
    /** {@code lua -h}, {@code luajit -h}. */
    LUA("e", "", "lj", "O", ""),
    /** Bash manual, 6.1; with {@code -s} the code comes from the input. */
    SHELL("cs", "", "oO", "", "--rcfile|--init-file"),
    /** perlrun(1). */
    PERL("eE", "", "I", "iMmxFCdDV", ""),
    /** {@code ruby --help}. */
    RUBY("e", "", "rICE", "iKxWTF", "--(external-|internal-)?encoding|--enable|--disable"),
    /** {@code node --help}. */
    NODE("ep", "", "r", "", "--require|--import|--(experimental-)?loader"),
    /** {@code Rscript --help}. */
    R("e", "", "g", "", ""),
    /** {@code julia --help}. */
    JULIA("eEm", "", "tpLJCH", "Og", "--(threads|procs|load|sysimage|home|machine-file)");

    private static final Set<String> INFORMATION =
        Set.of("-V", "-VV", "-h", "-?", "--version", "--help");

    private static final Pattern LONG_CODE = Pattern.compile("--(eval|print)(=.*)?");

    private final String codeLetters;
    private final String moduleLetters;
    private final String valueLetters;
    private final String endLetters;
    private final String valueNames;

    /**
     * @param codeLetters options with code as their value
     * @param moduleLetters options with a module's name as their value
     * @param valueLetters options with another value
     * @param endLetters options whose value, if any, is the rest of their word
     * @param valueNames a pattern of long options with the next word as their value
     */
    Language(
        String codeLetters,
        String moduleLetters,
        String valueLetters,
        String endLetters,
        String valueNames) {
      this.codeLetters = codeLetters;
      this.moduleLetters = moduleLetters;
      this.valueLetters = valueLetters;
      this.endLetters = endLetters;
      this.valueNames = valueNames;
    }

    /** Whether training programs are written in it; others prepare things, or start them. */
    boolean isOfFrameworks() {
      return this == PYTHON || this == LUA;
    }

    /** Whether its scripts compute, and start no other programs. */
    boolean computes() {
      return isOfFrameworks() || this == R || this == JULIA;
    }

    boolean isInformation(String option) {
      return INFORMATION.contains(option);
    }

    /** {@code --eval}, {@code --print=1+1}. */
    boolean isLongCode(String option) {
      return (this == NODE || this == JULIA) && LONG_CODE.matcher(option).matches();
    }

    /** The first of an option's joined letters that takes a value, by its index; -1 for none. */
    int letterWithValue(String option) {
      String letters = codeLetters + moduleLetters + valueLetters + endLetters;
      int at = option.startsWith("--") ? option.length() : 1;
      while (at < option.length() && letters.indexOf(option.charAt(at)) < 0) {
        at++;
      }
      return at < option.length() && endLetters.indexOf(option.charAt(at)) < 0 ? at : -1;
    }

    boolean isCode(char letter) {
      return codeLetters.indexOf(letter) >= 0;
    }

    boolean isModule(char letter) {
      return moduleLetters.indexOf(letter) >= 0;
    }

    /** Whether the option's value is the next word. */
    boolean takesNextWord(String option) {
      return option.matches(valueNames) || letterWithValue(option) == option.length() - 1;
    }
  }

  /** The interpreter that {@code word} names, if it does. */
  public static Optional<Interpreter> of(Word word) {
    return word.lastSegment()
        .flatMap(name -> language(name).map(found -> new Interpreter(word, name, found)));
  }

  private static Optional<Language> language(String name) {
    return switch (name) {
      case "sh", "bash", "dash", "zsh", "ksh" -> Optional.of(Language.SHELL);
      case "perl" -> Optional.of(Language.PERL);
      case "ruby" -> Optional.of(Language.RUBY);
      case "node", "nodejs" -> Optional.of(Language.NODE);
      case "Rscript" -> Optional.of(Language.R);
      case "julia" -> Optional.of(Language.JULIA);
      default ->
          switch (ProgramNames.withoutVersion(name)) {
            case "python", "pythonw", "ipython" -> Optional.of(Language.PYTHON);
            case "th", "luajit", "lua" -> Optional.of(Language.LUA);
            default -> Optional.empty();
          };
    };
  }

  /** The major version that its name says: 3 for {@code python3.5}; empty for {@code python}. */
  public OptionalInt majorVersion() {
    int start = ProgramNames.withoutVersion(name).length();
    return start < name.length() && ShellChars.isDigit(name.charAt(start))
        ? OptionalInt.of(name.charAt(start) - '0')
        : OptionalInt.empty();
  }
}
