package dev.wmllint.rules.command;

import dev.wmllint.command.ProgramRun.Module;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelEntry;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code python -m pkg.mod} whose package is in the model definition and whose module is not, or
 * {@code python -m pkg} without a {@code __main__.py}. A package that is not there may be
 * installed.
 */
final class MissingModule {
  private static final int MAX_SHOWN = 3;

  /** What {@code -m} runs, after the name. */
  private static final List<String> RUNNABLE =
      List.of(".py", "/__main__.py", ".pyc", "/__main__.pyc", ".so");

  /** Installed packages that are run so: a folder of the same name has their tests or data. */
  private static final Pattern INSTALLED =
      Pattern.compile(
          "coverage|http|idlelib|IPython|json|jupyter|keras|mxnet|nose|notebook|pip|pytest|tensorflow"
              + "|tests?|torch|unittest|venv|virtualenv|wheel");

  /** What makes a module, after its path. */
  private static final List<String> ENDINGS =
      List.of(".py", "/__main__.py", "/__init__.py", ".pyc", ".so");

  /** Whether there was something to report. */
  static boolean report(CommandContext command, Module run, ModelDefinition model, RuleInfo rule) {
    Optional<String> name = run.module().literal();
    List<String> roots = roots(run);
    if (name.isEmpty() || roots.isEmpty() || command.assigns("PYTHONPATH")) {
      return false;
    }
    boolean asPath = name.get().contains("/");
    String dotted = asPath ? name.get().replaceFirst("\\.py$", "").replace('/', '.') : name.get();
    String path = dotted.replace('.', '/');
    String first = path.substring(0, Math.max(0, (path + "/").indexOf('/')));
    boolean ours =
        roots.stream()
            .anyMatch(root -> isFile(model, root + first) || model.hasFolder(root + first));
    boolean mayBeMade =
        roots.stream().anyMatch(root -> run.madeBefore().mayContain(root + path + ".py"));
    if (first.isEmpty() || !ours || mayBeMade) {
      return false;
    }
    // A folder alone may be data that is called like an installed package.
    boolean folderAlone = !asPath && path.equals(first);
    if (folderAlone) {
      return reportPackage(command, run, roots, rule);
    }
    boolean there = roots.stream().anyMatch(root -> isFile(model, root + path));
    if (asPath != there) {
      return false;
    }
    RuleContext.Finding finding =
        asPath
            ? command.finding(rule, Message.ofQuoted(name.get()).text(" is a path, not a module"))
            : command.finding(
                rule, Message.of("module ").quoted(dotted).text(" is not in the model definition"));
    Optional<String> meant = asPath ? Optional.of(dotted) : meant(model, roots, path);
    meant.ifPresent(
        module -> {
          finding
              .help(Message.of("did you mean ").quoted(module).text("?"))
              .unsafeFix(
                  Message.of("use ").piece(module),
                  command.replace(run.module().contentSpan(), module));
        });
    finding.atPart(command.scalar(), run.module().contentSpan());
    return true;
  }

  /** Where Python looks: the current folder, and MODEL_DIR, which is on PYTHONPATH. */
  private static List<String> roots(Module run) {
    Optional<String> folder = run.folder().path();
    if (folder.isEmpty()) {
      return List.of();
    }
    return folder.get().isEmpty() ? List.of("") : List.of(folder.get() + "/", "");
  }

  private static boolean isFile(ModelDefinition model, String path) {
    return model.isUnknown(path)
        || ENDINGS.stream().anyMatch(ending -> model.file(path + ending).isPresent());
  }

  /** The module of the same package that has the nearest name, or the file given as a module. */
  private static Optional<String> meant(ModelDefinition model, List<String> roots, String path) {
    if (path.endsWith("/py")) {
      String module = path.substring(0, path.length() - "/py".length());
      return roots.stream().anyMatch(root -> isFile(model, root + module))
          ? Optional.of(module.replace('/', '.'))
          : Optional.empty();
    }
    String folder = NearestFile.folder(path);
    List<String> near =
        roots.stream()
            .flatMap(root -> modules(model, root + folder).stream())
            .filter(name -> NearestFile.isNear(NearestFile.baseName(path), name))
            .distinct()
            .toList();
    return near.size() == 1
        ? Optional.of((folder.isEmpty() ? "" : folder.replace('/', '.') + ".") + near.get(0))
        : Optional.empty();
  }

  /** Reports a package without a {@code __main__.py}; whether there was something to report. */
  private static boolean reportPackage(
      CommandContext command, Module run, List<String> roots, RuleInfo rule) {
    ModelDefinition model = command.model().orElseThrow();
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
    List<String> modules =
        modules(model, folder).stream().filter(module -> !module.equals("__init__")).toList();
    boolean isPackage = model.file(folder + "/__init__.py").isPresent();
    if (!isPackage && (modules.isEmpty() || INSTALLED.matcher(name).matches())) {
      return false;
    }
    RuleContext.Finding finding =
        command.finding(
            rule,
            Message.of("package ").quoted(name).text(" has no __main__.py, and cannot be run"));
    List<String> named =
        modules.stream().limit(MAX_SHOWN).map(module -> name + "." + module).toList();
    if (!named.isEmpty()) {
      finding.help(Message.of("name a module of it: ").add(Message.ofQuoted(named, " or ")));
    }
    if (modules.size() == 1) {
      String module = name + "." + modules.get(0);
      finding.unsafeFix(
          Message.of("use ").piece(module), command.replace(run.module().contentSpan(), module));
    }
    finding.atPart(command.scalar(), run.module().contentSpan());
    return true;
  }

  private static List<String> modules(ModelDefinition model, String folder) {
    return model.entries().stream()
        .map(ModelEntry::name)
        .filter(name -> name.endsWith(".py") && NearestFile.folder(name).equals(folder))
        .map(NearestFile::stem)
        .sorted()
        .toList();
  }
}
