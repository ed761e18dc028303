package dev.wmllint.cli;

import dev.wmllint.discovery.FileSearch;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.spi.UsageException;
import dev.wmllint.text.Count;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Sorts the arguments: a model definition belongs to the manifest before it, or to the one after it
 * when it comes first.
 */
final class JobPlanner {
  private static final List<String> ARCHIVES =
      List.of(".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".7z", ".rar", ".zst", ".tbz2");

  private final Optional<String> stdinName;
  private final List<FileJob> jobs = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private Optional<Path> pendingModel = Optional.empty();

  private enum Kind {
    MANIFEST,
    ARCHIVE,
    FOLDER
  }

  private record Argument(String text, Path path, Kind kind) {}

  /**
   * What is to be done.
   *
   * @param problems arguments that lead to nothing that can be read
   * @param notes what is worth saying and no reason to fail
   */
  record Plan(List<FileJob> jobs, List<String> problems, List<String> notes) {}

  private JobPlanner(Optional<String> stdinName) {
    this.stdinName = stdinName;
  }

  /**
   * @throws UsageException when the arguments contradict each other
   */
  static Plan plan(Options options) throws UsageException {
    JobPlanner planner = new JobPlanner(options.stdinName());
    List<Argument> arguments = new ArrayList<>();
    for (String file : planner.expanded(options.files())) {
      arguments.add(argument(file));
    }
    long stdin = arguments.stream().filter(one -> one.text().equals(FileJob.STDIN)).count();
    if (stdin > 1) {
      throw new UsageException("standard input can be read only once");
    }
    if (stdin == 0 && options.stdinName().isPresent()) {
      throw new UsageException("--stdin-filename requires '-'");
    }
    for (int i = 0; i < arguments.size(); i++) {
      planner.take(arguments, i);
    }
    if (planner.pendingModel.isPresent()) {
      throw new UsageException(
          "no manifest for the model definition '" + planner.pendingModel.get() + "'");
    }
    // A manifest that is named twice, or is in a folder that is named too, is linted once.
    Set<List<Object>> seen = new HashSet<>();
    planner.jobs.removeIf(
        job ->
            !seen.add(
                List.of(job.path().toAbsolutePath().normalize(), job.model(), job.isStdin())));
    return new Plan(planner.jobs, planner.problems, planner.notes);
  }

  private void take(List<Argument> arguments, int at) throws UsageException {
    Argument argument = arguments.get(at);
    boolean behindManifest = at > 0 && arguments.get(at - 1).kind() == Kind.MANIFEST;
    boolean beforeManifest =
        at == 0 && arguments.size() > 1 && arguments.get(1).kind() == Kind.MANIFEST;
    if (argument.kind() == Kind.MANIFEST) {
      boolean stdin = argument.text().equals(FileJob.STDIN);
      jobs.add(
          stdin
              ? FileJob.stdin(stdinName, pendingModel)
              : FileJob.named(argument.text(), argument.path(), pendingModel));
      pendingModel = Optional.empty();
    } else if (argument.kind() == Kind.FOLDER && !behindManifest && !beforeManifest) {
      search(argument);
    } else {
      model(argument);
    }
  }

  private void search(Argument folder) {
    FileSearch search = FileSearch.forManifests(folder.path(), () -> false);
    unread(search);
    if (search.files().isEmpty() && search.unread().isEmpty() && search.unnamed().isEmpty()) {
      notes.add("no YAML or JSON file in '" + folder.text() + "'");
    }
    for (String file : search.files()) {
      jobs.add(new FileJob(file, Path.of(file), Optional.empty(), true, false));
    }
  }

  private void unread(FileSearch search) {
    search.unread().forEach(folder -> problems.add("cannot read '" + folder + "'"));
    if (!search.unnamed().isEmpty()) {
      notes.add(
          "skipped "
              + Count.of(search.unnamed().size(), "file")
              + " with a name that is not UTF-8, such as '"
              + search.unnamed().get(0)
              + "'");
    }
  }

  /** For the manifest before it; where there is none, or one that has its own, for the next. */
  private void model(Argument model) throws UsageException {
    Optional<FileJob> last =
        jobs.isEmpty() ? Optional.empty() : Optional.of(jobs.get(jobs.size() - 1));
    if (last.isPresent() && !last.get().searched() && last.get().model().isEmpty()) {
      jobs.set(jobs.size() - 1, last.get().withModel(model.path()));
    } else if (pendingModel.isEmpty()) {
      pendingModel = Optional.of(model.path());
    } else {
      throw new UsageException(
          String.format(
              "two model definitions for one manifest: '%s', '%s'",
              pendingModel.get(), model.text()));
    }
  }

  private static Argument argument(String file) throws UsageException {
    if (file.isEmpty()) {
      // A shell variable that is not set; "" would be the current folder.
      throw new UsageException("an argument is empty");
    }
    if (file.equals(FileJob.STDIN)) {
      return new Argument(file, Path.of(""), Kind.MANIFEST);
    }
    try {
      Path path = Path.of(file);
      return new Argument(file, path, kind(file, path));
    } catch (InvalidPathException e) {
      throw new UsageException("not a path: '" + file + "'");
    }
  }

  private static Kind kind(String file, Path path) {
    if (Files.isDirectory(path)) {
      return Kind.FOLDER;
    }
    String name = file.toLowerCase(Locale.ROOT);
    boolean archive = ARCHIVES.stream().anyMatch(name::endsWith) || ModelDefinition.isArchive(path);
    return archive ? Kind.ARCHIVE : Kind.MANIFEST;
  }

  /** Globs that the shell has left alone become the files they match. */
  private List<String> expanded(List<String> files) throws UsageException {
    List<String> result = new ArrayList<>();
    for (String file : files) {
      if (!GlobSearch.isGlob(file) || exists(file)) {
        result.add(file);
        continue;
      }
      FileSearch search = GlobSearch.matching(file);
      unread(search);
      if (search.files().isEmpty()) {
        problems.add("no file matches '" + file + "'");
      }
      result.addAll(search.files());
    }
    return result;
  }

  private static boolean exists(String file) {
    try {
      return Files.exists(Path.of(file));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
