package dev.wmllint.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

final class ScalarTextTest {
  private static final String[] PIECES = {
    "a", "Z", "0", "7", ".", "-", "_", ":", " ", "#", "'", "\"", "\\", "{", "}", "[", "]", ",", "&",
    "*", "!", "|", ">", "%", "@", "`", "~", "=", "<", "?", "$", "\n", "\r", "\t", "\u0085",
    "\u2028", "\uFEFF", "\u0007", "é", "😀", "null", "true", "e1", "0x"
  };

  /** In a mapping with a key behind it, so that what runs on does not go unseen. */
  private static Object read(String text) {
    LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
    return new Load(settings).loadFromString("a:\n  b: " + text + " # comment\n  c: d\n");
  }

  private static void assertReadsBack(String value) {
    assertEquals(
        java.util.Map.of("a", java.util.Map.of("b", value, "c", "d")),
        read(ScalarText.of(value)),
        ScalarText.of(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "python3 train.py --data ${DATA_DIR} --out ${RESULT_DIR}/model",
        "https://s3-api.us-geo.objectstorage.softlayer.net",
        "1.2-py3",
        "luajit",
        "a'b\"c",
        "/opt/x.py",
        "Ärger"
      })
  void leavesPlainWhatEveryReaderTakesForThatString(String value) {
    assertEquals(value, ScalarText.of(value));
    assertReadsBack(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "0.10",
        "007",
        "1e5",
        "yes",
        "No",
        "~",
        "null",
        "2017-11-16",
        "12:30:00",
        "a: b",
        "a #b",
        "#x",
        "- a",
        "-",
        "<bucket>",
        "a:",
        "a ",
        " a",
        "*x",
        "&x",
        "!x",
        "%x",
        "@x",
        "`x",
        "{x",
        "[x",
        "x\ny",
        "...",
        "---",
        "=",
        "<<",
        "0x1f",
        ".5",
        "+1",
        "1_000",
        "😀"
      })
  void quotesWhatSomeReaderTakesForSomethingElse(String value) {
    assertEquals('"', ScalarText.of(value).charAt(0));
    assertReadsBack(value);
  }

  @Test
  void quotesNumbersOfAnyLength() {
    assertReadsBack("1".repeat(100));
  }

  @Test
  void readsBackAsItWas() {
    Random random = new Random(20171116);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder value = new StringBuilder();
      for (int length = random.nextInt(8); length >= 0; length--) {
        value.append(PIECES[random.nextInt(PIECES.length)]);
      }
      assertReadsBack(value.toString());
    }
  }

  @Test
  void aWordIsPlainWhereNothingInItMeansAnything() {
    for (String plain : new String[] {"jobs/*.yaml", "1.2-py3", "../a+b", "tensorflow", ".x"}) {
      assertEquals(plain, ScalarText.word(plain));
    }
    for (String quoted : new String[] {"a,b", "{a}", "a b", "é", "*.yaml", "0.10", "-", "", "no"}) {
      assertEquals('"' + quoted + '"', ScalarText.word(quoted));
    }
    String number = "1".repeat(70);
    assertEquals('"' + number + '"', ScalarText.word(number));
  }
}
