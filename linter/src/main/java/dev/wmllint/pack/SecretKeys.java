package dev.wmllint.pack;

import dev.wmllint.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Tells the credential of a service by the keys that have a value in its JSON. */
final class SecretKeys {
  /** Longer files are no credentials. */
  static final int MAX_BYTES = 1 << 16;

  /** As services and their command lines name them; a placeholder is no secret. */
  private static final Pattern KEY =
      Pattern.compile(
          "\"(?:api_?key|password|(?:aws_)?secret_access_key|client_secret|private_key)\"\\s*+:"
              + "\\s*+\"(?![<$\"*])",
          Pattern.CASE_INSENSITIVE);

  private SecretKeys() {}

  /** Whether a file holds one. One that cannot be read is for others to complain about. */
  static boolean in(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      String text = SourceText.decode("JSON", in.readNBytes(MAX_BYTES)).text();
      return KEY.matcher(text).find();
    } catch (IOException e) {
      return false;
    }
  }
}
