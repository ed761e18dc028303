package dev.wmllint.credentials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.Golden;
import dev.wmllint.fix.DoubleQuoted;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

final class CredentialReaderTest {
  private static final Path FIXTURES = Path.of("src/test/resources/testdata/credentials");

  private final CredentialReader reader = new CredentialReader(ManifestSchema.builtIn());

  /** Each {@code NAME.in} becomes {@code NAME.out}: notes behind {@code #}, then the block. */
  @Tag(Golden.TAG)
  @TestFactory
  Stream<DynamicTest> fixtures() throws IOException {
    try (Stream<Path> files = Files.list(FIXTURES)) {
      List<Path> inputs = files.filter(file -> file.toString().endsWith(".in")).sorted().toList();
      assertTrue(inputs.size() > 10);
      return inputs.stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }
  }

  private void check(Path file) throws IOException {
    Path expected = Path.of(file.toString().replace(".in", ".out"));
    String actual = said(Files.readString(file), Optional.empty());
    Golden.check(expected, actual);
  }

  private String said(String text, Optional<String> type) {
    try {
      CredentialReader.Result result = reader.read(SourceText.of("c.json", text), type);
      StringBuilder said = new StringBuilder();
      result.notes().forEach(note -> said.append("# ").append(note).append('\n'));
      return said.append(result.connection().yaml(0)).toString();
    } catch (CredentialException e) {
      return "error: " + e.getMessage() + "\n";
    }
  }

  private Connection read(String text) throws CredentialException {
    return reader.read(SourceText.of("c.json", text), Optional.empty()).connection();
  }

  @Test
  void choosesByType() {
    String both =
        """
        {"a": {"access_key_id": "k", "secret_access_key": "s"},
         "b": {"auth_url": "https://x/v3", "username": "u", "password": "p", "projectId": "i"}}
        """;
    assertTrue(
        said(both, Optional.empty())
            .endsWith("choose with --type s3 or --type bluemix_objectstore\n"));
    assertTrue(said(both, Optional.of("s3")).contains("aws_access_key_id: k"));
    assertTrue(said(both, Optional.of("bluemix_objectstore")).contains("user_name: u"));
  }

  @Test
  void isAskedForATypeThatIsNotThere() {
    String s3 = "{\"access_key_id\": \"k\", \"secret_access_key\": \"s\"}";
    assertEquals(
        "error: there is no credential of bluemix_objectstore, but one of s3\n",
        said(s3, Optional.of("bluemix_objectstore")));
  }

  @Test
  void keepsEveryValueInYamlAndJson() throws CredentialException {
    String pieces = "ab0. -_:#'\"\\{}[],&*!|>%@`~=<?\n\t\r$é\u0085\u2028";
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      StringBuilder made = new StringBuilder(i % 5 == 0 ? "😀" : "x");
      for (int length = random.nextInt(8); length > 0; length--) {
        made.insert(
            random.nextInt(2) * made.length(), pieces.charAt(random.nextInt(pieces.length())));
      }
      String secret = made.toString();
      Connection connection =
          read(
              "{\"access_key_id\":\"0815\",\"secret_access_key\":" + DoubleQuoted.of(secret) + "}");
      Map<String, String> keys =
          Map.of(
              "endpoint_url", "<endpoint-url>",
              "aws_access_key_id", "0815",
              "aws_secret_access_key", secret);
      for (String text : List.of(connection.yaml(0), connection.yaml(4), connection.json())) {
        assertEquals(
            Map.of("connection", keys),
            new Load(LoadSettings.builder().build()).loadFromString(text),
            text);
      }
    }
  }

  @Test
  void hidesValuesFromWhoeverPrintsObjects() throws CredentialException {
    String text = "{\"access_key_id\": \"hunter1\", \"secret_access_key\": \"hunter2\"}";
    CredentialReader.Result result = reader.read(SourceText.of("c", text), Optional.empty());
    assertFalse(result.toString().contains("hunter"), result.toString());
    List<JsonPlace> places = JsonPlace.of(JsonInText.read(SourceText.of("c", text)));
    assertFalse(places.toString().contains("hunter"), places.toString());
  }

  @Test
  void endsOnHostileInput() {
    for (String text :
        List.of(
            "[".repeat(500_000),
            "{\"a\":".repeat(150_000),
            "{}\n".repeat(100_000),
            "{\n".repeat(100_000),
            " ".repeat(1_000_000),
            "x {\n".repeat(200_000),
            "[" + "{},".repeat(50_000) + "{}]",
            "["
                + "{\"username\":1,\"password\":2},".repeat(5_000)
                + "{\"username\":1,\"password\":3}]",
            "{\"a\":" + "9".repeat(900_000) + "}",
            "{\"" + "k".repeat(900_000) + "\":1}")) {
      CredentialException problem =
          assertThrows(
              CredentialException.class,
              () -> reader.read(SourceText.of("c", text), Optional.empty()));
      assertTrue(problem.getMessage().length() < 500, problem.getMessage());
    }
  }
}
