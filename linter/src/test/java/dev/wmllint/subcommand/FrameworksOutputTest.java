package dev.wmllint.subcommand;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wmllint.config.Origin;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FrameworksOutputTest {
  /** Columns are cells of the terminal: a wide character takes two, a combining one none. */
  @Test
  void namesOfAnyScriptAreAligned() {
    Map<String, List<String>> table = new LinkedHashMap<>();
    table.put("torch", List.of("1"));
    table.put("\u6df1\u5ea6\u5b66\u4e60", List.of("2"));
    table.put("cafe\u0301", List.of("3"));
    assertEquals(
        """
        torch     1
        \u6df1\u5ea6\u5b66\u4e60  2
        cafe\u0301      3

        from frameworks.txt:1
        """,
        FrameworksOutput.text(table, new Origin.InFile(Path.of("frameworks.txt"), 1)));
  }
}
