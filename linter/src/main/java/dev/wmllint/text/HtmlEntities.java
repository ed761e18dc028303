package dev.wmllint.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The entities of HTML that text copied from the source of a page has in place of characters. */
public final class HtmlEntities {
  private static final Map<String, String> MEANINGS =
      Map.of(
          "lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "#34", "\"", "#39", "'",
          "#x27", "'", "nbsp", " ");

  private static final Pattern ENTITY = Pattern.compile("&([a-z]{2,4}|#\\d\\d|#x27);");

  private HtmlEntities() {}

  /**
   * One of them.
   *
   * @param span its place in the text
   * @param meaning the character that it stands for
   */
  public record Entity(Span span, String meaning) {}

  /** All of a text, in its order. */
  public static List<Entity> in(String text) {
    List<Entity> found = new ArrayList<>();
    Matcher entity = ENTITY.matcher(text);
    while (entity.find()) {
      String meaning = MEANINGS.get(entity.group(1));
      if (meaning != null) {
        found.add(new Entity(new Span(entity.start(), entity.end()), meaning));
      }
    }
    return found;
  }
}
