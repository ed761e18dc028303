package dev.wmllint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.wmllint.Manifests;
import dev.wmllint.baseline.Baseline;
import dev.wmllint.baseline.BaselineRun;
import dev.wmllint.baseline.Fingerprint;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No credential's value in any format, whole or cut, nor in what names a finding. */
final class FormatSecretsTest {
  private static final String ID = "AKq81hTz0pXw";
  private static final String SECRET = "s3cr3tZk99Lq/+x4";
  private static final String PASSWORD = "Pa$$w0rd:Jx7";

  private static final String S3 =
      Manifests.S3
          .replace("aws_access_key_id: digits", "aws_access_key_id: " + ID)
          .replace("aws_secret_access_key: secret", "aws_secret_access_key: " + SECRET);
  private static final String SWIFT =
      Manifests.SWIFT
          .replace("user_name: digits", "user_name: " + ID)
          .replace("password: secret", "password: '" + PASSWORD + "'");
  private static final String JSON =
      Manifests.JSON
          .replace("\"aws_access_key_id\": \"digits\"", "\"aws_access_key_id\": \"" + ID + "\"")
          .replace("\"secret\"", "\"" + SECRET + "\"");

  static List<String> broken() {
    return List.of(
        S3.replace("aws_secret_access_key", "aws_secret_acces_key"),
        S3.replace("aws_secret_access_key", "my_own_stuff"),
        S3.replace("aws_secret_access_key", "secret_access_key"),
        S3.replace("connection:", "store_login:"),
        S3.replaceFirst("(    aws_secret_access_key: \\S+\n)", "$1$1"),
        S3.replace("aws_secret_access_key:", "aws_secret_access_key"),
        S3.replace("aws_secret_access_key: ", "aws_secret_access_key="),
        S3.replace(": " + SECRET, ": \"" + SECRET),
        S3.replace(SECRET, "*" + SECRET),
        S3.replace(SECRET, "#" + SECRET),
        S3.replace("_access_key: " + SECRET, "_acces_key: # " + SECRET),
        S3.replace(SECRET, "&" + SECRET),
        S3.replace(SECRET, "," + SECRET),
        S3.replace(SECRET, "$" + SECRET),
        S3.replace(" " + SECRET, "\n" + SECRET),
        S3.replace("connection:", "conn:").replace("aws_secret_access_key", "foo"),
        JSON.replace("\"" + SECRET, "\"a\" " + SECRET).replace("x4\"", "x4"),
        JSON.replace("\"" + SECRET, "a, " + SECRET).replace("x4\"", "x4: x"),
        S3.replace("python3 train.py", "python3 trian.py --password " + SECRET),
        S3.replace("https://", "http://" + ID + ":" + SECRET + "@"),
        SWIFT.replace("user_name", "userId"),
        SWIFT.replace("user_name", "username"),
        SWIFT.replace("bluemix_objectstore", "s3"),
        SWIFT.replace("password: ", "password:\n    "),
        JSON.replaceFirst("\", \"aws_secret", "\" \"aws_secret"),
        JSON.replace("aws_secret_access_key", "zzz").replace("]", ""),
        "password: " + SECRET + "\nname: x\n",
        "aws_secret_access_key=" + SECRET + "\n");
  }

  @ParameterizedTest
  @MethodSource("broken")
  void brokenManifests(String text) {
    assertNoSecret(text);
  }

  @Test
  void mutations() {
    Random random = new Random(5);
    String noise = ":{}[],\"'#\n -=&*!|>%@`\t";
    for (int i = 0; i < 80; i++) {
      StringBuilder text = new StringBuilder(List.of(S3, SWIFT, JSON).get(i % 3));
      for (int k = 0; k < 1 + i % 3; k++) {
        int at = random.nextInt(text.length());
        if (random.nextBoolean()) {
          text.insert(at, noise.charAt(random.nextInt(noise.length())));
        } else {
          text.deleteCharAt(at);
        }
      }
      assertNoSecret(text.toString());
    }
  }

  private static void assertNoSecret(String text) {
    Report report = Reports.of("job.yaml", text);
    for (Format format : Format.values()) {
      assertNoSecret(format.label(), Reports.write(format, report), text);
    }
    BaselineRun run = new BaselineRun(Baseline.EMPTY, Path.of("baseline.json"));
    report
        .files()
        .forEach(
            file ->
                run.keepNew(file.path(), file.diagnostics(), file.fingerprints(), rule -> true));
    assertNoSecret("baseline", run.current().text(), text);
  }

  private static void assertNoSecret(String format, String written, String text) {
    for (String secret : List.of(ID, SECRET, PASSWORD)) {
      assertFalse(
          written.contains(secret), () -> secret + " in " + format + "\n" + written + "\n" + text);
    }
  }

  /** A hash of a short secret can be guessed: none may go in. */
  @Test
  void fingerprintsDoNotDependOnSecrets() {
    for (String text : broken()) {
      String other =
          text.replace(ID, "BKq81hTz0pXx")
              .replace(SECRET, "s4cr4tZk00Lq/+x5")
              .replace("Jx7", "Jx8");
      assertNotEquals(text, other);
      assertEquals(fingerprints(text), fingerprints(other), text);
    }
  }

  private static List<Fingerprint> fingerprints(String text) {
    return Reports.of("job.yaml", text).files().get(0).fingerprints();
  }
}
