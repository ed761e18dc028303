package dev.wmllint.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.page.RuleList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is made for readers from the catalogue, the rule pages and real output is as they are now.
 * {@code -Dwmllint.rewrite=true} makes it anew.
 */
final class GeneratedDocsTest {
  private static final Path PROJECT = Path.of("..");
  private static final Pattern TABLE =
      Pattern.compile("(<!-- rules -->\n)(.*?)(<!-- /rules -->)", Pattern.DOTALL);

  @TempDir Path folder;

  private static boolean rewrites() {
    return Boolean.getBoolean("wmllint.rewrite");
  }

  private static void assertIsNow(String expected, Path file) throws IOException {
    if (rewrites()) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, expected);
    }
    assertEquals(expected, Files.readString(file));
  }

  @Test
  void theTableOfTheReadmeIsTheCatalogue() throws IOException {
    Path file = PROJECT.resolve("README.md");
    String readme = Files.readString(file);
    Matcher table = TABLE.matcher(readme);
    assertTrue(table.find(), "no table between <!-- rules --> and <!-- /rules -->");
    String rows = RuleList.markdown("###", id -> "[" + id + "](docs/rules/" + id + ".md)");
    assertIsNow(
        readme.substring(0, table.start(2)) + "\n" + rows + "\n" + readme.substring(table.end(2)),
        file);
  }

  @Test
  void theDocumentsOfTheRulesAreTheirPages() throws IOException {
    Path docs = PROJECT.resolve("docs/rules");
    Map<String, String> expected = new RuleDocs(folder).all();
    for (Map.Entry<String, String> document : expected.entrySet()) {
      assertIsNow(document.getValue(), docs.resolve(document.getKey()));
    }
    Set<String> present = new TreeSet<>();
    try (Stream<Path> files = Files.list(docs)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (rewrites() && !expected.containsKey(name)) {
          Files.delete(file);
        } else {
          present.add(name);
        }
      }
    }
    assertEquals(new TreeSet<>(expected.keySet()), present);
  }
}
