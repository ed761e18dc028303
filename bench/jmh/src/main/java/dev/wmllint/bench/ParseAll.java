package dev.wmllint.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the YAML files of a folder with snakeyaml-engine, as nodes with marks, and does nothing
 * with them: what no linter on the same parser can be faster than. {@code java ParseAll FOLDER
 * THREADS}.
 */
public final class ParseAll {
  private ParseAll() {}

  /** Prints how many files were read, and how many of them were no YAML. */
  public static void main(String[] arguments) throws Exception {
    List<Path> files;
    try (Stream<Path> found = Files.walk(Path.of(arguments[0]))) {
      files = found.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
    ExecutorService pool = Executors.newFixedThreadPool(Integer.parseInt(arguments[1]));
    List<Future<Boolean>> parsed = new ArrayList<>();
    for (Path file : files) {
      parsed.add(pool.submit(() -> isYaml(file)));
    }
    int broken = 0;
    for (Future<Boolean> one : parsed) {
      broken += one.get() ? 0 : 1;
    }
    pool.shutdown();
    System.out.println(files.size() + " files, " + broken + " of them no YAML");
  }

  private static boolean isYaml(Path file) {
    try {
      LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
      new Compose(settings).composeString(Files.readString(file));
      return true;
    } catch (YamlEngineException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
