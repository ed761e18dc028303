package dev.wmllint.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The corpora of small manifests, and values for tests. */
final class Fixtures {
  private static final Path TESTDATA = Path.of("src/test/resources/testdata");

  private Fixtures() {}

  static List<Path> valid() throws IOException {
    return manifests("valid");
  }

  static List<Path> invalid() throws IOException {
    return manifests("invalid");
  }

  private static List<Path> manifests(String folder) throws IOException {
    try (Stream<Path> files = Files.list(TESTDATA.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  /** The lines of the sidecar: path, keyword, rule, and the key where there is one. */
  static List<String> expected(Path manifest) throws IOException {
    String name = manifest.getFileName().toString().replaceFirst("json$", "expected");
    return Files.readAllLines(manifest.resolveSibling(name));
  }

  static JsonNode read(Path manifest) throws IOException {
    return json(Files.readString(manifest));
  }

  static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  /** JSON with single quotes, which reads better in Java. */
  static JsonNode quoted(String text) {
    return json(text.replace('\'', '"'));
  }
}
