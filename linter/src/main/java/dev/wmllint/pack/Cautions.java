package dev.wmllint.pack;

import dev.wmllint.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Looks for what people pack without meaning to: by names and sizes, and in JSON by keys. */
final class Cautions {
  /** Programs are smaller; the service copies data from the bucket, and the zip to each machine. */
  private static final long LARGE = 32L << 20;

  private static final int SHOWN = 3;

  /** Credentials are small, and few. */
  private static final int MAX_BYTES = 1 << 16;

  private static final int MAX_LOOKS = 200;

  /** As services and their command lines name them; a placeholder is not a secret. */
  private static final Pattern SECRET_KEY =
      Pattern.compile(
          "\"(?:api_?key|password|(?:aws_)?secret_access_key|client_secret|private_key)\"\\s*+:"
              + "\\s*+\"(?![<$\"*])",
          Pattern.CASE_INSENSITIVE);

  /**
   * By their names, in lower case. {@code .env.example} is there to be read, and a program that
   * reads credentials may well be called after them.
   */
  private static final Pattern SECRET_FILE =
      Pattern.compile(
          "(.*/)?(\\.(aws|ssh|gnupg|bluemix)/.*"
              + "|\\.env(?!\\.(example|sample|template|dist)$)(\\..*)?"
              + "|[._]netrc|\\.pypirc|\\.pgpass|\\.git-credentials|\\.htpasswd"
              + "|id_(rsa|dsa|ecdsa|ed25519)"
              + "|[^/]*\\.(pem|key|p12|pfx|jks|keystore|kdbx)"
              + "|[^/.]*credential[^/.]*"
              + "|[^/]*credential[^/]*\\.(json|ya?ml|ini|cfg|conf|txt|csv|env))");

  private Cautions() {}

  static List<String> of(List<PlannedFile> files) {
    List<String> secrets = new ArrayList<>();
    List<String> large = new ArrayList<>();
    int looks = 0;
    for (PlannedFile file : files) {
      if (SECRET_FILE.matcher(file.name().toLowerCase(Locale.ROOT)).matches()
          || (isSmallJson(file) && looks++ < MAX_LOOKS && holdsSecret(file.source()))) {
        secrets.add(file.name());
      }
      if (file.size() > LARGE) {
        large.add(file.name());
      }
    }
    List<String> cautions = new ArrayList<>();
    if (!secrets.isEmpty()) {
      cautions.add(list(secrets) + " may hold secrets; everyone with the zip can read them");
    }
    if (!large.isEmpty()) {
      boolean one = large.size() == 1;
      cautions.add(list(large) + (one ? " is" : " are") + " large; data belongs in the bucket");
    }
    return cautions;
  }

  private static boolean isSmallJson(PlannedFile file) {
    return file.name().toLowerCase(Locale.ROOT).endsWith(".json") && file.size() <= MAX_BYTES;
  }

  /** Whether a file has a secret; one that cannot be read is reported elsewhere. */
  private static boolean holdsSecret(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      String text = SourceText.decode("JSON", in.readNBytes(MAX_BYTES)).text();
      return SECRET_KEY.matcher(text).find();
    } catch (IOException e) {
      return false;
    }
  }

  private static String list(List<String> names) {
    String shown = "'" + String.join("', '", names.subList(0, Math.min(SHOWN, names.size()))) + "'";
    return names.size() > SHOWN ? shown + " and " + (names.size() - SHOWN) + " more" : shown;
  }
}
