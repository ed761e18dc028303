package dev.wmllint.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.Golden;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is made for readers from the catalogue, the rule pages and real output is as they are now.
 * {@code mvn -Pregenerate} writes it.
 */
@Tag(Golden.TAG)
final class GeneratedDocsTest {
  private static final Path PROJECT = Path.of("..");
  private static final Pattern TABLE =
      Pattern.compile("(<!-- rules -->\n)(.*?)(<!-- /rules -->)", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void theTableOfTheReadmeIsTheCatalogue() throws IOException {
    Path file = PROJECT.resolve("README.md");
    String readme = Files.readString(file);
    Matcher table = TABLE.matcher(readme);
    assertTrue(table.find(), "no table between <!-- rules --> and <!-- /rules -->");
    String rows = RuleList.markdown("###", id -> "[" + id + "](docs/rules/" + id + ".md)");
    Golden.check(
        file,
        readme.substring(0, table.start(2)) + "\n" + rows + "\n" + readme.substring(table.end(2)));
  }

  @Test
  void theDocumentsOfTheRulesAreTheirPages() throws IOException {
    Path docs = PROJECT.resolve("docs/rules");
    Map<String, String> expected = new RuleDocs(folder).all();
    for (Map.Entry<String, String> document : expected.entrySet()) {
      Golden.check(docs.resolve(document.getKey()), document.getValue());
    }
    Set<String> present = new TreeSet<>();
    try (Stream<Path> files = Files.list(docs)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (Golden.isWriting() && !expected.containsKey(name)) {
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
    Golden.check(
        PROJECT.resolve("docs/terminal.svg"),
        TerminalPicture.of(command, output)
            .svg(
                "wml-lint finds four mistakes in a training manifest",
                "A terminal in which "
                    + command
                    + " prints each mistake with its place, the line with the wrong word underlined,"
                    + " and what would be right."));
  }
}
