package dev.wmllint.command;

import dev.wmllint.command.ProgramRun.Executable;
import dev.wmllint.command.ProgramRun.InlineCode;
import dev.wmllint.command.ProgramRun.Module;
import dev.wmllint.command.ProgramRun.Named;
import dev.wmllint.command.ProgramRun.Opaque;
import dev.wmllint.command.ProgramRun.Script;
import dev.wmllint.command.ProgramRun.Setting;
import dev.wmllint.command.WordPart.Literal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells what a program with its arguments is: a script, a module, a tool … */
final class RunReader {
  private static final Set<String> SOURCING = Set.of(".", "source");

  private final Places places;
  private final Set<String> functions;

  RunReader(Places places, Set<String> functions) {
    this.places = places;
    this.functions = functions;
  }

  /**
   * @param words the program and its arguments, behind all prefixes; not empty
   * @param fed whether the program's input is something else than the terminal
   * @param setting of the run; its arguments are those of the program
   */
  ProgramRun read(List<Word> words, boolean fed, Setting setting) {
    Word program = words.get(0);
    Optional<String> literal = program.literal();
    if (literal.isEmpty()) {
      Place place = places.of(program, setting.folder());
      return place.isUnknown() ? new Opaque(setting) : new Executable(setting, place);
    }
    Optional<Interpreter> interpreter = Interpreter.of(program);
    if (interpreter.isPresent()) {
      return interpreted(interpreter.get(), words.subList(1, words.size()), fed, setting);
    }
    String name = literal.get();
    Optional<String> onSearchPath = ProgramNames.onSearchPath(name);
    if (SOURCING.contains(name)) {
      return sourced(words, setting);
    }
    if (name.isBlank() || isOpaque(onSearchPath.orElse(""), words)) {
      return new Opaque(setting);
    }
    return onSearchPath
        .map(tool -> (ProgramRun) new Named(setting, tool, isWellKnown(tool)))
        .orElseGet(() -> new Executable(setting, places.of(program, setting.folder())));
  }

  private boolean isWellKnown(String name) {
    return functions.contains(name) || ProgramNames.runsNothingUnseen(name);
  }

  /** What starts its arguments as a program, in a way that was not stripped as a prefix. */
  private static boolean isOpaque(String name, List<Word> words) {
    boolean findsAndRuns =
        name.equals("find")
            && words.stream().anyMatch(word -> word.literalPrefix().startsWith("-exec"));
    boolean runsInEnvironment = name.equals("conda") && words.size() > 1 && words.get(1).is("run");
    boolean unreadPrefix = Prefixes.isPrefix(name) && !name.equals("command") && words.size() > 1;
    return ProgramNames.runsItsArguments(name) || findsAndRuns || runsInEnvironment || unreadPrefix;
  }

  /** {@code source activate py3} sets up an environment of the image, and runs nothing else. */
  private ProgramRun sourced(List<Word> words, Setting setting) {
    if (words.size() < 2) {
      return new Opaque(setting);
    }
    Word script = words.get(1);
    String path = script.literal().orElse("");
    String name = ProgramNames.baseName(path);
    if (name.equals("activate") || name.equals("deactivate")) {
      return new Named(setting, name, true);
    }
    boolean onSearchPath = !path.isEmpty() && !path.contains("/") && !path.contains(".");
    if (onSearchPath) {
      return new Opaque(setting);
    }
    Interpreter shell =
        new Interpreter(
            words.get(0), words.get(0).literal().orElse(""), Interpreter.Language.SHELL);
    return script(shell, words.subList(1, words.size()), setting);
  }

  private Script script(Interpreter interpreter, List<Word> words, Setting setting) {
    Word script = words.get(0);
    return new Script(
        setting.withArguments(words.subList(1, words.size())),
        interpreter,
        script,
        places.of(script, setting.folder()));
  }

  private ProgramRun interpreted(
      Interpreter interpreter, List<Word> words, boolean fed, Setting setting) {
    InterpreterOptions options = InterpreterOptions.of(interpreter.language());
    int at = 0;
    while (at < words.size()) {
      Word word = words.get(at);
      String text = word.literalPrefix();
      if (word.is("-")) {
        return code(interpreter, setting);
      }
      if (word.is("--")) {
        at++;
        break;
      }
      if (!text.startsWith("-") && !text.startsWith("+")) {
        break;
      }
      if (options.isInformation(text)) {
        return named(interpreter, setting);
      }
      Optional<InterpreterOptions.Special> special = options.special(text);
      if (special.isEmpty()) {
        at += options.takesNextWord(text) ? 2 : 1;
      } else if (special.get().isCode()) {
        return code(interpreter, setting);
      } else {
        return module(interpreter, words.subList(at, words.size()), special.get(), setting);
      }
    }
    if (at < words.size()) {
      return script(interpreter, words.subList(at, words.size()), setting);
    }
    return fed ? code(interpreter, setting) : named(interpreter, setting);
  }

  private static ProgramRun code(Interpreter interpreter, Setting setting) {
    return new InlineCode(setting.withArguments(List.of()), interpreter);
  }

  private static ProgramRun named(Interpreter interpreter, Setting setting) {
    return new Named(setting, interpreter.name(), true);
  }

  /** {@code -m pkg.mod} or {@code -mpkg.mod}; the option is the first of {@code words}. */
  private static ProgramRun module(
      Interpreter interpreter,
      List<Word> words,
      InterpreterOptions.Special option,
      Setting setting) {
    Word word = words.get(0);
    boolean joined =
        option.valueAt() < word.literalPrefix().length()
            || !word.parts().stream().allMatch(Literal.class::isInstance);
    if (joined) {
      Word module =
          option.valueAt() <= word.plainPrefix().length()
              ? word.withoutPrefix(option.valueAt())
              : word;
      return new Module(setting.withArguments(words.subList(1, words.size())), interpreter, module);
    }
    return words.size() < 2
        ? named(interpreter, setting)
        : new Module(
            setting.withArguments(words.subList(2, words.size())), interpreter, words.get(1));
  }
}
