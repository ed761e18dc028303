package dev.wmllint.rules.stores;

import dev.wmllint.text.Message;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What can be told from an object store's address alone. Messages never show it. */
final class Endpoint {
  private static final Pattern PRIVATE_HOST =
      Pattern.compile(
          "localhost|127\\..*|10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|\\[.*"
              + "|[^.]+|.*\\.(local|localhost|internal|svc|lan|test|networklayer\\.com)");

  /** How addresses of Keystone end, the identity service of Swift. */
  private static final Pattern IDENTITY = Pattern.compile(".*/v[23](\\.0)?/?");

  private Endpoint() {}

  /**
   * What is wrong with an address.
   *
   * @param help what would be right, and the title of the fix
   * @param insert the text that would mend it, and where in the value; empty where no insert does
   */
  record Problem(Message message, String help, Optional<Insert> insert) {}

  /** A text to insert at an offset of the value. */
  record Insert(int offset, String text) {}

  static Optional<Problem> problem(String key, String value) {
    String address = value.toLowerCase(Locale.ROOT);
    if (address.isEmpty() || address.contains("${") || address.contains("{{")) {
      return Optional.empty();
    }
    if (address.chars().anyMatch(Character::isWhitespace)) {
      return plain("an address has no spaces", "remove them");
    }
    int scheme = address.indexOf("://");
    if (scheme < 0 && (address.startsWith("http:") || address.startsWith("https:"))) {
      return plain("wrong slashes after the scheme", "write https://HOST");
    }
    if (scheme < 0) {
      return Optional.of(
          new Problem(
              Message.of("missing 'https://'"),
              "put https:// before it",
              Optional.of(new Insert(0, "https://"))));
    }
    String host = host(address.substring(scheme + 3));
    if (host.isEmpty()) {
      return plain("the address has no host", "write https://HOST");
    }
    if (address.endsWith("/endpoints") || address.endsWith("/endpoints/")) {
      return plain("this page lists the endpoints, and is not one", "use one of those it lists");
    }
    boolean identity = host.startsWith("identity.") || IDENTITY.matcher(address).matches();
    if (key.equals("endpoint_url") && identity) {
      return plain(
          "this is an auth_url, the address of Swift's identity service",
          "an s3 store has an endpoint such as https://s3-api.us-geo.objectstorage.softlayer.net");
    }
    String name = address.substring(0, scheme);
    if (name.equals("http") && !PRIVATE_HOST.matcher(host).matches()) {
      return Optional.of(
          new Problem(
              Message.of("plain http sends the credentials unencrypted"),
              "use https",
              Optional.of(new Insert("http".length(), "s"))));
    }
    if (!name.equals("http") && !name.equals("https")) {
      return Optional.of(
          new Problem(
              Message.ofQuoted(name).text(" is not a scheme of an object store"),
              "use https",
              Optional.empty()));
    }
    return Optional.empty();
  }

  private static Optional<Problem> plain(String message, String help) {
    return Optional.of(new Problem(Message.of(message), help, Optional.empty()));
  }

  private static String host(String rest) {
    String authority = rest.split("[/?#]", 2)[0];
    String server = authority.substring(authority.lastIndexOf('@') + 1);
    return server.startsWith("[") ? server : server.split(":", 2)[0];
  }
}
