package dev.wmllint.rules.command;

import dev.wmllint.command.Interpreter.Language;
import dev.wmllint.command.ProgramRun;
import dev.wmllint.command.ProgramRun.Named;
import dev.wmllint.command.ProgramRun.Script;
import dev.wmllint.fix.Fix;
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

/** A command that runs no program of the framework's kind. */
final class FrameworkPrograms implements CommandCheck {
  private static final RuleInfo FRAMEWORK_PROGRAM_MISMATCH =
      RuleInfo.warning(
              Chapter.COMMAND,
              "framework-program-mismatch",
              "a command that runs no program of the framework's kind")
          .fix(FixKind.UNSAFE);

  private static final String PYTHON = ".py";
  private static final String LUA = ".lua";
  private static final String NETWORK = ".prototxt";

  @Override
  public RuleInfo info() {
    return FRAMEWORK_PROGRAM_MISMATCH;
  }

  @Override
  public void check(CommandContext scene) {
    List<String> kinds = scene.programExtensions();
    Optional<ScalarNode> framework = scene.context().manifest().frameworkName();
    if (kinds.isEmpty() || framework.isEmpty()) {
      return;
    }
    Optional<Named> bare = bareFile(scene);
    if (bare.isPresent()) {
      reportBare(scene, bare.get());
      return;
    }
    boolean explained =
        scene.runs().stream().anyMatch(run -> isOfKind(run, kinds) || run.mayRunUnseenPrograms());
    if (!explained && !isReportedOtherwise(scene)) {
      report(scene, framework.get().value(), kinds);
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
    return !extension.equals(own) && List.of(PYTHON, LUA, ".sh", NETWORK).contains(extension);
  }

  /** A missing file or a missing {@code &&} is the mistake, and this one follows from it. */
  private static boolean isReportedOtherwise(CommandContext scene) {
    Optional<ModelDefinition> model = scene.model();
    List<ProgramRun> scripts = scene.runs().stream().filter(Script.class::isInstance).toList();
    boolean missing =
        model.isPresent()
            && !scripts.isEmpty()
            && scripts.stream().allMatch(run -> CommandFiles.missing(run, model.get()).isPresent());
    return missing || !JoinedCommands.find(scene).isEmpty();
  }

  private void report(CommandContext scene, String framework, List<String> kinds) {
    Optional<ProgramRun> culprit =
        scene.runs().stream()
            .filter(Script.class::isInstance)
            .findFirst()
            .or(() -> scene.runs().stream().findFirst());
    RuleContext.Finding finding =
        scene
            .finding(info(), Message.of("the command runs no program of " + framework))
            .help(
                framework
                    + " runs *"
                    + String.join(" and *", kinds)
                    + ", as in '"
                    + example(kinds, scene.starters())
                    + "'");
    if (culprit.isPresent()) {
      finding.atPart(scene.scalar(), culprit.get().program().contentSpan());
    } else {
      finding.atValue(scene.scalar());
    }
  }

  private static String example(List<String> kinds, Starters starters) {
    if (kinds.contains(NETWORK)) {
      return "caffe train -solver solver.prototxt";
    }
    return kinds.contains(LUA) ? "th main.lua" : starters.pythonName() + " train.py";
  }

  /** {@code train.py} alone: the shell looks for it on the search path, where it is not. */
  private static Optional<Named> bareFile(CommandContext scene) {
    if (scene.assigns("PATH") || scene.analysis().mayAssignUnseenVariables()) {
      return Optional.empty();
    }
    return scene.runs().stream()
        .filter(Named.class::isInstance)
        .map(Named.class::cast)
        .filter(
            run -> !run.wellKnown() && !ProgramsNotFound.isMisread(run) && isBareFile(scene, run))
        .findFirst();
  }

  private static boolean isBareFile(CommandContext scene, Named run) {
    Optional<String> name =
        run.program()
            .literal()
            .filter(literal -> !literal.contains("/"))
            .filter(literal -> scene.starters().byName(literal).isPresent());
    if (name.isEmpty()) {
      return false;
    }
    // After other commands, one of them may have installed it.
    boolean first = scene.runs().get(0) == run;
    return scene.model().isEmpty()
        ? first
        : run.folder()
            .resolve(name.get())
            .path()
            .flatMap(path -> scene.model().get().file(path))
            .isPresent();
  }

  private void reportBare(CommandContext scene, Named run) {
    String name = run.program().literal().orElseThrow();
    String starter = scene.starters().byName(name).orElseThrow();
    Span word = run.program().span();
    RuleContext.Finding finding =
        scene
            .finding(info(), Message.ofQuoted(name).text(" is not on the PATH"))
            .help(Message.of("start it as '" + starter + " ").piece(name).text("'"));
    scene
        .insertBefore(word, starter + " ")
        .ifPresent(edit -> finding.fix(Fix.unsafe("insert " + starter, edit)));
    finding.atPart(scene.scalar(), run.program().contentSpan());
  }
}
