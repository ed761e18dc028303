package dev.wmllint.command;

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
import java.util.Optional;
import java.util.Set;

/** Finds out what a program with its arguments is: a script, a module, a tool … */
final class RunReader {
  private static final Set<String> SOURCING = Set.of(".", "source");

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
    if (literal.isEmpty()) {
      Place place = places.of(program, setting.folder());
      return place.isUnknown() ? new Opaque(setting) : new Executable(setting, place);
    }
    if (functions.contains(literal.get())) {
      return new Named(setting, literal.get(), true);
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
        .map(tool -> (ProgramRun) new Named(setting, tool, ProgramNames.runsNothingUnseen(tool)))
        .orElseGet(() -> new Executable(setting, places.of(program, setting.folder())));
  }

  /** What starts its arguments as a program, in a way that was not stripped as a prefix. */
  private static boolean isOpaque(String name, List<Word> words) {
    boolean findsAndRuns =
        name.equals("find")
            && words.stream().anyMatch(word -> word.literalPrefix().startsWith("-exec"));
    boolean runsInEnvironment = name.equals("conda") && words.size() > 1 && words.get(1).is("run");
    boolean unreadPrefix = Prefixes.isPrefix(name) && !name.equals("command") && words.size() > 1;
    return name.equals("eval") || findsAndRuns || runsInEnvironment || unreadPrefix;
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
    Interpreter.Language language = interpreter.language();
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
      int letterAt = language.letterWithValue(option);
      char letter = letterAt < 0 ? '-' : option.charAt(letterAt);
      if (language.isModule(letter)) {
        return module(interpreter, words.subList(at, words.size()), letterAt + 1, setting);
      } else if (language.isCode(letter)) {
        boolean next = letterAt + 1 == option.length() && at + 1 < words.size();
        return letter == 's'
            ? fromInput(interpreter, setting)
            : code(interpreter, setting, next ? Optional.of(words.get(at + 1)) : Optional.empty());
      }
      at += language.takesNextWord(option) ? 2 : 1;
    }
    if (at < words.size()) {
      return script(interpreter, words.subList(at, words.size()), setting);
    }
    return fed ? fromInput(interpreter, setting) : new Named(setting, interpreter.name(), true);
  }

  /**
   * {@code bash -c 'cd src && python x.py'} is read, unless the code is written otherwise than the
   * shell that runs it will read it, or that shell refuses it.
   */
  private ProgramRun code(Interpreter interpreter, Setting setting, Optional<Word> code) {
    Setting alone = setting.withArguments(List.of());
    return code.filter(word -> interpreter.language() == Interpreter.Language.SHELL)
        .filter(this::isVerbatim)
        .map(word -> ShellCommand.parse(text, inQuotes(word.span())))
        .filter(command -> command.problems().isEmpty())
        .map(command -> (ProgramRun) new ShellCode(alone, interpreter, command))
        .orElseGet(() -> new InlineCode(alone, interpreter, code));
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
    if (!inputs.isEmpty() && inputs.get(inputs.size() - 1).kind() == Redirection.Kind.READ) {
      Word file = inputs.get(inputs.size() - 1).target();
      return new Script(alone, interpreter, file, places.of(file, setting.folder()));
    }
    return new InlineCode(alone, interpreter, Optional.empty());
  }

  /** {@code -m pkg.mod} or {@code -mpkg.mod}; the option is the first of {@code words}. */
  private static ProgramRun module(
      Interpreter interpreter, List<Word> words, int nameAt, Setting setting) {
    Word word = words.get(0);
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
