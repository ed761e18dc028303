package dev.wmllint.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What docs/architecture.md says about the server, asked of its sources. */
class ArchitectureTest {
  private static final Path MAIN = Path.of("src/main/java/dev/wmllint/lsp");

  /** What stands in comments and in quotes uses nothing. */
  private static final Pattern NO_CODE =
      Pattern.compile("(?s)/\\*.*?\\*/|(?m)//.*$|\"(?:\\\\.|[^\"\\\\\n])*\"");

  /** The code of each class, by its file from the server's package on. */
  private static final Map<String, String> CODE = read();

  private static Map<String, String> read() {
    try (Stream<Path> files = Files.walk(MAIN)) {
      Map<String, String> code = new TreeMap<>();
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String name = MAIN.relativize(file).toString().replace('\\', '/').replace(".java", "");
        code.put(name, NO_CODE.matcher(Files.readString(file)).replaceAll(" "));
      }
      return code;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> with(String pattern) {
    Pattern sought = Pattern.compile(pattern);
    Set<String> found = new TreeSet<>();
    CODE.forEach(
        (name, code) -> {
          if (sought.matcher(code).find()) {
            found.add(name);
          }
        });
    return found;
  }

  @ParameterizedTest
  @CsvSource({
    "new (Range|Position)\\(, document/LspConverter",
    "\\.logMessage\\(, server/ServerLog",
    "new Thread\\(, server/Dispatcher training/Editor",
    "System\\.(in|setIn|setOut|setErr)\\b, server/ServerMain",
    "Runtime\\.getRuntime\\(\\)::halt, server/ServerMain",
  })
  void whoAloneDoesSomething(String pattern, String names) {
    assertEquals(new TreeSet<>(Set.of(names.split(" "))), with(pattern));
  }

  /** It is tested without a server, and could also serve a command line. */
  @Test
  void completionKnowsNoTypeOfTheProtocol() {
    Set<String> knowing =
        with("org\\.eclipse\\.lsp4j|com\\.google\\.gson|dev\\.wmllint\\.lsp\\.(?!completion\\b)");
    knowing.removeIf(name -> !name.startsWith("completion/"));
    assertEquals(Set.of(), knowing);
    assertTrue(CODE.containsKey("completion/propose/CompletionEngine"));
  }

  @ParameterizedTest
  @CsvSource({"scan, template|propose", "template, propose"})
  void completionGoesOneWay(String name, String unknown) {
    Set<String> knowing = with("dev\\.wmllint\\.lsp\\.completion\\.(" + unknown + ")\\b");
    knowing.removeIf(source -> !source.startsWith("completion/" + name + "/"));
    assertEquals(Set.of(), knowing);
  }

  /** From the server to its features to the documents, and never back. */
  @ParameterizedTest
  @CsvSource({"document, server|feature|completion|training", "feature, server|training"})
  void packagesKnowWhatLiesBelowThem(String folder, String others) {
    Set<String> knowing = with("dev\\.wmllint\\.lsp\\.(" + others + ")\\b");
    knowing.removeIf(name -> !name.startsWith(folder + "/"));
    assertEquals(Set.of(), knowing);
  }

  /**
   * Features answer about snapshots; who works when, and what clients are told unasked, is not
   * theirs.
   */
  @Test
  void featuresKnowNeitherThreadsNorTheClient() {
    Set<String> knowing =
        with(
            "\\b(Dispatcher|Session|Workspace|LanguageClient|CompletableFuture|ExecutorService)\\b");
    knowing.removeIf(name -> !name.startsWith("feature/"));
    assertEquals(Set.of(), knowing);
    assertTrue(CODE.containsKey("feature/Hovers"));
  }
}
