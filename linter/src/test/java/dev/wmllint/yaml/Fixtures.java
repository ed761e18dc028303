package dev.wmllint.yaml;

import dev.wmllint.Golden;
import dev.wmllint.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Pairs of files under {@code testdata}: {@code x.yaml}, and in {@code x.out} what is made of it.
 * Drop a file in, get a test. {@code mvn -Pregenerate} writes the {@code .out} files.
 */
final class Fixtures {
  private static final Path TESTDATA = Path.of("src/test/resources/testdata");

  private Fixtures() {}

  /** The YAML files of a folder and its sub-folders, in the order of their names. */
  static List<SourceText> read(String folder) {
    Path root = TESTDATA.resolve(folder);
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(file -> SourceText.decode(root.relativize(file).toString(), bytes(file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One test for each file: what is made of it is what its {@code .out} file says. */
  static Stream<DynamicTest> tests(String folder, Function<SourceText, String> made) {
    return read(folder).stream()
        .map(
            source ->
                DynamicTest.dynamicTest(
                    source.name(), () -> check(folder, source.name(), made.apply(source))));
  }

  private static void check(String folder, String name, String actual) throws IOException {
    Golden.check(TESTDATA.resolve(folder).resolve(name.replaceAll("\\.yaml$", ".out")), actual);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
