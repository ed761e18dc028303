package dev.wmllint.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A program that the command starts, after assignments and after {@code env}, {@code time} … */
public sealed interface ProgramRun {
  /**
   * What surrounds a run.
   *
   * @param command the command that starts it
   * @param program the word that names the program, after all prefixes
   * @param arguments of the script, of the module or of the program: not those of the interpreter
   * @param folder in which it starts
   * @param madeBefore files that earlier commands may have made
   * @param madeExecutableBefore files whose exec bit earlier commands may have set
   */
  record Setting(
      SimpleCommand command,
      Word program,
      List<Argument> arguments,
      Place folder,
      PathSet madeBefore,
      PathSet madeExecutableBefore) {
    public Setting {
      arguments = List.copyOf(arguments);
    }

    Setting withArguments(List<Word> words) {
      return new Setting(
          command, program, Argument.of(words), folder, madeBefore, madeExecutableBefore);
    }
  }

  Setting setting();

  /**
   * Whether it may start programs, or set variables, that are not seen from here: a shell script,
   * an own binary, inline code, an unknown tool.
   */
  default boolean mayRunUnseenPrograms() {
    return true;
  }

  /** Whether it is a builtin or a program of the search path that has one of the names. */
  default boolean isNamed(Set<String> names) {
    return this instanceof Named named && names.contains(named.name());
  }

  default Word program() {
    return setting().program();
  }

  default List<Argument> arguments() {
    return setting().arguments();
  }

  default Place folder() {
    return setting().folder();
  }

  default PathSet madeBefore() {
    return setting().madeBefore();
  }

  default PathSet madeExecutableBefore() {
    return setting().madeExecutableBefore();
  }

  /**
   * {@code python3 dir/x.py}, {@code bash run.sh}, {@code source env.sh}.
   *
   * @param script as written
   * @param place of the script
   */
  record Script(Setting setting, Interpreter interpreter, Word script, Place place)
      implements ProgramRun {
    @Override
    public boolean mayRunUnseenPrograms() {
      boolean known = script.literal().isPresent() || place.path().isPresent();
      return !known || !interpreter.language().computes();
    }
  }

  /**
   * {@code python -m pkg.mod}.
   *
   * @param module its dotted name; the span is the name alone in {@code -mpkg.mod} too
   */
  record Module(Setting setting, Interpreter interpreter, Word module) implements ProgramRun {
    @Override
    public boolean mayRunUnseenPrograms() {
      return module.literal().filter(ProgramNames::isToolModule).isEmpty();
    }
  }

  /**
   * {@code bash -c '…'}, {@code eval "…"}, {@code bash <<< "…"} whose code can be read: its
   * commands are runs of their own.
   *
   * @param code with spans in the text around it
   */
  record ShellCode(Setting setting, Interpreter interpreter, ShellCommand code)
      implements ProgramRun {
    @Override
    public boolean mayRunUnseenPrograms() {
      return false;
    }
  }

  /**
   * {@code python -c '…'}, {@code bash -s}, {@code … | sh}, {@code python <<EOF}.
   *
   * @param code the code, where it is an argument
   */
  record InlineCode(Setting setting, Interpreter interpreter, Optional<Word> code)
      implements ProgramRun {}

  /**
   * A file that is started itself: {@code ./run.sh}, {@code dir/run}, {@code /opt/x/run}.
   *
   * @param place of the file
   */
  record Executable(Setting setting, Place place) implements ProgramRun {}

  /**
   * A builtin, a function, or a program that is found on the search path.
   *
   * @param name without folders
   * @param wellKnown whether it is a function of the command itself, or known to start nothing else
   */
  record Named(Setting setting, String name, boolean wellKnown) implements ProgramRun {
    @Override
    public boolean mayRunUnseenPrograms() {
      return !wellKnown;
    }
  }

  /** Something that only the running shell knows: {@code $PYTHON x.py}, {@code eval $X}. */
  record Opaque(Setting setting) implements ProgramRun {}
}
