package dev.wmllint.redact;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.Manifests;
import dev.wmllint.cli.Cli;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A credential that has become a key, or a part of one. */
final class SecretKeysTest {
  private static final String SECRET = "hunter2secretA";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{endpoint_url: \"https://a.example.com\", aws_secret_access_key:hunter2secretA}",
        "{aws_access_key_id=hunter2secretA, endpoint_url: x}",
        "{aws_secret_access_key hunter2secretA}",
        "{hunter2secretA}",
        "{aws_acces_key_id:hunter2secretA}",
        "{my_key:hunter2secretA: x}",
        "{password:\"hunter2secretA\"}",
        "{password: {hunter2secretA: x}}",
        "{? [hunter2secretA] : x}",
        "{? {hunter2secretA: x} : x}",
        "{\"hunter2\\u0073ecretA\": x}",
        "\n      aws_access_key_id:hunter2secretA: x",
        "\n      ? hunter2secretA\n      : x",
        "\n      ? hunter2secretA",
        "\n      hunter2secretA: x",
        "\n      hunter2secretA:",
      })
  void inAConnection(String connection) {
    assertHidden(
        "training_data_reference:\n  - connection: " + connection + "\n    source: {bucket: b}\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connection:{aws_access_key_id: hunter2secretA}\n",
        "password:hunter2secretA: x\n",
        "aws_secret_access_key=hunter2secretA: x\n",
        "model_definition: {password:hunter2secretA}\n",
        "name: x\npassword: \"hunter2\\u0073ecretA\"\n",
      })
  void anywhere(String text) {
    assertHidden(text);
    assertHidden(Manifests.S3 + text);
  }

  @Test
  void aSecretWithEscapesIsFoundAsItIsRead() {
    String text = Manifests.S3.replaceFirst("name: digits", "name: hunter2secretA:z");
    assertHidden(
        text.replace("aws_access_key_id: digits", "aws_access_key_id: \"hunter2\\x73ecretA\""));
  }

  @Test
  void keysOfTheFormatAreShown() {
    Cli cli = new Cli(folder);
    for (String key : List.of("bucket", "username", "aws_acces_key_id", "access_key_id", "name")) {
      String text = Manifests.S3.replaceFirst("aws_access_key_id: ", key + ": ");
      String output = cli.run("--no-model", cli.write("job.yaml", text)).out();
      assertTrue(output.contains(key + ": ***"), output);
    }
  }

  private void assertHidden(String text) {
    Cli cli = new Cli(folder);
    String job = cli.write("job.yaml", text);
    for (String format : List.of("text", "json")) {
      Cli.Outcome outcome = cli.run("--no-model", "--format", format, job);
      String output = outcome.out() + outcome.err();
      assertFalse(output.contains(SECRET), () -> output + "\nof\n" + text);
    }
  }
}
