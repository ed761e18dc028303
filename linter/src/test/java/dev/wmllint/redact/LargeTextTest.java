package dev.wmllint.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.YamlLimits;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long texts: steps that grow with their square would not end. */
final class LargeTextTest {
  private static final int LENGTH = 200_000;

  private static ManifestDocument document(String text) {
    return ManifestDocument.parse(SourceText.of("job.yaml", text), YamlLimits.DEFAULT);
  }

  private static String masked(Redactor redactor, String text) {
    Span all = new Span(0, text.length());
    return redactor.mask(all, all).text();
  }

  /** What stands in a valid manifest, and in one that cannot be read. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "- ",
        "a=",
        "password=",
        "password:'",
        "password:\"",
        "password: ",
        "password x ",
        "connection: {a: ",
        "connection\" ",
        "://",
        "://@",
        "a-",
        "password  \t",
        "password: a b ",
        "password is ",
        "--password\n",
        "-u ",
        "--user a:",
        "-u x ",
        "a:b@",
        "https://a:b/",
        "https://a",
        "Zk7qWx93LmPv-",
        "AKIA",
        "-p x ",
        "key: ",
        "{",
        "\\",
      })
  void repeated(String part) {
    String many = part.repeat(LENGTH / part.length());
    for (String start :
        new String[] {"name: >-\n  ", "connection:\n", "connection:\n  a: {\n", ""}) {
      String text = start + many + "\npassword: hunter2secretA\n";
      Redactor redactor = Redactor.of(document(text));
      assertFalse(redactor.mayShowLines() && masked(redactor, text).contains("hunter2secretA"));
    }
  }

  @Test
  void manySecretsInManyMessages() {
    String text =
        IntStream.range(0, 8_000)
            .mapToObj(i -> "password" + i + ": hunter2secret" + i + "A\n")
            .collect(Collectors.joining());
    Redactor redactor = Redactor.of(document(text));
    for (int i = 0; i < 8_000; i++) {
      assertEquals(
          "in password" + i + ": '***' is no name",
          redactor.words("in password" + i + ": 'hunter2secret" + i + "A' is no name"));
    }
    assertFalse(masked(redactor, text).contains("hunter2"));
  }

  @Test
  void partsOfALineWithManySecrets() {
    String pair = "password: hunter2secretA, ";
    String text = "{" + pair.repeat(LENGTH / pair.length()) + "}";
    Redactor redactor = Redactor.of(document(text));
    assertTrue(redactor.mayShowLines());
    for (int at = 1; at + pair.length() < text.length(); at += pair.length()) {
      Span part = new Span(at, at + pair.length());
      assertEquals("password: ***, ", redactor.mask(part, part).text());
    }
  }

  /** Behind what may be a part of a long secret as much is masked as the secret is long. */
  @Test
  void alikeSecrets() {
    String same = "a".repeat(LENGTH / 3);
    String text = "password: " + same + "\nname: " + same + "b\n";
    Redactor redactor = Redactor.of(document(text));
    assertEquals("password: ***", masked(redactor, text));
  }

  @Test
  void aSecretThatIsQuotedInPartOrOnOneLine() {
    String key = "0123456789".repeat(8);
    Redactor redactor = Redactor.of(document("password: " + key + "\ntoken: |\n  one\n  two\n"));
    assertEquals("'***\u2026' is", redactor.words("'" + key.substring(0, 60) + "\u2026' is"));
    assertEquals("'***' is", redactor.words("'one two' is"));
  }

  @Test
  void overlappingSecrets() {
    Redactor redactor = Redactor.of(document("password: abcdefgh\ntoken: ghijklmn\n"));
    assertEquals("x *** y", redactor.words("x abcdefghijklmn y"));
    assertEquals("nothing", redactor.words("nothing"));
  }
}
