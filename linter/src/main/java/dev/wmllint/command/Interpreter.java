package dev.wmllint.command;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A program that runs scripts.
 *
 * @param word where it is named
 * @param name without folders: {@code python3.5}
 */
public record Interpreter(Word word, String name, Language language) {
  /** What its scripts are written in. */
  public enum Language {
    PYTHON,
    LUA,
    SHELL,
    /** perl, ruby, node, R, julia. */
    OTHER;

    /** Whether training programs are written in it; others prepare things, or start them. */
    boolean isOfFrameworks() {
      return this == PYTHON || this == LUA;
    }
  }

  private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "zsh");
  private static final Set<String> LUAS = Set.of("th", "luajit", "lua");
  private static final Set<String> OTHERS = Set.of("perl", "ruby", "node", "Rscript", "julia");

  /** The interpreter that {@code word} names, if it does. */
  public static Optional<Interpreter> of(Word word) {
    return word.literal()
        .map(ProgramNames::baseName)
        .flatMap(name -> language(name).map(found -> new Interpreter(word, name, found)));
  }

  private static Optional<Language> language(String name) {
    if (SHELLS.contains(name)) {
      return Optional.of(Language.SHELL);
    }
    if (OTHERS.contains(name)) {
      return Optional.of(Language.OTHER);
    }
    String unversioned = ProgramNames.withoutVersion(name);
    if (unversioned.equals("python")
        || unversioned.equals("pythonw")
        || unversioned.equals("ipython")) {
      return Optional.of(Language.PYTHON);
    }
    return LUAS.contains(unversioned) ? Optional.of(Language.LUA) : Optional.empty();
  }

  /** The major version that its name says: 3 for {@code python3.5}; empty for {@code python}. */
  public OptionalInt majorVersion() {
    int start = ProgramNames.withoutVersion(name).length();
    return start < name.length() && ShellChars.isDigit(name.charAt(start))
        ? OptionalInt.of(name.charAt(start) - '0')
        : OptionalInt.empty();
  }
}
