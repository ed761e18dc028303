package dev.wmllint.command;

import dev.wmllint.command.Compound.Kind;
import dev.wmllint.command.ProgramRun.Named;
import dev.wmllint.command.ProgramRun.ShellCode;
import dev.wmllint.command.WordPart.Substitution;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Follows a command from the root of the model definition, and notes what it runs. */
final class CommandWalk {
  private final List<ProgramRun> runs = new ArrayList<>();
  private final Set<String> assigned;
  private final Set<String> functionNames;
  private final Functions functions = new Functions();
  private final PathSet.Log made = new PathSet.Log();
  private final PathSet.Log executable = new PathSet.Log();
  private final RunReader reader;
  private final Places places;
  private int commands;

  CommandWalk(ShellCommand command) {
    this.assigned = new HashSet<>(command.assigned());
    this.functionNames = new HashSet<>(command.functions());
    this.places = new Places(assigned);
    this.reader = new RunReader(command.text(), places, functionNames);
    walk(command.statements(), Folders.START, false);
    List<ProgramRun> called = List.copyOf(runs);
    runs.clear();
    functions.followRest((body, start) -> walk(body, start, false));
    addInPlace(called);
  }

  List<ProgramRun> runs() {
    return runs;
  }

  Set<String> assigned() {
    return assigned;
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
    FileEffects effects = new FileEffects(places, made, executable, folders.current(), when);
    Folders after = folders;
    if (!command.words().isEmpty()) {
      after = visitProgram(command, folders, piped, effects, when);
    }
    effects.ofRedirections(command);
    return after;
  }

  private Folders visitProgram(
      SimpleCommand command, Folders folders, boolean piped, FileEffects effects, int when) {
    List<Word> words = Launchers.strip(command.words());
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
    effects.ofRun(run, arguments);
    if (run instanceof ShellCode shell) {
      assigned.addAll(shell.code().assigned());
      functionNames.addAll(shell.code().functions());
      Folders after = walk(shell.code().statements(), folders, fed);
      return RunReader.runsInThisShell(shell.interpreter().name()) ? after : folders;
    }
    if (run instanceof Named named && functionNames.contains(named.name())) {
      return functions.call(named.name(), folders, (body, start) -> walk(body, start, fed));
    }
    return run instanceof Named named ? folders.after(named.name(), arguments, places) : folders;
  }

  /** The commands in substitutions run first, each in a shell of its own. */
  private void visitSubstitutions(SimpleCommand command, Folders folders) {
    command.assignments().forEach(assignment -> visitSubstitutions(assignment.value(), folders));
    command.words().forEach(word -> visitSubstitutions(word, folders));
    command.redirections().forEach(target -> visitSubstitutions(target.target(), folders));
  }

  private void visitSubstitutions(Word word, Folders folders) {
    for (WordPart part : word.parts()) {
      if (part instanceof Substitution substitution) {
        walk(substitution.statements(), folders, false);
      }
    }
  }
}
