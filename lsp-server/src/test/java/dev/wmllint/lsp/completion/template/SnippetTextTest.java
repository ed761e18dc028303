package dev.wmllint.lsp.completion.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wmllint.fix.Sketch;
import dev.wmllint.lsp.completion.template.SnippetText.Part.Stop;
import dev.wmllint.lsp.completion.template.SnippetText.Part.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SnippetTextTest {
  @Test
  void readsTabStops() {
    assertEquals(
        List.of(new Text("a "), new Stop(1, ""), new Text(" b "), new Stop(12, "x y")),
        SnippetText.parse("a $1 b ${12:x y}").parts());
    assertEquals(List.of(new Stop(3, "")), SnippetText.parse("${3}").parts());
    assertEquals(
        List.of(new Stop(2, List.of("s3", "swift")), new Text("!")),
        SnippetText.parse("${2|s3,swift|}!").parts());
  }

  @Test
  void backslashesTakeTheMeaningAway() {
    assertEquals(List.of(new Text("${DATA_DIR}")), SnippetText.parse("\\${DATA_DIR\\}").parts());
    assertEquals(List.of(new Stop(1, "${A}")), SnippetText.parse("${1:\\${A\\}}").parts());
    assertEquals(List.of(new Text("$x {y} \\")), SnippetText.parse("$x {y} \\\\").parts());
  }

  @Test
  void escapedTextIsReadAsItself() {
    Random random = new Random(5);
    String alphabet = "${}\\|,:1a ";
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder("x");
      for (int i = random.nextInt(12); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String plain = text.toString();
      assertEquals(List.of(new Text(plain)), SnippetText.parse(SnippetText.escape(plain)).parts());
      assertEquals(
          List.of(new Stop(1, plain)),
          SnippetText.parse("${1:" + SnippetText.escape(plain) + "}").parts());
      SnippetText.parse(plain);
    }
  }

  private static final Sketch NESTED =
      entries(
          "name", new SnippetText(List.of(new Stop(1, "<my-name>"))),
          "stores",
              new Sketch.Items(
                  List.of(
                      entries(
                          "type", new SnippetText(List.of(new Stop(2, List.of("s3", "0.1")))),
                          "bucket", new SnippetText(List.of(new Stop(3, "")))))),
          "none", entries());

  private static final Sketch.Layout IN_SNIPPET = new Sketch.Layout("\n", 2, SnippetText::escape);

  private static Sketch entries(Object... keysAndValues) {
    Map<String, Sketch> entries = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      entries.put((String) keysAndValues[i], (Sketch) keysAndValues[i + 1]);
    }
    return new Sketch.Entries(entries);
  }

  @Test
  void templatesAsBlocks() {
    assertEquals(
        """

        ......name: "${1:<my-name>}"
        ......stores:
        ......- type: "${2|s3,0.1|}"
        ......  bucket: ${3}
        ......none: {\\}\
        """
            .replace("......", "      "),
        NESTED.block(4, IN_SNIPPET));
  }

  @Test
  void templatesBetweenBrackets() {
    assertEquals(
        """
        {
          "name": "${1:<my-name>}",
          "stores": [
            {
              "type": "${2|s3,0.1|}",
              "bucket": "${3}"
            \\}
          ],
          "none": {\\}
        \\}\
        """,
        NESTED.flow(true, Optional.of(0), IN_SNIPPET));
  }

  @Test
  void partsKeepTheirText() {
    Stop choice = new Stop(1, List.of("a", "b"));
    assertEquals("xa", new SnippetText(List.of(new Text("x"), choice)).text());
  }
}
