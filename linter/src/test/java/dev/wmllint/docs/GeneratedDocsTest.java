package dev.wmllint.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.page.RuleList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the documents show a POSIX shell")
  void thePictureShowsWhatIsPrinted() throws IOException {
    String readme = Files.readString(PROJECT.resolve("README.md"));
    DocumentShell shell = new DocumentShell(folder.toRealPath());
    String console = "";
    for (Markdown.Fence fence : Markdown.fences(readme)) {
      for (Markdown.Fence.Comment comment : fence.comments(readme)) {
        if (comment.name().equals("file")) {
          shell.write(comment.value(), fence.text().getBytes(StandardCharsets.UTF_8));
        }
      }
      if (fence.language().equals("console")) {
        console = fence.text();
        break;
      }
    }
    String command = console.lines().findFirst().orElse("").replaceFirst("^\\$ ", "");
    String output = shell.run(command + " --color always").output();
    assertIsNow(
        TerminalPicture.of(command, output)
            .svg(
                "wml-lint finds four mistakes in a training manifest",
                "A terminal in which "
                    + command
                    + " prints each mistake with its place, the line with the wrong word underlined,"
                    + " and what would be right."),
        PROJECT.resolve("docs/terminal.svg"));
  }
}
