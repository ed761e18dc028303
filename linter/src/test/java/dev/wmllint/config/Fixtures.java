package dev.wmllint.config;

import dev.wmllint.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Pairs of files under {@code testdata/config}: {@code x.yaml}, and in {@code x.out} what is made
 * of it. Drop a file in, get a test. {@code mvn -Pregenerate} writes the {@code .out} files.
 */
final class Fixtures {
  static final Path ROOT = Path.of("src/test/resources/testdata/config");

  private Fixtures() {}

  /** The configurations of a folder and its sub-folders, in the order of their names. */
  static List<Path> in(String folder) {
    try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One test for each file: what is made of it is what its {@code .out} file says. */
  static Stream<DynamicTest> tests(String folder, Function<Path, String> made) {
    return in(folder).stream()
        .map(file -> DynamicTest.dynamicTest(name(file), () -> check(file, made.apply(file))));
  }

  static String name(Path file) {
    return ROOT.relativize(file).toString();
  }

  /** A text without the folder that all of them stand in. */
  static String withoutFolder(String text, Path file) {
    return text.replace(file.getParent() + file.getFileSystem().getSeparator(), "");
  }

  private static void check(Path file, String actual) throws IOException {
    Golden.check(
        file.resolveSibling(file.getFileName().toString().replaceAll("\\.yaml$", ".out")), actual);
  }
}
