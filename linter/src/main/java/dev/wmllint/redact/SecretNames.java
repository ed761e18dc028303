package dev.wmllint.redact;

import dev.wmllint.text.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which keys hold something that nobody else should read. */
final class SecretNames {
  private static final Set<String> ADDRESSES = Set.of("endpoint_url", "auth_url");

  private static final List<String> PARTS =
      List.of(
          "password",
          "passwd",
          "passphrase",
          "secret",
          "accesskey",
          "apikey",
          "token",
          "credential",
          "username",
          "userid",
          "projectid",
          "domainname",
          "privatekey");

  private SecretNames() {}

  static boolean isConnection(String name) {
    return Nearest.isNear(name, "connection");
  }

  /** Whether the value is an address, which may hold a user and a password. */
  static boolean isAddress(String name) {
    return ADDRESSES.contains(name);
  }

  /** Whether a key's name alone says that its value is a credential. */
  static boolean isCredential(String name) {
    String folded = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    for (String part : PARTS) {
      if (folded.contains(part)) {
        return true;
      }
    }
    return folded.length() <= 20 && (Nearest.isNear(folded, "password") || folded.equals("pwd"));
  }
}
