package dev.wmllint.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The entities of HTML that text copied from the source of a page has in place of characters. */
public final class HtmlEntities {
  private static final Map<String, String> NAMES =
      Map.of("quot", "\"", "apos", "'", "amp", "&", "lt", "<", "gt", ">", "nbsp", " ");

  /** A page may have been escaped more than once. */
  private static final Pattern ENTITY =
      Pattern.compile("&(?:amp;)*(quot|apos|amp|lt|gt|nbsp|#\\d{2,3}|#[xX][0-9a-fA-F]{2});");

  private HtmlEntities() {}

  /** What makes the characters of them that they stand for, in the order of the text. */
  public static List<Edit> in(String text) {
    List<Edit> found = new ArrayList<>();
    Matcher entity = ENTITY.matcher(text);
    while (entity.find()) {
      Span span = new Span(entity.start(), entity.end());
      meaning(entity.group(1)).ifPresent(plain -> found.add(new Edit(span, plain)));
    }
    return found;
  }

  private static Optional<String> meaning(String name) {
    if (!name.startsWith("#")) {
      return Optional.ofNullable(NAMES.get(name));
    }
    boolean hexadecimal = name.toLowerCase(Locale.ROOT).charAt(1) == 'x';
    int code = Integer.parseInt(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
    String plain = code == 0xA0 ? " " : Character.toString(code);
    return Optional.of(plain).filter(NAMES::containsValue);
  }
}
