package dev.wmllint.rules.command;

import dev.wmllint.command.Interpreter.Language;
import dev.wmllint.command.ProgramRun;
import dev.wmllint.command.ProgramRun.Named;
import dev.wmllint.command.ProgramRun.Script;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.FixKind;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.text.Message;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ScalarNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A command that runs no program of the framework's kind. */
final class FrameworkPrograms {
  static final RuleInfo FRAMEWORK_PROGRAM_MISMATCH =
      RuleInfo.warning(
              Chapter.COMMAND,
              "framework-program-mismatch",
              "a command that runs no program of the framework's kind")
          .fix(FixKind.UNSAFE);

  private static final String PYTHON = ".py";
  private static final String LUA = ".lua";
  private static final String NETWORK = ".prototxt";

  /** What an interpreter of a framework does not run. */
  private static final Set<String> NO_PROGRAMS =
      Set.of(
          ".sh", NETWORK, ".ipynb", ".md", ".json", ".yaml", ".yml", ".csv", ".r", ".jl", ".js",
          ".c");

  static void check(CommandContext command) {
    List<String> kinds = command.programExtensions();
    Optional<ScalarNode> framework = command.context().manifest().frameworkName();
    if (kinds.isEmpty() || framework.isEmpty()) {
      return;
    }
    Optional<Named> bare = bareFile(command);
    if (bare.isPresent()) {
      reportBare(command, bare.get());
      return;
    }
    boolean explained =
        command.runs().stream().anyMatch(run -> isOfKind(run, kinds) || run.mayRunUnseenPrograms());
    if (!explained && !isReportedOtherwise(command)) {
      report(command, framework.get().value(), kinds);
    }
  }

  private static boolean isOfKind(ProgramRun run, List<String> kinds) {
    if (run instanceof Script script) {
      Language language = script.interpreter().language();
      String extension = NearestFile.extension(script.script().literal().orElse(""));
      return (language == Language.PYTHON && kinds.contains(PYTHON) && !isOther(extension, PYTHON))
          || (language == Language.LUA && kinds.contains(LUA) && !isOther(extension, LUA));
    }
    return kinds.contains(NETWORK) && CommandArgumentFiles.isCaffe(run);
  }

  private static boolean isOther(String extension, String own) {
    return !extension.equals(own)
        && (extension.equals(PYTHON) || extension.equals(LUA) || NO_PROGRAMS.contains(extension));
  }

  /** A missing file or a missing {@code &&} is the mistake, and this one follows from it. */
  private static boolean isReportedOtherwise(CommandContext command) {
    Optional<ModelDefinition> model = command.model();
    List<ProgramRun> scripts = command.runs().stream().filter(Script.class::isInstance).toList();
    boolean missing =
        model.isPresent()
            && !scripts.isEmpty()
            && scripts.stream().allMatch(run -> CommandFiles.missing(run, model.get()).isPresent());
    return missing || !JoinedCommands.find(command).isEmpty();
  }

  private static void report(CommandContext command, String framework, List<String> kinds) {
    Optional<ProgramRun> culprit =
        command.runs().stream()
            .filter(Script.class::isInstance)
            .findFirst()
            .or(() -> command.runs().stream().findFirst());
    RuleContext.Finding finding =
        command
            .finding(
                FRAMEWORK_PROGRAM_MISMATCH,
                Message.of("the command runs no program of " + framework))
            .help(
                framework
                    + " runs *"
                    + String.join(" and *", kinds)
                    + ", as in '"
                    + example(kinds, command.starters())
                    + "'");
    if (culprit.isPresent()) {
      finding.atPart(command.scalar(), culprit.get().program().contentSpan());
    } else {
      finding.atValue(command.scalar());
    }
  }

  private static String example(List<String> kinds, Starters starters) {
    if (kinds.contains(NETWORK)) {
      return "caffe train -solver solver.prototxt";
    }
    return kinds.contains(LUA) ? "th main.lua" : starters.pythonName() + " train.py";
  }

  /** {@code train.py} alone: the shell looks for it on the search path, where it is not. */
  private static Optional<Named> bareFile(CommandContext command) {
    if (command.assigns("PATH") || command.analysis().mayAssignUnseenVariables()) {
      return Optional.empty();
    }
    return command.runs().stream()
        .filter(Named.class::isInstance)
        .map(Named.class::cast)
        .filter(
            run -> !run.wellKnown() && !ProgramsNotFound.isMisread(run) && isBareFile(command, run))
        .findFirst();
  }

  private static boolean isBareFile(CommandContext command, Named run) {
    Optional<String> name =
        run.program()
            .literal()
            .filter(literal -> !literal.contains("/"))
            .filter(literal -> command.starters().byName(literal).isPresent());
    if (name.isEmpty()) {
      return false;
    }
    // After other commands, one of them may have installed it.
    boolean first = command.runs().get(0) == run;
    return command.model().isEmpty()
        ? first
        : run.folder()
            .resolve(name.get())
            .path()
            .flatMap(path -> command.model().get().file(path))
            .isPresent();
  }

  private static void reportBare(CommandContext command, Named run) {
    String name = run.program().literal().orElseThrow();
    String starter = command.starters().byName(name).orElseThrow();
    Span word = run.program().span();
    command
        .finding(FRAMEWORK_PROGRAM_MISMATCH, Message.ofQuoted(name).text(" is not on the PATH"))
        .help(Message.of("start it as '" + starter + " ").piece(name).text("'"))
        .unsafeFix("insert " + starter, command.insertBefore(word, starter + " "))
        .atPart(command.scalar(), run.program().contentSpan());
  }
}
