package dev.wmllint.lsp.document;

import dev.wmllint.config.Config;
import dev.wmllint.config.ConfigFinder;
import dev.wmllint.config.ConfigProblem;
import dev.wmllint.config.ConfigResult;
import dev.wmllint.engine.LintConfig;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The configurations of the projects, each read once until files change. For any thread. */
public final class Configurations {
  private static final Project NONE =
      new Project(Config.DEFAULT, LintConfig.DEFAULT, Set.of(), List.of());

  private final Consumer<String> problems;
  private final Set<String> told = new HashSet<>();
  private final IdentityHashMap<ConfigResult, Project> known = new IdentityHashMap<>();
  private ConfigFinder finder = ConfigFinder.nearest();

  /**
   * What a configuration says, also as the linter wants to hear it.
   *
   * @param files where it says so: itself, and what it reads, there or not
   * @param problems what is not right in it: with any of them, manifests are not checked
   */
  record Project(Config config, LintConfig lint, Set<Path> files, List<ConfigProblem> problems) {}

  /**
   * Reads nothing yet.
   *
   * @param problems hears of each thing that is not right, once
   */
  public Configurations(Consumer<String> problems) {
    this.problems = problems;
  }

  /** The configuration in force for a file: the nearest one upwards. What is no file has none. */
  synchronized Project of(Optional<Path> file) {
    Optional<Path> folder = file.map(Path::getParent);
    return folder.isEmpty() ? NONE : known.computeIfAbsent(finder.of(folder.get()), this::read);
  }

  /**
   * What is not right is reported; the rest counts for all but checks: which file is what, and how.
   */
  private Project read(ConfigResult result) {
    for (ConfigProblem problem : result.problems()) {
      if (told.add(problem.line())) {
        problems.accept(problem.line());
      }
    }
    Set<Path> files = new HashSet<>(result.readBeside());
    result.config().file().ifPresent(files::add);
    return new Project(
        result.config(), LintConfig.of(result.config()), Set.copyOf(files), result.problems());
  }

  /** Reads everything again when it is next asked for. */
  synchronized void forget() {
    finder = ConfigFinder.nearest();
    known.clear();
    told.clear();
  }
}
