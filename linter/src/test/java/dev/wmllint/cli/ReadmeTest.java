package dev.wmllint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.docs.Markdown;
import dev.wmllint.rules.RuleRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Executes the README, in a copy of the examples: {@code <!-- file: NAME -->} before a block makes
 * it a file, and {@code $ ./wml-lint …} in a console block is run, the lines behind it being what
 * it prints. {@code -Dwmllint.rewrite=true} writes outputs and table anew, for a person to read.
 */
final class ReadmeTest {
  private static final Path PROJECT = Path.of("..");
  private static final Path README = PROJECT.resolve("README.md");
  private static final String PROMPT = "$ ./wml-lint ";
  private static final Pattern TABLE =
      Pattern.compile("(<!-- rules -->\n)(.*?)(<!-- /rules -->)", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
  private static final Pattern BLANKS_OF_JSON = Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*\")|\\s+");

  @TempDir Path folder;
  private String readme = "";

  @BeforeEach
  void prepare() throws IOException {
    readme = Files.readString(README);
    copyExamples();
    for (Markdown.Fence fence : Markdown.fences(readme)) {
      var file = fence.comment(readme).filter(comment -> comment.getKey().equals("file"));
      if (file.isPresent()) {
        Files.writeString(folder.resolve(file.get().getValue()), fence.text());
      }
    }
  }

  private void copyExamples() throws IOException {
    Path examples = PROJECT.resolve("examples");
    try (Stream<Path> files = Files.walk(examples)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve("examples").resolve(examples.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  @Test
  void consoleBlocksShowWhatIsPrinted() throws IOException {
    String now = readme;
    for (Markdown.Fence fence : Markdown.fences(readme)) {
      if (fence.language().equals("console")) {
        now = now.replace(fence.text(), executed(fence.text()));
      }
    }
    assertTrue(now.contains(PROMPT), "nothing was run");
    assertReadme(now);
  }

  @Test
  void jsonBlocksShowWhatIsPrinted() {
    int run = 0;
    for (Markdown.Fence fence : Markdown.fences(readme)) {
      var command = fence.comment(readme).filter(comment -> comment.getKey().equals("run"));
      if (command.isPresent() && fence.language().equals("json")) {
        run++;
        String arguments = command.get().getValue().replaceFirst("^\\./wml-lint ", "");
        assertEquals(withoutBlanks(run(arguments)), withoutBlanks(fence.text()));
      }
    }
    assertTrue(run > 0, "nothing was run");
  }

  @Test
  void theTableIsTheCatalogue() throws IOException {
    Matcher table = TABLE.matcher(readme);
    assertTrue(table.find(), "no table between <!-- rules --> and <!-- /rules -->");
    StringBuilder rows =
        new StringBuilder("\n| rule | severity | fix | finds |\n|---|---|---|---|\n");
    RuleRegistry.catalogue()
        .forEach(
            rule ->
                rows.append(
                    "| [%s](linter/src/main/resources/rules/%s.md) | %s | %s | %s |\n"
                        .formatted(
                            rule.id(),
                            rule.id(),
                            rule.severity().label(),
                            rule.fix().name().toLowerCase(Locale.ROOT),
                            rule.summary())));
    String now = readme.substring(0, table.start(2)) + rows + "\n" + readme.substring(table.end(2));
    assertReadme(now);
  }

  @Test
  void linksLeadToFiles() {
    List<String> broken = new ArrayList<>();
    for (String document :
        List.of("README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/add-a-rule.md")) {
      Path file = PROJECT.resolve(document);
      Matcher link = LINK.matcher(read(file));
      while (link.find()) {
        if (!Files.exists(file.resolveSibling(link.group(1)))) {
          broken.add(document + ": " + link.group(1));
        }
      }
    }
    assertEquals(List.of(), broken);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "](cannot-read-" + file.getFileName() + ")";
    }
  }

  private static void assertReadme(String expected) throws IOException {
    if (Boolean.getBoolean("wmllint.rewrite")) {
      Files.writeString(README, expected);
    }
    assertEquals(expected, Files.readString(README));
  }

  /** A console block with the present output behind each command. */
  private String executed(String block) {
    StringBuilder out = new StringBuilder();
    boolean ours = false;
    for (String line : block.lines().toList()) {
      if (line.startsWith("$ ")) {
        ours = line.startsWith(PROMPT);
        out.append(line).append('\n');
        out.append(ours ? run(line.substring(PROMPT.length())) : "");
      } else if (!ours) {
        out.append(line).append('\n');
      }
    }
    return out.toString();
  }

  /** What a run prints, as if the folder were the working folder. */
  private String run(String arguments) {
    List<String> placed = new ArrayList<>();
    for (String argument : arguments.split(" ", -1)) {
      boolean path = Files.exists(folder.resolve(argument));
      placed.add(path ? folder.resolve(argument).toString() : argument);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new WmlLint(Map.of("TERM", "dumb"), List.of())
        .run(placed, new ByteArrayInputStream(new byte[0]), out, out, false);
    return out.toString(StandardCharsets.UTF_8)
        .replace(System.lineSeparator(), "\n")
        .replace(folder + folder.getFileSystem().getSeparator(), "");
  }

  private static String withoutBlanks(String json) {
    return BLANKS_OF_JSON.matcher(json).replaceAll("$1");
  }
}
