package dev.wmllint.pack;

import dev.wmllint.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

  private static final Set<String> SECRET_NAMES =
      Set.of(".env", ".netrc", "_netrc", ".pypirc", ".pgpass", ".git-credentials", ".htpasswd");
  private static final Set<String> SECRET_FOLDERS = Set.of(".aws", ".ssh", ".gnupg", ".bluemix");
  private static final Set<String> SECRET_ENDINGS =
      Set.of(".pem", ".key", ".p12", ".pfx", ".jks", ".keystore", ".kdbx");

  private Cautions() {}

  static List<String> of(List<PlannedFile> files) {
    List<String> secrets = new ArrayList<>();
    List<String> large = new ArrayList<>();
    int looks = 0;
    for (PlannedFile file : files) {
      if (mayBeSecret(file.name())
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

  private static boolean mayBeSecret(String path) {
    String[] parts = path.toLowerCase(Locale.ROOT).split("/", -1);
    for (int i = 0; i < parts.length - 1; i++) {
      if (SECRET_FOLDERS.contains(parts[i])) {
        return true;
      }
    }
    String name = parts[parts.length - 1];
    return SECRET_NAMES.contains(name)
        || isEnvironment(name)
        || isPrivateKey(name)
        || SECRET_ENDINGS.stream().anyMatch(name::endsWith)
        || (name.contains("credential") && isData(name));
  }

  /** {@code .env.local}; but {@code .env.example} is there to be read. */
  private static boolean isEnvironment(String name) {
    return name.startsWith(".env.")
        && !Set.of(".env.example", ".env.sample", ".env.template", ".env.dist").contains(name);
  }

  private static boolean isPrivateKey(String name) {
    return name.startsWith("id_")
        && Set.of("id_rsa", "id_dsa", "id_ecdsa", "id_ed25519").contains(name);
  }

  /** A program that reads credentials may well be called after them. */
  private static boolean isData(String name) {
    return name.indexOf('.') < 0
        || Set.of(".json", ".yaml", ".yml", ".ini", ".cfg", ".conf", ".txt", ".csv", ".env")
            .stream()
            .anyMatch(name::endsWith);
  }
}
