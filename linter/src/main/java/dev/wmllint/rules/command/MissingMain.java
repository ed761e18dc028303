package dev.wmllint.rules.command;

import dev.wmllint.command.ProgramRun.Module;
import dev.wmllint.fix.Fix;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelEntry;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rule.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code python -m pkg} of a package in the model definition that has no {@code __main__.py}. */
final class MissingMain {
  private static final int MAX_SHOWN = 3;

  /** What {@code -m} runs, behind the name. */
  private static final List<String> RUNNABLE =
      List.of(".py", "/__main__.py", ".pyc", "/__main__.pyc", ".so");

  /** Installed packages that are run so: a folder of the same name has their tests or data. */
  private static final Set<String> INSTALLED =
      Set.of(
          "coverage",
          "http",
          "idlelib",
          "IPython",
          "json",
          "jupyter",
          "keras",
          "mxnet",
          "nose",
          "notebook",
          "pip",
          "pytest",
          "tensorflow",
          "test",
          "tests",
          "torch",
          "unittest",
          "venv",
          "virtualenv",
          "wheel");

  private MissingMain() {}

  /** Whether there was something to report. */
  static boolean report(CommandContext scene, Module run, List<String> roots, RuleInfo rule) {
    ModelDefinition model = scene.model().orElseThrow();
    String name = run.module().literal().orElseThrow();
    Optional<String> found =
        roots.stream().filter(root -> model.hasFolder(root + name)).findFirst();
    boolean runs =
        roots.stream()
            .flatMap(root -> RUNNABLE.stream().map(ending -> root + name + ending))
            .anyMatch(path -> model.isUnknown(path) || model.file(path).isPresent());
    if (found.isEmpty() || runs || run.madeBefore().mayContain(found.get() + name)) {
      return false;
    }
    String folder = found.get() + name;
    List<String> modules = modules(model, folder);
    boolean isPackage = model.file(folder + "/__init__.py").isPresent();
    if (!isPackage && (modules.isEmpty() || INSTALLED.contains(name))) {
      return false;
    }
    RuleContext.Finding finding =
        scene.finding(
            rule, "package '" + Words.shown(name) + "' has no __main__.py, and cannot be run");
    List<String> named =
        modules.stream().limit(MAX_SHOWN).map(module -> "'" + name + "." + module + "'").toList();
    if (!named.isEmpty()) {
      finding.help("name a module of it: " + Words.or(named));
    }
    if (modules.size() == 1) {
      String module = name + "." + modules.get(0);
      scene
          .replace(run.module().contentSpan(), module)
          .ifPresent(edit -> finding.fix(Fix.unsafe("use " + module, edit)));
    }
    finding.atPart(scene.scalar(), run.module().contentSpan());
    return true;
  }

  private static List<String> modules(ModelDefinition model, String folder) {
    List<String> modules = new ArrayList<>();
    for (ModelEntry entry : model.entries()) {
      String stem = NearestFile.stem(entry.name());
      if (NearestFile.folder(entry.name()).equals(folder)
          && entry.name().endsWith(".py")
          && !stem.equals("__init__")) {
        modules.add(stem);
      }
    }
    return modules.stream().sorted().toList();
  }
}
