package dev.wmllint.redact;

import dev.wmllint.text.Span;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** User and password in an address: {@code https://user:password@host}. */
final class UserInfo {
  private static final Pattern IN_ADDRESS = Pattern.compile("://([^/?#\\s\"']*)@");

  private UserInfo() {}

  /** Adds the user info of each address in a text. */
  static void in(String text, Consumer<Span> found) {
    Matcher matcher = IN_ADDRESS.matcher(text);
    int at = text.indexOf("://");
    while (at >= 0) {
      boolean user = matcher.region(at, text.length()).lookingAt();
      if (user) {
        found.accept(new Span(matcher.start(1), matcher.end(1)));
      }
      at = text.indexOf("://", user ? matcher.end() : at + 1);
    }
  }
}
