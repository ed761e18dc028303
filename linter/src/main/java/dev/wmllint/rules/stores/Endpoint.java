package dev.wmllint.rules.stores;

import dev.wmllint.text.Edit;
import dev.wmllint.text.HtmlEntities;
import dev.wmllint.text.Message;
import dev.wmllint.text.Nearest;
import dev.wmllint.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be told from an object store's address alone. Messages never show it. */
final class Endpoint {
  private static final Pattern PRIVATE_HOST =
      Pattern.compile(
          "localhost|127\\..*|10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|\\[.*"
              + "|[^.]+|.*\\.(local|localhost|internal|svc|lan|test|networklayer\\.com)");

  /** How addresses of Keystone end, the identity service of Swift. */
  private static final Pattern IDENTITY = Pattern.compile(".*/v[23](\\.0)?/?");

  /** How the hosts of s3 endpoints are called. */
  private static final Pattern S3_HOST =
      Pattern.compile("s3[.-].*|.*\\.s3[.-].*|.*\\.cloud-object-storage\\..*");

  /** What an address without a scheme is, and nothing else: host and port, or a host with dots. */
  private static final Pattern HOST =
      Pattern.compile("([a-z0-9-]+(\\.[a-z0-9-]+)+|[a-z0-9-]+(?=:\\d)|localhost)(:\\d+)?(/.*)?");

  /** A scheme, and after it something else than {@code ://}. */
  private static final Pattern WRONG_SLASHES =
      Pattern.compile("https?(?!://[^/\\\\:])([:;.,]*[/\\\\]+[:/\\\\]*|:)(?=[a-z0-9\\[])");

  private static final Pattern TWO_SCHEMES = Pattern.compile("(https?:/*)+(?=https?(://|//|:/))");

  /** Quotes and separators of the text that the address was copied from. */
  private static final Pattern EDGE =
      Pattern.compile(
          "^[\"'`\\u201C\\u201D\\u2018\\u2019]+|[,;\"'`)>\\u201C\\u201D\\u2018\\u2019]+$");

  private static final String USE_HTTPS = "use https";

  private Endpoint() {}

  /**
   * What is wrong with an address.
   *
   * @param help what would be right, and the title of the fix
   * @param change what would mend it, in the value; empty where no change of a part does
   */
  record Problem(Message message, String help, List<Edit> change, boolean isHint) {
    Problem(String message, String help, Edit... change) {
      this(Message.of(message), help, List.of(change), false);
    }
  }

  /**
   * What is wrong with an address.
   *
   * @param s3 whether it is that of an s3 store; else of Swift's identity service
   * @param fits whether the store is of that type, so that an address of the other one is wrong
   */
  static Optional<Problem> problem(boolean s3, boolean fits, String value) {
    String address = value.toLowerCase(Locale.ROOT);
    if (address.isEmpty() || address.contains("${") || address.contains("{{")) {
      return Optional.empty();
    }
    return copied(address).or(() -> scheme(address)).or(() -> leadsElsewhere(s3, fits, address));
  }

  /** What came along from the text that it was copied from. */
  private static Optional<Problem> copied(String address) {
    Edit[] entities = HtmlEntities.in(address).toArray(Edit[]::new);
    if (entities.length > 0) {
      return Optional.of(
          new Problem("an HTML entity is in the address", "write the character itself", entities));
    }
    if (address.chars().anyMatch(Character::isWhitespace)) {
      return Optional.of(new Problem("an address has no spaces", "remove them"));
    }
    if (address.indexOf('<') >= 0) {
      return Optional.of(
          new Problem("a part of the address is still to be filled in", "fill in <…>"));
    }
    List<Span> edges =
        EDGE.matcher(address).results().map(edge -> new Span(edge.start(), edge.end())).toList();
    if (edges.isEmpty() || edges.get(0).length() == address.length()) {
      return Optional.empty();
    }
    String first = "'" + address.charAt(edges.get(0).start()) + "'";
    Edit[] changes = edges.stream().map(edge -> new Edit(edge, "")).toArray(Edit[]::new);
    return Optional.of(new Problem(first + " is not a part of the address", "remove it", changes));
  }

  private static Optional<Problem> scheme(String address) {
    Matcher twice = TWO_SCHEMES.matcher(address);
    if (twice.lookingAt()) {
      return Optional.of(
          new Problem(
              "the address has two schemes",
              "remove the first",
              new Edit(new Span(0, twice.end()), "")));
    }
    Matcher slashes = WRONG_SLASHES.matcher(address);
    if (slashes.lookingAt()) {
      return Optional.of(
          new Problem(
              "wrong slashes after the scheme",
              "write ://",
              new Edit(new Span(slashes.start(1), slashes.end(1)), "://")));
    }
    int scheme = address.indexOf("://");
    if (scheme < 0 && address.startsWith("//")) {
      return Optional.of(
          new Problem("missing 'https:'", "put https: before it", new Edit(Span.at(0), "https:")));
    }
    if (scheme < 0 && HOST.matcher(address).matches()) {
      return Optional.of(
          new Problem(
              "missing 'https://'", "put https:// before it", new Edit(Span.at(0), "https://")));
    }
    if (scheme < 0) {
      return Optional.of(new Problem("this is not an address", "write https://HOST"));
    }
    String name = address.substring(0, scheme);
    if (!name.equals("http") && !name.equals("https")) {
      Message message = Message.ofQuoted(name).text(" is not a scheme of an object store");
      boolean near = Nearest.isNear(name, "https") && name.startsWith("h");
      List<Edit> change = near ? List.of(new Edit(new Span(0, scheme), "https")) : List.of();
      return Optional.of(new Problem(message, USE_HTTPS, change, false));
    }
    return Optional.empty();
  }

  private static Optional<Problem> leadsElsewhere(boolean s3, boolean fits, String address) {
    int scheme = address.indexOf("://");
    String rest = address.substring(scheme + 3);
    String host = host(rest);
    if (host.isEmpty()) {
      return Optional.of(new Problem("the address has no host", "write https://HOST"));
    }
    if (address.endsWith("/endpoints") || address.endsWith("/endpoints/")) {
      return Optional.of(
          new Problem(
              "this page lists the endpoints, and is not one", "use one of those it lists"));
    }
    boolean identity = host.startsWith("identity.") || IDENTITY.matcher(address).matches();
    if (s3 && fits && identity) {
      return Optional.of(
          new Problem(
              "this is an auth_url, the address of Swift's identity service",
              "an s3 store has an endpoint such as"
                  + " https://s3-api.us-geo.objectstorage.softlayer.net"));
    }
    if (!s3 && fits && !identity && S3_HOST.matcher(host).matches()) {
      return Optional.of(
          new Problem(
              "this is an endpoint_url, the address of an s3 store",
              "auth_url is the address of Swift's identity service, such as"
                  + " https://identity.open.softlayer.com/v3"));
    }
    if (address.startsWith("http:") && !PRIVATE_HOST.matcher(host).matches()) {
      return Optional.of(
          new Problem(
              s3
                  ? "over plain http the data travels unencrypted"
                  : "plain http sends the credentials unencrypted",
              USE_HTTPS,
              new Edit(Span.at("http".length()), "s")));
    }
    int path = rest.indexOf('/');
    return s3 && path >= 0 && rest.length() > path + 1
        ? Optional.of(
            new Problem(
                Message.of("the address goes on after the host"),
                "the bucket belongs in source or target",
                List.of(),
                true))
        : Optional.empty();
  }

  private static String host(String rest) {
    String authority = rest.split("[/?#]", 2)[0];
    String server = authority.substring(authority.lastIndexOf('@') + 1);
    return server.startsWith("[") ? server : server.split(":", 2)[0];
  }
}
