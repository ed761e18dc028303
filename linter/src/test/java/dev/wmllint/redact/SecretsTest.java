package dev.wmllint.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.Manifests;
import dev.wmllint.cli.Cli;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** No credential's value in any output, however broken the manifest is. */
final class SecretsTest {
  private static final String ID = "AKq81hTz0pXw";
  private static final String SECRET = "s3cr3tZk99Lq/+x4";
  private static final String PASSWORD = "Pa$$w0rd:Jx7";

  private static final List<String> SECRETS = List.of(ID, SECRET, PASSWORD, "Zk99Lq", "w0rd:Jx7");

  private static final String S3 =
      Manifests.S3
          .replace("aws_access_key_id: digits", "aws_access_key_id: " + ID)
          .replace("aws_secret_access_key: secret", "aws_secret_access_key: " + SECRET);
  private static final String SWIFT =
      Manifests.SWIFT
          .replace("user_name: digits", "user_name: " + ID)
          .replace("password: secret", "password: '" + PASSWORD + "'")
          .replace("domain_name: main", "domain_name: " + SECRET);
  private static final String JSON =
      Manifests.JSON
          .replace("\"aws_access_key_id\": \"digits\"", "\"aws_access_key_id\": \"" + ID + "\"")
          .replace("\"secret\"", "\"" + SECRET + "\"");

  @TempDir private Path folder;

  /** Manifests with a mistake on the line of a secret, or near it. */
  private static Map<String, String> broken() {
    return Map.ofEntries(
        Map.entry("typo in a key", S3.replace("aws_secret_access_key", "aws_secret_acces_key")),
        Map.entry("unknown key", S3.replace("aws_secret_access_key", "my_own_stuff")),
        Map.entry("later key", S3.replace("aws_secret_access_key", "secret_access_key")),
        Map.entry("legacy key", SWIFT.replace("user_name", "userId")),
        Map.entry("credential key", SWIFT.replace("user_name", "username")),
        Map.entry("misspelt connection", S3.replace("connection:", "conection:")),
        Map.entry("unknown connection", S3.replace("connection:", "store_login:")),
        Map.entry(
            "duplicate",
            S3.replace("    source", "    aws_secret_access_key: " + SECRET + "\n  source")
                .replace("  source", "source")
                .replace("source:", "  source:")),
        Map.entry(
            "duplicate inside", S3.replaceFirst("(    aws_secret_access_key: \\S+\n)", "$1$1")),
        Map.entry("no colon", S3.replace("aws_secret_access_key:", "aws_secret_access_key")),
        Map.entry("equals", S3.replace("aws_secret_access_key: ", "aws_secret_access_key=")),
        Map.entry("no key", S3.replace("aws_secret_access_key: ", "")),
        Map.entry("no blank", S3.replace("aws_secret_access_key: ", "aws_secret_access_key:")),
        Map.entry("open quote", S3.replace(": " + SECRET, ": \"" + SECRET)),
        Map.entry("colon in value", S3.replace(SECRET, SECRET + ": x")),
        Map.entry("tab", S3.replace("    aws_secret", "\taws_secret")),
        Map.entry("deeper", S3.replace("    aws_secret", "      aws_secret")),
        Map.entry("at sign", S3.replace(SECRET, "@" + SECRET)),
        Map.entry("alias", S3.replace(SECRET, "*" + SECRET)),
        Map.entry(
            "wrong type", S3.replaceFirst("connection:\n", "connection: " + SECRET + "\n  x:\n")),
        Map.entry(
            "list",
            S3.replace(
                "aws_secret_access_key: " + SECRET, "aws_secret_access_key: [" + SECRET + "]")),
        Map.entry(
            "mapping",
            S3.replace(
                "aws_secret_access_key: " + SECRET, "aws_secret_access_key: {x: " + SECRET + "}")),
        Map.entry("misplaced", "password: " + SECRET + "\n" + S3),
        Map.entry("in a comment", "# aws_secret_access_key: " + SECRET + " # wml-lint: x\n" + S3),
        Map.entry("beside a comment", S3.replace(SECRET, SECRET + " # wml-lint: ignore[x-y]")),
        Map.entry(
            "in the command",
            S3.replace("python3 train.py", "python3 trian.py --password " + SECRET)),
        Map.entry("in a URL", S3.replace("https://", "http://" + ID + ":" + SECRET + "@")),
        Map.entry("swift", SWIFT.replace("region: dallas", "regoin: dallas")),
        Map.entry("swift as s3", SWIFT.replace("bluemix_objectstore", "s3")),
        Map.entry("folded", S3.replace(": " + SECRET, ": >\n      " + SECRET)),
        Map.entry("multi-line", S3.replace(": " + SECRET, ":\n      " + SECRET)),
        Map.entry("json", JSON.replace("\"bucket\"", "\"buckt\"")),
        Map.entry("json open brace", JSON.replaceFirst("}}\n?$", "}")),
        Map.entry("json no comma", JSON.replaceFirst("\", \"aws_secret", "\" \"aws_secret")),
        Map.entry(
            "json no colon",
            JSON.replace("\"aws_secret_access_key\": ", "\"aws_secret_access_key\" ")),
        Map.entry("json open quote", JSON.replace(SECRET + "\"", SECRET)),
        Map.entry(
            "json unknown key", JSON.replace("aws_secret_access_key", "zzz").replace("]", "")),
        Map.entry(
            "flow",
            "training_data_reference: [{connection: {aws_secret_access_key: "
                + SECRET
                + ", x y: z}]\nmodel_definition: {\n"),
        Map.entry("not a manifest", "password: " + SECRET + "\nname: x\n"),
        Map.entry(
            "ffdl",
            "data_stores: [{connection: {user_name: " + ID + ", password: " + SECRET + "}}]\n"),
        Map.entry("scalar root", "aws_secret_access_key=" + SECRET + "\n"),
        Map.entry(
            "credential JSON",
            "{\"cos_hmac_keys\": {\"access_key_id\": \""
                + ID
                + "\", \"secret_access_key\": \""
                + SECRET
                + "\"}}\n"));
  }

  @TestFactory
  Stream<DynamicTest> brokenManifests() {
    return broken().entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(), () -> assertNoSecret(new Cli(folder), entry.getValue())));
  }

  private void assertNoSecret(Cli cli, String text) {
    String job = cli.write("job.yaml", text);
    String zip = cli.zip("m.zip", "train.py");
    for (String format : List.of("text", "json")) {
      for (List<String> extra : List.of(List.of(job, zip), List.of("--no-model", job))) {
        List<String> arguments = new ArrayList<>(List.of("--format", format, "--color", "always"));
        arguments.addAll(extra);
        Cli.Outcome outcome = cli.run(arguments.toArray(String[]::new));
        String output = outcome.out() + outcome.err();
        for (String secret : SECRETS) {
          assertFalse(output.contains(secret), () -> secret + " in\n" + output + "\nof\n" + text);
        }
      }
    }
  }

  /** Half-typed and cut manifests, at each char of the first store. */
  @Test
  void prefixes() {
    Cli cli = new Cli(folder);
    for (String manifest : List.of(S3, SWIFT, JSON)) {
      int from = manifest.indexOf("connection");
      int to = manifest.indexOf("source", from);
      for (int end = from; end < to; end += 3) {
        assertNoWholeSecret(cli, manifest.substring(0, end));
      }
    }
  }

  @Test
  void mutations() {
    Random random = new Random(7);
    Cli cli = new Cli(folder);
    String noise = ":{}[],\"'#\n -=&*!|>%@`\t";
    for (int i = 0; i < 400; i++) {
      StringBuilder text = new StringBuilder(i % 3 == 0 ? JSON : i % 3 == 1 ? S3 : SWIFT);
      for (int k = 0; k < 1 + i % 3; k++) {
        int at = random.nextInt(text.length());
        char c = noise.charAt(random.nextInt(noise.length()));
        if (random.nextBoolean()) {
          text.insert(at, c);
        } else {
          text.deleteCharAt(at);
        }
      }
      assertNoWholeSecret(cli, text.toString());
    }
  }

  private void assertNoWholeSecret(Cli cli, String text) {
    String job = cli.write("job.yaml", text);
    for (String format : List.of("text", "json")) {
      Cli.Outcome outcome = cli.run("--no-model", "--format", format, job);
      String output = outcome.out() + outcome.err();
      for (String secret : SECRETS) {
        assertFalse(output.contains(secret), () -> secret + " in\n" + output + "\nof\n" + text);
      }
    }
  }

  @Test
  void addressesRegionsAndPlaceholdersAreShown() {
    Cli cli = new Cli(folder);
    String text =
        Manifests.SWIFT
            .replace("region: dallas", "region: yes")
            .replace("https://identity", "http://identity")
            .replace("password: secret", "password: <password>");
    String output = cli.run("--no-model", cli.write("job.yaml", text)).out();
    assertTrue(output.contains("auth_url: http://identity.open.softlayer.com/v3"), output);
    assertTrue(output.contains("region: yes"), output);
    assertTrue(output.contains("password: <password>"), output);
  }

  @Test
  void theCaretStaysUnderTheKey() {
    Cli cli = new Cli(folder);
    String text = SWIFT.replaceFirst("user_name: ", "username: ");
    String output = cli.run("--quiet", "--no-model", cli.write("job.yaml", text)).out();
    assertEquals(
        """
        job.yaml:12:5: error: 'username' is the name in the service credential \
        [credential-key-name]
          12 |     username: ***
             |     ^^^^^^^^ in a manifest write 'user_name'
             = fix: rename to user_name
        """,
        output.substring(0, output.indexOf("job.yaml:13")));
  }
}
