package dev.wmllint.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** A secret that is spelt like a word of ours: to mask that word would tell the secret. */
final class OwnWordsTest {
  private static final String MISTAKEN =
      Manifests.SWIFT
          .replaceFirst("\n    bucket: .*", "")
          .replace("resource: small", "resource: smal")
          .replaceFirst("region: dallas", "regoin: dallas")
          .replaceFirst("project_id: digits", "project_id:")
          .replace("type: bluemix_objectstore", "type: bluemix_objectstor");

  @TempDir private Path folder;

  private String linted(String text, String format) {
    Cli cli = new Cli(folder);
    Cli.Outcome outcome = cli.run("--no-model", "--format", format, cli.write("job.yaml", text));
    return outcome.out() + outcome.err();
  }

  /** So nobody can tell from the output which secret it is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "connection",
        "domain_name",
        "bucket",
        "missing",
        "string",
        "framework",
        "tensorflow",
        "1.2-py3",
        "bluemix_objectstore",
        "training_data_reference",
        "is not a machine size",
        "the name of the bucket",
        "auth_u",
        "small, medium",
      })
  void theSameIsSaidOfAnotherSecret(String secret) {
    String other = other(secret);
    for (String line : List.of("user_name: digits", "password: secret")) {
      String key = line.substring(0, line.indexOf(' ') + 1);
      for (String format : List.of("text", "json")) {
        String said = linted(MISTAKEN.replaceFirst(line, key + other), format);
        assertFalse(said.contains(other), said);
        assertEquals(said, linted(MISTAKEN.replaceFirst(line, key + secret), format));
      }
    }
  }

  /** Other letters and digits in their places, so that the secret is read as before. */
  private static String other(String secret) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < secret.length(); i++) {
      char c = secret.charAt(i);
      if (c >= 'a' && c <= 'z') {
        out.append((char) ('a' + (c - 'a' + 13) % 26));
      } else {
        out.append(Character.isDigit(c) ? (char) ('0' + (c - '0' + 5) % 10) : c);
      }
    }
    return out.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"auth_u", "connection", "must be"})
  void aHalfTypedKey(String typed) {
    String text =
        Manifests.SWIFT.replaceFirst(
            "connection:\n(    .*\n)+", "connection:\n    " + typed + "\n");
    String said = linted(text, "text");
    assertTrue(
        said.startsWith(
            "job.yaml:11:5: error: 'connection' must be a mapping with auth_url, user_name,"),
        said);
    assertTrue(said.contains("11 |     ***\n"), said);
  }

  /** A key is shown, in the message, in the line and in the path, and its fix is offered. */
  @Test
  void aKeyThatIsItsOwnValue() {
    String text =
        Manifests.S3.replaceFirst("aws_access_key_id: .*", "access_key_id: \"access_key_id\"");
    String said = linted(text, "text");
    assertTrue(said.contains("'access_key_id' is the 2018 name"), said);
    assertTrue(said.contains(" access_key_id: \"***\"\n"), said);
    assertTrue(said.contains("= fix: rename to aws_access_key_id"), said);
    assertTrue(linted(text, "json").contains("connection.access_key_id\""));
  }

  /** A value that is but its key's name is called a placeholder, and masked all the same. */
  @Test
  void aPasswordPassword() {
    String said =
        linted(Manifests.SWIFT.replaceFirst("password: .*", "password: password"), "text");
    assertTrue(said.contains("'password' is still to be filled in"), said);
    assertTrue(said.contains(" password: ***\n"), said);
  }

  /** What comes from the manifest is masked, be it a word of ours or not. */
  @Test
  void theSameWordFromTheManifest() {
    String text =
        Manifests.S3
            .replaceFirst("key: secret", "key: bucket")
            .replaceFirst("\n    bucket: .*", "")
            .replace("train.py", "bucket.py");
    Cli cli = new Cli(folder);
    String said = cli.run(cli.write("job.yaml", text), cli.zip("m.zip", "train.py")).out();
    assertTrue(said.contains("'***.py' is not in the model definition"), said);
    assertTrue(said.contains("missing key 'bucket'"), said);
  }

  @Test
  void fixesThatCarryWordsOfOursAreOffered() {
    String text =
        Manifests.SWIFT
            .replaceFirst("password: secret", "password: user_name")
            .replaceFirst("user_name: digits", "username: digits");
    assertTrue(linted(text, "text").contains("= fix: rename to user_name"));
    Cli cli = new Cli(folder);
    Cli.Outcome fixed = cli.run("--no-model", "--fix", cli.write("job.yaml", text));
    assertTrue((fixed.out() + fixed.err()).contains("fixed: rename to user_name"));
    Cli.Outcome diff = cli.run("--no-model", "--diff", cli.write("job.yaml", text));
    assertTrue(diff.out().contains("+    user_name: ***"), diff.out());
  }
}
