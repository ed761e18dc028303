package dev.wmllint.command;

import dev.wmllint.command.Compound.Kind;
import dev.wmllint.command.ProgramRun.Named;
import dev.wmllint.command.ProgramRun.ShellCode;
import dev.wmllint.command.WordPart.Substitution;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a command runs: which programs, from which folder, after which preparations. */
public final class CommandAnalysis {
  /** Builtins that run code in the shell itself. */
  private static final Set<String> SHELL_CODE = Set.of("eval", "source", ".");

  private final String text;
  private final List<ProgramRun> runs = new ArrayList<>();
  private final Set<String> assigned;
  private final Set<String> functionNames;
  private final Functions functions = new Functions();
  private final PathLog made = new PathLog();
  private final PathLog executable = new PathLog();

  private final RunReader reader;
  private final FileEffects effects;
  private final Places places;
  private int commands;

  private CommandAnalysis(ShellCommand command) {
    this.text = command.text();
    this.assigned = new HashSet<>(command.assigned());
    this.functionNames = new HashSet<>(command.functions());
    this.places = new Places(assigned);
    this.reader = new RunReader(text, places, functionNames);
    this.effects = new FileEffects(places, made, executable);
  }

  /** Follows the command from the root of the model definition. */
  public static CommandAnalysis of(ShellCommand command) {
    CommandAnalysis analysis = new CommandAnalysis(command);
    analysis.walk(command.statements(), Folders.START, false);
    List<ProgramRun> called = List.copyOf(analysis.runs);
    analysis.runs.clear();
    analysis.functions.followRest((body, start) -> analysis.walk(body, start, false));
    analysis.addInPlace(called);
    return analysis;
  }

  /** Puts the runs of functions that are never called where they are written. */
  private void addInPlace(List<ProgramRun> called) {
    List<ProgramRun> rest = List.copyOf(runs);
    runs.clear();
    int next = 0;
    for (ProgramRun run : called) {
      int start = run.program().span().start();
      while (next < rest.size() && rest.get(next).program().span().start() < start) {
        runs.add(rest.get(next++));
      }
      runs.add(run);
    }
    runs.addAll(rest.subList(next, rest.size()));
  }

  /**
   * The programs that are started, in the order in which they run: that is the order in which they
   * are written, but for the bodies of functions.
   */
  public List<ProgramRun> runs() {
    return List.copyOf(runs);
  }

  /** The place that a word names where a command runs in {@code folder}. */
  public Place place(Word word, Place folder) {
    return places.of(word, folder);
  }

  /** The variables that the command itself gives a value, or asks for one. */
  public Set<String> assignedVariables() {
    return Set.copyOf(assigned);
  }

  /**
   * Whether something runs that cannot be looked into, so that the absence of a program, or of a
   * variable's value, proves nothing.
   */
  public boolean mayRunUnseenPrograms() {
    return runs.stream().anyMatch(ProgramRun::mayRunUnseenPrograms);
  }

  /** Whether variables may come from what is sourced or evaluated. */
  public boolean mayAssignUnseenVariables() {
    return runs.stream()
        .filter(run -> !(run instanceof Named))
        .anyMatch(run -> SHELL_CODE.stream().anyMatch(run.program()::is));
  }

  private Folders walk(List<Statement> statements, Folders start, boolean piped) {
    Folders folders = start;
    for (Statement statement : statements) {
      if (statement instanceof SimpleCommand command) {
        folders = visit(command, folders, piped);
      } else if (statement instanceof Compound compound) {
        folders = visit(compound, folders, piped);
      } else if (statement instanceof FunctionDefinition function) {
        functions.define(function);
      }
    }
    return folders;
  }

  private Folders visit(Compound compound, Folders before, boolean piped) {
    Kind kind = compound.kind();
    Folders after = walk(compound.body(), before, piped || kind == Kind.PIPED);
    if (kind.isOwnShell()) {
      return before;
    }
    return kind.isConditional() && after.movedFrom(before) ? Folders.UNKNOWN : after;
  }

  private Folders visit(SimpleCommand command, Folders folders, boolean piped) {
    visitSubstitutions(command, folders);
    int when = commands++;
    Folders after = folders;
    if (!command.words().isEmpty()) {
      after = visitProgram(command, folders, piped, when);
    }
    effects.ofRedirections(command, folders.current(), when);
    return after;
  }

  private Folders visitProgram(SimpleCommand command, Folders folders, boolean piped, int when) {
    List<Word> words = Prefixes.strip(command.words());
    List<Word> arguments = words.subList(1, words.size());
    VariableEffects.collect(command.words(), assigned);
    VariableEffects.collect(words, assigned);
    boolean fed = piped || command.redirections().stream().anyMatch(Redirection::feedsInput);
    ProgramRun run =
        reader.read(
            words,
            fed,
            new ProgramRun.Setting(
                command,
                words.get(0),
                Argument.of(arguments),
                folders.current(),
                new PathSet(made, when),
                new PathSet(executable, when)));
    runs.add(run);
    effects.ofRun(run, arguments, when);
    if (run instanceof ShellCode shell) {
      assigned.addAll(shell.code().assigned());
      functionNames.addAll(shell.code().functions());
      walk(shell.code().statements(), folders, fed);
      return folders;
    }
    if (run instanceof Named named && functionNames.contains(named.name())) {
      return functions.call(named.name(), folders, (body, start) -> walk(body, start, fed));
    }
    return run instanceof Named named ? folders.after(named.name(), arguments, places) : folders;
  }

  /** The commands in substitutions run first, each in a shell of its own. */
  private void visitSubstitutions(SimpleCommand command, Folders folders) {
    for (Assignment assignment : command.assignments()) {
      visitSubstitutions(assignment.value(), folders);
    }
    for (Word word : command.words()) {
      visitSubstitutions(word, folders);
    }
    for (Redirection redirection : command.redirections()) {
      visitSubstitutions(redirection.target(), folders);
    }
  }

  private void visitSubstitutions(Word word, Folders folders) {
    for (WordPart part : word.parts()) {
      if (part instanceof Substitution substitution) {
        walk(substitution.statements(), folders, false);
      }
    }
  }
}
