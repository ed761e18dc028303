package dev.wmllint.command;

import dev.wmllint.command.Interpreter.Language;
import dev.wmllint.command.ProgramRun.Executable;
import dev.wmllint.command.ProgramRun.InlineCode;
import dev.wmllint.command.ProgramRun.Module;
import dev.wmllint.command.ProgramRun.Named;
import dev.wmllint.command.ProgramRun.Opaque;
import dev.wmllint.command.ProgramRun.Script;
import dev.wmllint.command.ProgramRun.Setting;
import dev.wmllint.command.ProgramRun.ShellCode;
import dev.wmllint.command.WordPart.Literal;
import dev.wmllint.command.WordPart.VariableUse;
import dev.wmllint.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds out what a program with its arguments is: a script, a module, a tool … */
final class RunReader {
  private static final Set<String> SOURCING = Set.of(".", "source");

  /** Programs that start a script or a module of Python, alone or with an action. */
  private static final Set<String> PYTHON_LAUNCHERS =
      Set.of("torchrun", "deepspeed", "kernprof", "accelerate launch", "coverage run", "mprof run");

  /** The same as modules. */
  private static final Predicate<String> LAUNCHING_MODULES =
      Pattern.compile(
              "c?[pP]rofile|pdb|trace|coverage|kernprof|memory_profiler|scalene|viztracer"
                  + "|torch\\.distributed\\.(launch|run)|accelerate\\.commands\\.launch")
          .asMatchPredicate();

  private static final Pattern SCRIPT = Pattern.compile("[\\w./-]*\\w\\.py");

  /** Programs with shell code after {@code -c}, and the letters of their options with a value. */
  private static final Map<String, String> CODE_OPTIONS =
      Map.of("script", "cEIOBmT", "su", "csgwG", "runuser", "csgwG", "flock", "cwE");

  /** Whether a builtin runs code in the shell itself. */
  static boolean runsInThisShell(String builtin) {
    return SOURCING.contains(builtin) || builtin.equals("eval");
  }

  private final String text;
  private final Places places;
  private final Set<String> functions;

  /**
   * @param text of the command
   * @param functions their names; more may come
   */
  RunReader(String text, Places places, Set<String> functions) {
    this.text = text;
    this.places = places;
    this.functions = functions;
  }

  /**
   * @param words the program and its arguments, after all prefixes; not empty
   * @param fed whether the program's input is something else than the terminal
   * @param setting of the run; its arguments are those of the program
   */
  ProgramRun read(List<Word> words, boolean fed, Setting setting) {
    Word program = words.get(0);
    Optional<String> literal = program.literal();
    if (literal.filter(functions::contains).isPresent()) {
      return new Named(setting, literal.get(), true);
    }
    Optional<Interpreter> interpreter = Interpreter.of(program);
    if (interpreter.isPresent()) {
      return interpreted(interpreter.get(), words.subList(1, words.size()), fed, setting);
    }
    if (literal.isEmpty()) {
      Place place = places.of(program, setting.folder());
      return place.isUnknown() ? new Opaque(setting) : new Executable(setting, place);
    }
    String name = literal.get();
    Optional<String> onSearchPath = ProgramNames.onSearchPath(name);
    if (SOURCING.contains(name)) {
      return sourced(words, setting);
    }
    Optional<ProgramRun> started = started(onSearchPath.orElse(""), words, setting);
    if (started.isPresent()) {
      return started.get();
    }
    if (name.isBlank() || isOpaque(onSearchPath.orElse(""), words)) {
      return new Opaque(setting);
    }
    return onSearchPath
        .map(tool -> (ProgramRun) new Named(setting, tool, ProgramNames.runsNothingUnseen(tool)))
        .orElseGet(() -> new Executable(setting, places.of(program, setting.folder())));
  }

  /** What starts its arguments as a program, in a way that was not stripped as a prefix. */
  private static boolean isOpaque(String name, List<Word> words) {
    boolean findsAndRuns =
        name.equals("find")
            && words.stream().anyMatch(word -> word.literalPrefix().startsWith("-exec"));
    return name.equals("eval") || findsAndRuns || Launchers.isLaunch(words);
  }

  /** What a program starts that takes it as code, or that is written for programs of Python. */
  private Optional<ProgramRun> started(String name, List<Word> words, Setting setting) {
    List<Word> rest = words.subList(1, words.size());
    if (name.equals("eval")) {
      return evaluated(words, setting);
    }
    String action = name + (rest.isEmpty() ? "" : " " + rest.get(0).literalPrefix());
    if (PYTHON_LAUNCHERS.contains(name) || PYTHON_LAUNCHERS.contains(action)) {
      return launched(new Interpreter(words.get(0), "python", Language.PYTHON), rest, setting);
    }
    Optional<Word> code =
        Optional.ofNullable(CODE_OPTIONS.get(name))
            .map(letters -> ToolArguments.of(rest, letters, Set.of("--command")))
            .flatMap(arguments -> arguments.values("c", "--command").stream().findFirst());
    return code.map(
        word ->
            code(new Interpreter(words.get(0), name, Language.SHELL), setting, Optional.of(word)));
  }

  /** {@code eval "python3 x.py"}, {@code eval python3 x.py}. */
  private Optional<ProgramRun> evaluated(List<Word> words, Setting setting) {
    Interpreter shell = new Interpreter(words.get(0), "eval", Language.SHELL);
    List<Word> code = words.subList(1, words.size());
    boolean plain =
        !code.isEmpty()
            && code.stream().allMatch(word -> word.literal().isPresent())
            && code.stream().allMatch(word -> word.plainPrefix().length() == word.span().length());
    if (plain) {
      return read(shell, setting, code.get(0).span().union(code.get(code.size() - 1).span()));
    }
    boolean known =
        code.size() == 1 && !code.get(0).literalPrefix().isBlank() && isVerbatim(code.get(0));
    return known ? read(shell, setting, inQuotes(code.get(0).span())) : Optional.empty();
  }

  /** The script or module that a launcher of Python starts, after options of many kinds. */
  private Optional<ProgramRun> launched(
      Interpreter interpreter, List<Word> words, Setting setting) {
    for (int i = 0; i < words.size(); i++) {
      boolean module = words.get(i).is("-m") || words.get(i).is("--module");
      if (module && i + 1 < words.size()) {
        return Optional.of(
            new Module(
                setting.withArguments(words.subList(i + 2, words.size())),
                interpreter,
                words.get(i + 1)));
      }
      if (words.get(i).literal().filter(SCRIPT.asMatchPredicate()).isPresent()) {
        return Optional.of(script(interpreter, words.subList(i, words.size()), setting));
      }
    }
    return Optional.empty();
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
    Language language = interpreter.language();
    int at = 0;
    while (at < words.size()) {
      Word word = words.get(at);
      String option = word.literalPrefix();
      if (word.is("-")) {
        return fromInput(interpreter, setting);
      }
      if (word.is("--")) {
        at++;
        break;
      }
      if (!option.startsWith("-") && !option.startsWith("+")) {
        break;
      }
      if (language.isInformation(option)) {
        return new Named(setting, interpreter.name(), true);
      }
      if (language.isLongCode(option)) {
        return new InlineCode(setting.withArguments(List.of()), interpreter, Optional.empty());
      }
      int letterAt = language.letterWithValue(option);
      char letter = letterAt < 0 ? '-' : option.charAt(letterAt);
      if (language.isModule(letter)) {
        return module(interpreter, words.subList(at, words.size()), letterAt + 1, setting);
      } else if (language.isCode(letter)) {
        boolean shell = language == Language.SHELL;
        Optional<Word> code =
            words.stream()
                .skip(at + 1)
                .filter(next -> !shell || !next.literalPrefix().matches("[-+]\\w+"))
                .findFirst();
        return shell && letter == 's'
            ? fromInput(interpreter, setting)
            : code(
                interpreter,
                setting,
                shell || letterAt + 1 == option.length() ? code : Optional.empty());
      }
      at += language.takesNextWord(option) ? 2 : 1;
    }
    if (at < words.size()) {
      boolean action =
          interpreter.name().startsWith("ipython")
              && words.get(at).literal().filter(name -> name.matches("\\w+")).isPresent();
      return action
          ? new Named(setting, interpreter.name(), true)
          : script(interpreter, words.subList(at, words.size()), setting);
    }
    return fed ? fromInput(interpreter, setting) : new Named(setting, interpreter.name(), true);
  }

  /**
   * {@code bash -c 'cd src && python x.py'} is read, unless the code is written otherwise than the
   * shell that runs it will read it, or that shell refuses it.
   */
  private ProgramRun code(Interpreter interpreter, Setting setting, Optional<Word> code) {
    return code.filter(word -> interpreter.language() == Language.SHELL)
        .filter(this::isVerbatim)
        .flatMap(word -> read(interpreter, setting, inQuotes(word.span())))
        .orElseGet(() -> new InlineCode(setting.withArguments(List.of()), interpreter, code));
  }

  private Optional<ProgramRun> read(Interpreter interpreter, Setting setting, Span code) {
    return Optional.of(ShellCommand.parse(text, code))
        .filter(command -> command.problems().isEmpty())
        .map(command -> new ShellCode(setting.withArguments(List.of()), interpreter, command));
  }

  private static Span inQuotes(Span word) {
    return new Span(word.start() + 1, word.end() - 1);
  }

  /** One pair of quotes around all of it, and nothing escaped; variables stay unknown in it. */
  private boolean isVerbatim(Word word) {
    int at = word.span().start() + 1;
    for (WordPart part : word.parts()) {
      boolean asWritten =
          part instanceof Literal literal
              ? (literal.quoting() == Quoting.SINGLE || literal.quoting() == Quoting.DOUBLE)
                  && literal.text().equals(literal.span().of(text))
              : part instanceof VariableUse;
      if (!asWritten || part.span().start() != at) {
        return false;
      }
      at = part.span().end();
    }
    char open = text.charAt(word.span().start());
    return word.literal().filter(String::isBlank).isEmpty()
        && (open == '\'' || open == '"')
        && at == word.span().end() - 1;
  }

  /** {@code python < x.py} is {@code python x.py}; of other input nothing is known. */
  private ProgramRun fromInput(Interpreter interpreter, Setting setting) {
    Setting alone = setting.withArguments(List.of());
    List<Redirection> inputs =
        setting.command().redirections().stream().filter(Redirection::feedsInput).toList();
    Optional<Redirection> last = inputs.stream().reduce((first, second) -> second);
    if (last.filter(input -> input.kind() == Redirection.Kind.READ).isPresent()) {
      Word file = last.get().target();
      return new Script(alone, interpreter, file, places.of(file, setting.folder()));
    }
    return code(
        interpreter,
        setting,
        last.filter(input -> input.kind() == Redirection.Kind.HERE_STRING)
            .map(Redirection::target));
  }

  /** {@code -m pkg.mod} or {@code -mpkg.mod}; the option is the first of {@code words}. */
  private ProgramRun module(
      Interpreter interpreter, List<Word> words, int nameAt, Setting setting) {
    Word word = words.get(0);
    if (words.size() > 1 && words.get(1).literal().filter(LAUNCHING_MODULES).isPresent()) {
      Optional<ProgramRun> launched =
          launched(interpreter, words.subList(2, words.size()), setting);
      if (launched.isPresent()) {
        return launched.get();
      }
    }
    boolean joined =
        nameAt < word.literalPrefix().length()
            || !word.parts().stream().allMatch(Literal.class::isInstance);
    if (joined) {
      Word module = nameAt <= word.plainPrefix().length() ? word.withoutPrefix(nameAt) : word;
      return new Module(setting.withArguments(words.subList(1, words.size())), interpreter, module);
    }
    return words.size() < 2
        ? new Named(setting, interpreter.name(), true)
        : new Module(
            setting.withArguments(words.subList(2, words.size())), interpreter, words.get(1));
  }
}
