package dev.wmllint.command;

import dev.wmllint.command.ProgramRun.Named;
import dev.wmllint.command.ProgramRun.ShellCode;
import java.util.List;
import java.util.Set;

/**
 * What a command runs: which programs, from which folder, after which preparations.
 *
 * @param command as it is written
 * @param runs the programs that are started, in the order in which they run: that is the order in
 *     which they are written, but for the bodies of functions
 * @param assignedVariables the variables that the command itself gives a value, or asks for one
 */
public record CommandAnalysis(
    ShellCommand command, List<ProgramRun> runs, Set<String> assignedVariables) {
  public CommandAnalysis {
    runs = List.copyOf(runs);
    assignedVariables = Set.copyOf(assignedVariables);
  }

  /** Follows the command from the root of the model definition. */
  public static CommandAnalysis of(ShellCommand command) {
    CommandWalk walk = new CommandWalk(command);
    return new CommandAnalysis(command, walk.runs(), walk.assigned());
  }

  /** The place that a word names where a command runs in {@code folder}. */
  public Place place(Word word, Place folder) {
    return new Places(assignedVariables).of(word, folder);
  }

  /** Whether variables may come from what is sourced or evaluated. */
  public boolean mayAssignUnseenVariables() {
    return runs.stream()
        .filter(run -> !(run instanceof Named) && !(run instanceof ShellCode))
        .anyMatch(run -> run.program().literal().filter(RunReader::runsInThisShell).isPresent());
  }
}
