package dev.wmllint.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.docs.Markdown;
import dev.wmllint.file.Glob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/configuration.md} says what there is; its commands are run elsewhere. */
class ConfigDocsTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| (.*) \\|$");

  private final Map<String, String> sections;

  ConfigDocsTest() throws IOException {
    sections = Markdown.sections(Files.readString(Path.of("../docs/configuration.md")));
  }

  @Test
  void eachKeyHasASection() {
    JsonNode keys = JsonMapper.shared().readTree(ConfigSchema.json()).path("properties");
    keys.propertyNames().forEach(key -> assertTrue(sections.containsKey(key), key));
  }

  @Test
  void eachLimitIsThereWithItsBounds() {
    Matcher row = ROW.matcher(sections.get("limits"));
    for (Limit limit : Limit.values()) {
      assertTrue(row.find(), limit.key());
      assertEquals(limit.key(), row.group(1));
      List<String> cells = List.of(row.group(2).split(" \\| ", -1));
      assertEquals(
          List.of(
              limit.written(limit.standard()),
              limit.written(limit.least()),
              limit.written(limit.ceiling()),
              limit.written(limit.most())),
          cells.subList(0, 4));
    }
    assertEquals(false, row.find());
  }

  @Test
  void eachPatternIsOne() throws Glob.SyntaxException {
    Matcher row = ROW.matcher(sections.get("Patterns"));
    int rows = 0;
    while (row.find()) {
      assertEquals(row.group(1), Glob.parse(row.group(1)).text());
      rows++;
    }
    assertTrue(rows > 5, "the table of patterns is gone");
  }
}
