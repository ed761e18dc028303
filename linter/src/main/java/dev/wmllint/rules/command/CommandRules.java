package dev.wmllint.rules.command;

import dev.wmllint.command.CommandAnalysis;
import dev.wmllint.command.SyntaxProblem;
import dev.wmllint.manifest.Placeholder;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.Rule;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.text.Blanks;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.syntax.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The command, looked at by one check for each rule. A command that the shell refuses is not looked
 * at any further: what it would run is unknown.
 */
public final class CommandRules implements Rule {
  static final RuleInfo COMMAND_SYNTAX =
      RuleInfo.error(Chapter.COMMAND, "command-syntax", "a command that the shell refuses");

  /** A check of a command that the shell accepts, and the rule that it reports. */
  private record Check(RuleInfo info, Consumer<CommandContext> check) {}

  private static final List<Check> CHECKS =
      List.of(
          new Check(ProgramsNotFound.COMMAND_NOT_FOUND, ProgramsNotFound::check),
          new Check(CommandFiles.COMMAND_FILE_MISSING, CommandFiles::check),
          new Check(
              CommandArgumentFiles.COMMAND_ARGUMENT_FILE_MISSING, CommandArgumentFiles::check),
          new Check(FrameworkPrograms.FRAMEWORK_PROGRAM_MISMATCH, FrameworkPrograms::check),
          new Check(AbsoluteDataPaths.ABSOLUTE_DATA_PATH, AbsoluteDataPaths::check),
          new Check(UnknownVariables.UNKNOWN_VARIABLE, UnknownVariables::check),
          new Check(NotExecutable.NOT_EXECUTABLE, NotExecutable::check),
          new Check(JoinedCommands.JOINED_COMMANDS, JoinedCommands::check),
          new Check(PythonVersions.PYTHON_VERSION_MISMATCH, PythonVersions::check));

  @Override
  public List<RuleInfo> infos() {
    List<RuleInfo> infos = new ArrayList<>(List.of(COMMAND_SYNTAX));
    CHECKS.forEach(check -> infos.add(check.info()));
    return infos;
  }

  @Override
  public void check(RuleContext context) {
    Optional<ScalarNode> scalar = context.manifest().command();
    if (scalar.isEmpty()
        || scalar.get().value().isBlank()
        || Placeholder.isToCome(scalar.get().value())
        || context.document().isDamaged(scalar.get().span())
        || isReportedForItsBlanks(context, scalar.get())) {
      return;
    }
    CommandAnalysis analysis = context.manifest().commandAnalysis().orElseThrow();
    CommandContext command = CommandContext.of(context, scalar.get(), analysis);
    if (PastedText.report(command)
        || BrokenLines.report(command)
        || UnknownVariables.reportMisread(command)) {
      return;
    }
    List<SyntaxProblem> problems = analysis.command().problems();
    for (SyntaxProblem problem : problems) {
      context
          .finding(COMMAND_SYNTAX, problem.message())
          .help(problem.help())
          .atPart(scalar.get(), problem.span());
    }
    if (problems.isEmpty()) {
      CHECKS.forEach(check -> check.check().accept(command));
    }
  }

  /** Text from a web page has such spaces in its commands too, and that is one mistake. */
  private static boolean isReportedForItsBlanks(RuleContext context, ScalarNode command) {
    return context.document().problems().stream()
            .anyMatch(problem -> problem.kind() == Problem.Kind.FALSE_BLANK)
        && command.value().chars().anyMatch(c -> Blanks.isOdd((char) c));
  }
}
