package dev.wmllint.command;

import dev.wmllint.command.WordPart.VariableUse;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A command line, read.
 *
 * @param text what was read; all spans count its UTF-16 units
 * @param statements the commands in their structure
 * @param variables every use of a named variable, in substitutions, double quotes, arithmetic and
 *     here-documents too, in the order in which they are written; special parameters such as {@code
 *     $1} are none
 * @param assigned variables that get a value by the language itself: {@code X=…}, {@code for X},
 *     {@code ${X:=…}}, {@code ((X=…))}
 * @param functions names of the functions that are defined
 * @param comments from their {@code #} to the end of their line
 * @param listed the words of the lists of {@code for}
 * @param operators where each {@code &} and each redirection stands, outside of all quotes
 * @param problems what the shell refuses, or fails at when it runs; empty for legal shell
 */
public record ShellCommand(
    String text,
    List<Statement> statements,
    List<VariableUse> variables,
    Set<String> assigned,
    Set<String> functions,
    List<Span> comments,
    List<Word> listed,
    Set<Integer> operators,
    List<SyntaxProblem> problems) {

  public ShellCommand {
    statements = List.copyOf(statements);
    variables = List.copyOf(variables);
    assigned = Set.copyOf(assigned);
    functions = Set.copyOf(functions);
    comments = List.copyOf(comments);
    listed = List.copyOf(listed);
    operators = Set.copyOf(operators);
    problems = List.copyOf(problems);
  }

  /** Reads any text, never fails: what is not shell is in {@link #problems()}. */
  public static ShellCommand parse(String command) {
    return parse(command, new Span(0, command.length()));
  }

  /** Reads a part of a text; spans count in the whole. */
  static ShellCommand parse(String command, Span part) {
    ShellText text = new ShellText(command);
    text.moveTo(part.start());
    text.limit(part.end());
    List<Statement> statements = new CommandReader(text).readAll();
    return new ShellCommand(
        command,
        statements,
        text.variables(),
        text.assigned(),
        text.functions(),
        text.comments(),
        text.listed(),
        text.operators(),
        text.problems());
  }

  /**
   * The commands in the order in which they are written, whatever structure they are in; those
   * inside substitutions belong to their words.
   */
  public List<SimpleCommand> commands() {
    List<SimpleCommand> found = new ArrayList<>();
    collect(statements, found);
    return found;
  }

  /** All words, those of the commands inside substitutions too. */
  public List<Word> words() {
    List<Word> found = new ArrayList<>(listed);
    addWords(statements, found);
    return found;
  }

  private static void addWords(List<Statement> statements, List<Word> found) {
    List<SimpleCommand> commands = new ArrayList<>();
    collect(statements, commands);
    for (SimpleCommand command : commands) {
      found.addAll(command.allWords());
      command.allWords().stream()
          .flatMap(Word::substitutions)
          .forEach(substitution -> addWords(substitution.statements(), found));
    }
  }

  private static void collect(List<Statement> statements, List<SimpleCommand> found) {
    for (Statement statement : statements) {
      if (statement instanceof SimpleCommand command) {
        found.add(command);
      } else if (statement instanceof Compound compound) {
        collect(compound.body(), found);
      } else if (statement instanceof FunctionDefinition function) {
        collect(function.body(), found);
      }
    }
  }
}
