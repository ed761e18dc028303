package dev.wmllint.lsp.completion.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wmllint.lsp.completion.template.Template.Part;
import dev.wmllint.lsp.completion.template.Template.Part.Choice;
import dev.wmllint.lsp.completion.template.Template.Part.Stop;
import dev.wmllint.lsp.completion.template.Template.Part.Text;
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
        SnippetText.parse("a $1 b ${12:x y}"));
    assertEquals(List.of(new Stop(3, "")), SnippetText.parse("${3}"));
    assertEquals(
        List.of(new Choice(2, List.of("s3", "swift")), new Text("!")),
        SnippetText.parse("${2|s3,swift|}!"));
  }

  @Test
  void backslashesTakeTheMeaningAway() {
    assertEquals(List.of(new Text("${DATA_DIR}")), SnippetText.parse("\\${DATA_DIR\\}"));
    assertEquals(List.of(new Stop(1, "${A}")), SnippetText.parse("${1:\\${A\\}}"));
    assertEquals(List.of(new Text("$x {y} \\")), SnippetText.parse("$x {y} \\\\"));
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
      assertEquals(List.of(new Text(plain)), SnippetText.parse(SnippetText.escape(plain)));
      assertEquals(
          List.of(new Stop(1, plain)), SnippetText.parse("${1:" + SnippetText.escape(plain) + "}"));
      SnippetText.parse(plain);
    }
  }

  private static final Template NESTED =
      entries(
          "name", new Template.Leaf("name", List.of(new Stop(1, "<my-name>"))),
          "stores",
              new Template.Items(
                  List.of(
                      entries(
                          "type",
                              new Template.Leaf(
                                  "type", List.of(new Choice(2, List.of("s3", "0.1")))),
                          "bucket", new Template.Leaf("bucket", List.of(new Stop(3, "")))))),
          "none", entries());

  private static Template entries(Object... keysAndValues) {
    Map<String, Template> entries = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      entries.put((String) keysAndValues[i], (Template) keysAndValues[i + 1]);
    }
    return new Template.Entries(entries);
  }

  @Test
  void templatesAsBlocks() {
    assertEquals(
        """

        ......name: "${1:<my-name>}"
        ......stores:
        ......- type: "${2|s3,0.1|}"
        ......  bucket: ${3}
        ......none: {\\}"""
            .replace("......", "      "),
        new TemplateWriter(true, "\n", 2).block(NESTED, 4));
  }

  @Test
  void templatesBetweenBrackets() {
    assertEquals(
        "{name: \"<name>\", stores: [{type: \"<type>\", bucket: \"<bucket>\"}], none: {}}",
        new TemplateWriter(false, "\n", 2).flow(NESTED, false, Optional.empty()));
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
        \\}""",
        new TemplateWriter(true, "\n", 2).flow(NESTED, true, Optional.of(0)));
  }

  @Test
  void partsKeepTheirText() {
    Part choice = new Choice(1, List.of("a", "b"));
    assertEquals("xa", new Template.Leaf("k", List.of(new Text("x"), choice)).text());
  }
}
