package dev.wmllint.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wmllint.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Every document for people: what it says to run is run, what it shows is what is printed, its
 * links lead somewhere and its YAML can be read. {@code mvn -Pregenerate} writes the outputs.
 */
final class DocumentsTest {
  private static final Path PROJECT = Path.of("..");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]*)(?:#([^)]*))?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Pattern INDENTED_FENCE = Pattern.compile("(?m)^ +```");

  /** What people write; {@code docs/rules} is made from pages that have tests of their own. */
  private static final List<String> WRITTEN = List.of("", "docs", "examples", "schema");

  private static final List<String> ALL = List.of("", "docs", "docs/rules", "examples", "schema");

  @TempDir Path folder;

  private static List<Path> documents(List<String> places) throws IOException {
    List<Path> documents = new ArrayList<>();
    for (String place : places) {
      try (Stream<Path> files = Files.list(PROJECT.resolve(place))) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
      }
    }
    return documents;
  }

  private interface Check {
    void of(Path file, String document) throws IOException;
  }

  private static Stream<DynamicTest> forEach(List<String> places, Check check) throws IOException {
    return documents(places).stream()
        .map(
            file ->
                dynamicTest(
                    PROJECT.relativize(file).toString(),
                    () -> check.of(file, Files.readString(file))));
  }

  @Tag(Golden.TAG)
  @TestFactory
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the documents show a POSIX shell")
  Stream<DynamicTest> commandsPrintWhatIsShown() throws IOException {
    return forEach(
        WRITTEN,
        (file, document) -> {
          Path own = Files.createTempDirectory(folder, "clone").toRealPath();
          DocumentRun.Outcome run = DocumentRun.of(document, new DocumentShell(own));
          assertEquals(List.of(), run.mistakes());
          Golden.check(file, run.document());
          boolean readme = file.equals(PROJECT.resolve("README.md"));
          assertTrue(!readme || run.commands() > 0, "nothing was run");
        });
  }

  @TestFactory
  Stream<DynamicTest> linksLeadToFiles() throws IOException {
    return forEach(
        ALL,
        (file, document) -> {
          List<String> broken = new ArrayList<>();
          Matcher link = LINK.matcher(document);
          while (link.find()) {
            Path target = link.group(1).isEmpty() ? file : file.resolveSibling(link.group(1));
            if (!Files.exists(target) || !hasAnchor(target, link.group(2))) {
              broken.add(link.group());
            }
          }
          assertEquals(List.of(), broken);
        });
  }

  /** As GitHub makes them of headings: letters, digits and dashes. */
  private static boolean hasAnchor(Path document, String anchor) throws IOException {
    if (anchor == null || !document.toString().endsWith(".md")) {
      return true;
    }
    return HEADING
        .matcher(Files.readString(document))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT).strip())
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'))
        .anyMatch(anchor::equals);
  }

  @TestFactory
  Stream<DynamicTest> yamlCanBeRead() throws IOException {
    return forEach(
        WRITTEN,
        (file, document) -> {
          for (Markdown.Fence fence : Markdown.fences(document)) {
            if (fence.language().equals("yaml")) {
              new Load(LoadSettings.builder().build()).loadFromString(fence.text());
            }
          }
        });
  }

  /** Only blocks at the start of a line are seen, and so executed. */
  @TestFactory
  Stream<DynamicTest> noBlockIsOverlooked() throws IOException {
    return forEach(
        WRITTEN,
        (file, document) -> assertEquals(0, INDENTED_FENCE.matcher(document).results().count()));
  }
}
