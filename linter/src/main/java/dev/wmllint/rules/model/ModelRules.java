package dev.wmllint.rules.model;

import dev.wmllint.diagnostic.Related;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelFault;
import dev.wmllint.model.ProgramKinds;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.Rule;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The model definition itself: what is wrong with the zip or folder. */
public final class ModelRules implements Rule {
  public static final RuleInfo MODEL_NO_PROGRAM =
      RuleInfo.warning(
              Chapter.MODEL,
              "model-no-program",
              "a model definition without a program of the framework's kind")
          .ofModel();

  private static final List<RuleInfo> FAULTS =
      Stream.of(
              RuleInfo.error(
                  Chapter.MODEL, "model-not-found", "a model definition that is not there"),
              RuleInfo.error(
                  Chapter.MODEL, "model-not-a-zip", "a model definition that is not a zip"),
              RuleInfo.error(
                  Chapter.MODEL, "model-corrupt", "a zip that cannot be read to its end"),
              RuleInfo.error(Chapter.MODEL, "model-empty", "a model definition without files"),
              RuleInfo.error(
                  Chapter.MODEL, "model-unsafe-entry", "an entry that leads out of its folder"),
              RuleInfo.error(Chapter.MODEL, "model-encrypted", "entries that need a password"),
              RuleInfo.warning(
                  Chapter.MODEL, "model-duplicate-entry", "the same path twice in a zip"),
              RuleInfo.error(Chapter.MODEL, "model-limits", "a zip that is too large to be true"),
              RuleInfo.info(
                  Chapter.MODEL, "model-junk", "files that tools left in the model definition"),
              RuleInfo.warning(
                  Chapter.MODEL, "model-program-is-html", "a program that is a saved web page"))
          .map(RuleInfo::ofModel)
          .toList();

  private static final Map<RuleId, RuleInfo> BY_ID =
      FAULTS.stream().collect(Collectors.toMap(RuleInfo::id, Function.identity()));

  @Override
  public List<RuleInfo> infos() {
    List<RuleInfo> infos = new ArrayList<>(FAULTS);
    infos.add(MODEL_NO_PROGRAM);
    return infos;
  }

  /** A zip is broken whether or not the manifest can be read. */
  @Override
  public boolean needsManifest() {
    return false;
  }

  @Override
  public void check(RuleContext context) {
    Optional<ModelDefinition> model = context.model();
    if (model.isEmpty()) {
      return;
    }
    model.get().faults().forEach(fault -> fault(context, fault));
    if (model.get().isReadable() && model.get().fileCount() > 0) {
      noProgram(context, model.get());
    }
  }

  private static void fault(RuleContext context, ModelFault fault) {
    RuleContext.Finding finding =
        context.finding(BY_ID.get(fault.rule()), fault.message()).help(fault.help());
    if (fault.mild()) {
      finding.severity(Severity.WARNING);
    }
    fault
        .entry()
        .ifPresent(
            name ->
                finding.related(
                    Related.entry(name, fault.more() == 0 ? "" : "and " + fault.more() + " more")));
    finding.atModel();
  }

  private static void noProgram(RuleContext context, ModelDefinition model) {
    Optional<ScalarNode> framework = context.manifest().frameworkName();
    ProgramKinds programs = ProgramKinds.ofCertain(context.schema(), context.manifest().instance());
    if (framework.isEmpty() || !programs.isKnown() || programs.mayBeIn(model)) {
      return;
    }
    List<String> extensions = programs.extensions();
    context
        .finding(
            MODEL_NO_PROGRAM, "the model definition holds no program of " + framework.get().value())
        .help("it needs a file named *" + String.join(" or *", extensions))
        .atValue(framework.get());
  }
}
