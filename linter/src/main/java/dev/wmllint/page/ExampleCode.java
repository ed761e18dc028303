package dev.wmllint.page;

import dev.wmllint.text.Colour;
import dev.wmllint.text.Palette;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of an example, modestly coloured: keys and prompts stand out, comments step back. */
final class ExampleCode {
  private static final Pattern KEY = Pattern.compile("( *(?:- )*)([\\w-]+:)( .*)?");
  private static final String PROMPT = "$ ";

  private final Palette palette;

  ExampleCode(Palette palette) {
    this.palette = palette;
  }

  /**
   * Colours lines.
   *
   * @param language the first word behind the fence
   */
  List<String> lines(String language, String code) {
    boolean yaml = language.equals("yaml");
    return code.lines().map(line -> yaml ? yaml(line) : shell(line)).toList();
  }

  private String yaml(String line) {
    int comment = line.stripLeading().startsWith("#") ? 0 : line.indexOf(" #");
    if (comment >= 0) {
      return key(line.substring(0, comment)) + palette.paint(Colour.FAINT, line.substring(comment));
    }
    return key(line);
  }

  private String key(String line) {
    Matcher key = KEY.matcher(line);
    if (!key.matches()) {
      return line;
    }
    String value = key.group(3) == null ? "" : key.group(3);
    return key.group(1) + palette.paint(Colour.CODE, key.group(2)) + value;
  }

  private String shell(String line) {
    return line.startsWith(PROMPT)
        ? palette.paint(Colour.FAINT, PROMPT) + palette.paint(Colour.BOLD, line.substring(2))
        : line;
  }
}
