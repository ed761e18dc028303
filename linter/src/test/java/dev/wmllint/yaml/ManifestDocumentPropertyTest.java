package dev.wmllint.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.syntax.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the text: an answer, no exception, and all of it inside the text. */
class ManifestDocumentPropertyTest {
  private static final int ROUNDS = Integer.getInteger("wmllint.rounds", 2_000);

  private static final String MANIFEST =
      """
      # wml-lint: model=tf-model.zip
      model_definition: &m
        name: "tf \\u00e9 'mnist'" # 😀
        framework: {name: tensorflow, version: '1.2-py3'}
        execution:
          command: >-
            python3 train.py
              --steps 5

            --rate "0.1"
          resource: small
      training_data_reference:
      - connection: &c
          endpoint_url: https://s3.example.com
          password: |
            {:#
        source: [bucket, data,
          {type: s3}]
      training_results_reference:
        <<: *c
        ? target
        : plain
          folded
      """;

  private static final List<String> PIECES =
      List.of(
          "\n",
          "\n",
          "\n  ",
          "\n    ",
          "\n- ",
          " ",
          "  ",
          "\t",
          "\r\n",
          "\r",
          "a",
          "b: ",
          "c:",
          "- ",
          "-",
          "? ",
          ": ",
          "'",
          "\"",
          "\\",
          "\\x4",
          "{",
          "}",
          "[",
          "]",
          ",",
          "&a ",
          "*a",
          "*b",
          "<<: *a",
          "|",
          ">",
          "|+2\n",
          ">-\n  x",
          "#",
          " # c",
          "---\n",
          "...\n",
          "%YAML 1.2\n",
          "!",
          "!!str ",
          "@",
          "`",
          "é",
          "😀",
          "\uD800",
          "\u0000",
          "\u00a0",
          "\uFEFF",
          "<<<<<<< x\n",
          "```\n",
          "//",
          "~");

  @Test
  void survivesEveryPrefix() {
    for (int end = 0; end <= MANIFEST.length(); end++) {
      check(MANIFEST.substring(0, end));
      check(MANIFEST.substring(0, end).replace("\n", "\r\n"));
    }
  }

  @Test
  void survivesEverySuffix() {
    for (int start = 0; start <= MANIFEST.length(); start++) {
      check(MANIFEST.substring(start));
    }
  }

  @Test
  void survivesMutations() {
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder text = new StringBuilder(MANIFEST);
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(4));
        text.replace(at, end, random.nextBoolean() ? "" : piece(random));
      }
      check(text.toString());
    }
  }

  @Test
  void survivesRandomPieces() {
    Random random = new Random(2);
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder text = new StringBuilder();
      for (int pieces = random.nextInt(30); pieces > 0; pieces--) {
        text.append(piece(random));
      }
      check(text.toString());
    }
  }

  @Test
  void survivesRandomBytes() {
    Random random = new Random(3);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      TreeCheck.check(
          ManifestDocument.parse(SourceText.decode("random", bytes), YamlLimits.DEFAULT));
    }
  }

  @Test
  void survivesEveryPrefixOfTheFixtures() {
    for (SourceText source : Fixtures.read("yaml")) {
      String text = source.text();
      int step = Math.max(1, text.length() / 40);
      for (int end = 0; end <= text.length(); end += step) {
        check(text.substring(0, end));
      }
    }
  }

  /** A char of the value knows its own place: cutting it out of the source gives it back. */
  @Test
  void knowsThePlaceOfEachChar() {
    Random random = new Random(4);
    int read = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String text = "k:" + scalar(random) + "\nz: end\n";
      ManifestDocument document = parse(text);
      if (document.problems().isEmpty()
          && document.root().orElseThrow() instanceof MappingNode mapping
          && mapping.get("k").orElseThrow() instanceof ScalarNode scalar) {
        read++;
        assertFalse(scalar.isPlacedAsWhole(), () -> TreeDump.of(document));
      }
    }
    assertTrue(read > ROUNDS / 2, "too few of the scalars were legal: " + read);
  }

  private static String scalar(Random random) {
    List<String> words =
        List.of(
            "a", "b c", " ", "  ", "\n  ", "\n\n  ", "\n    ", "\n \n  ", "é", "😀", "x:y", "z#",
            "-");
    StringBuilder body = new StringBuilder("w");
    for (int i = random.nextInt(8); i > 0; i--) {
      body.append(words.get(random.nextInt(words.size())));
    }
    String crlf = random.nextInt(4) == 0 ? "\r\n" : "\n";
    String content = body.toString();
    String made =
        switch (random.nextInt(5)) {
          case 0 -> " " + content;
          case 1 -> " '" + content.replace("a", "''") + "'";
          case 2 -> " \"" + content.replace("a", "\\u00e9").replace("-", "\\\n  ") + "\"";
          case 3 -> " |" + chomping(random) + "\n  " + content + "\n";
          default -> " >" + chomping(random) + "\n  " + content + "\n";
        };
    return made.replace("\n", crlf);
  }

  private static String chomping(Random random) {
    return List.of("", "-", "+", "2", "2-", "+1", " # c").get(random.nextInt(7));
  }

  @Test
  void refusesWhatIsTooLarge() {
    ManifestDocument document = parse("[".repeat(YamlLimits.DEFAULT.maxTextLength() + 1));
    assertEquals(Problem.Kind.LIMIT, document.problems().get(0).kind());
    assertTrue(document.isRefused());
  }

  /** Each of these took a parser's stack, its memory or its patience somewhere, some time. */
  @Test
  void answersToHostileText() {
    int length = 1 << 16;
    List<String> units =
        List.of(
            "[",
            "{",
            "- ",
            "? ",
            "a: ",
            "\"",
            "'",
            "*",
            "*a ",
            "&a ",
            "&a\n",
            "!",
            "<<: *a\n",
            "[*a,",
            "{a: *z}\n",
            "# x\n",
            " #",
            "\n",
            " ",
            "\t",
            "\r",
            "---\n",
            "]",
            "}",
            ",",
            "\0",
            "\\",
            "\"\\",
            "a: \"b\n",
            "a: 'b\n",
            "- - \n",
            "[a]: b\n",
            "a: |\n x\n",
            "```\n",
            "<<<<<<<\n");
    for (String unit : units) {
      check(unit.repeat(length / unit.length()));
    }
  }

  @Test
  void refusesDeepIndentation() {
    StringBuilder text = new StringBuilder();
    for (int level = 0; level < 1_000; level++) {
      text.append(" ".repeat(level)).append("a:\n");
    }
    assertTrue(parse(text.toString()).isRefused());
  }

  @Test
  void refusesMergeBombs() {
    StringBuilder text = new StringBuilder("a0: &a0 {x: y}\n");
    for (int i = 1; i < 64; i++) {
      text.append(String.format("a%d: &a%d {<<: [*a%d, *a%d]}%n", i, i, i - 1, i - 1));
    }
    assertTrue(parse(text.toString()).isRefused());
  }

  @Test
  void tellsOfABoundedNumberOfProblems() {
    assertTrue(parse("- *nothing\n".repeat(5_000)).problems().size() <= 101);
  }

  private static String piece(Random random) {
    return PIECES.get(random.nextInt(PIECES.size()));
  }

  private static void check(String text) {
    try {
      TreeCheck.check(parse(text));
    } catch (RuntimeException | AssertionError e) {
      String shown = text.length() > 2_000 ? text.substring(0, 2_000) : text;
      throw new AssertionError(e + " for " + escaped(shown), e);
    }
  }

  private static String escaped(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static ManifestDocument parse(String text) {
    return ManifestDocument.parse(SourceText.of("test.yaml", text), YamlLimits.DEFAULT);
  }
}
