package dev.wmllint.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rule that {@code docs/add-a-rule.md} shows is one that compiles. */
final class AddARuleTest {
  @Test
  void theExampleIsTheClass() throws IOException {
    String source = Files.readString(Path.of("src/test/java/dev/wmllint/docs/ShoutedName.java"));
    String shown = source.substring(source.indexOf("final class"));
    List<String> blocks =
        Markdown.fences(Files.readString(Path.of("../docs/add-a-rule.md"))).stream()
            .filter(fence -> fence.language().equals("java"))
            .map(Markdown.Fence::text)
            .toList();
    assertEquals(List.of(shown), blocks);
  }
}
