package dev.wmllint.cli;

import dev.wmllint.config.ConfigFinder;
import dev.wmllint.discovery.ModelFinder;
import dev.wmllint.spi.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sees to it that no report takes the place of another one, or of what is read. */
final class OutputPlaces {
  private OutputPlaces() {}

  /** Refuses two reports in one file, however it is spelled, and a report over an input. */
  static void check(Options options, List<FileJob> jobs) throws UsageException {
    Set<Path> inputs = new HashSet<>();
    read(options, jobs).forEach(path -> inputs.add(ModelFinder.identity(path)));
    Set<Path> taken = new HashSet<>();
    for (Options.Output output : options.outputs()) {
      if (output.file().isEmpty() || isDevice(output.file().get())) {
        continue;
      }
      Path file = output.file().get();
      Path place = ModelFinder.identity(file).normalize();
      boolean config = ConfigFinder.isConfigName(String.valueOf(place.getFileName()));
      if (config || inputs.contains(place)) {
        throw new UsageException(
            "--format " + output.format().label() + "=" + file + " would overwrite what is read");
      }
      if (!taken.add(place)) {
        throw new UsageException("two formats for '" + file + "'");
      }
    }
  }

  /** More than one report may go to {@code /dev/null}. */
  private static boolean isDevice(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file);
  }

  private static List<Path> read(Options options, List<FileJob> jobs) {
    List<Path> paths = new ArrayList<>();
    for (FileJob job : jobs) {
      if (!job.isStdin()) {
        paths.add(job.path());
      }
      job.model().ifPresent(paths::add);
    }
    options.model().ifPresent(paths::add);
    options.baseline().ifPresent(use -> paths.add(use.file()));
    options.settings().config().ifPresent(paths::add);
    return paths;
  }
}
