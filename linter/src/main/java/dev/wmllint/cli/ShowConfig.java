package dev.wmllint.cli;

import dev.wmllint.config.ConfigPrinter;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.spi.Arguments;
import dev.wmllint.spi.Terminal;
import dev.wmllint.spi.UsageException;
import dev.wmllint.text.Printable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** {@code --show-config}: which settings are in force, and where each comes from. */
final class ShowConfig {
  private ShowConfig() {}

  /** Prints the settings for the files of the command line, or for the current folder. */
  static int run(Options options, Terminal terminal) throws UsageException {
    Outcome outcome = new Outcome(terminal);
    ProjectConfigs configs = new ProjectConfigs(options.settings(), outcome);
    IdentityHashMap<ProjectConfig, Boolean> shown = new IdentityHashMap<>();
    List<String> files = options.files().isEmpty() ? List.of("") : options.files();
    for (String file : files) {
      ProjectConfigs.Found found = configs.of(folder(file));
      configs.sayProblems(found.config());
      Optional<ProjectConfig> project = found.project();
      if (project.isPresent() && shown.put(project.get(), true) == null) {
        print(project.get(), shown.size() > 1, terminal);
      }
    }
    return outcome.exitCode();
  }

  private static Path folder(String file) throws UsageException {
    Path path = Arguments.path(file.equals(FileJob.STDIN) ? "" : file);
    return Files.isDirectory(path) ? path : FileJob.folder(path);
  }

  private static void print(ProjectConfig project, boolean another, Terminal terminal) {
    if (another) {
      terminal.out().println("---");
    }
    String file =
        project.config().file().map(Path::toString).orElse("none; these are the defaults");
    terminal.out().println(Printable.line("# configuration: " + file));
    terminal
        .out()
        .print(
            Printable.lines(
                ConfigPrinter.print(project.config(), ManifestSchema.builtIn().frameworks())));
  }
}
