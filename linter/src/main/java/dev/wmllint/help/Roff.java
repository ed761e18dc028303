package dev.wmllint.help;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines in the language of {@code man(7)}, as they are written. */
final class Roff {
  /** What is typed literally, so that its dashes must stay dashes when they are copied. */
  private static final Pattern TYPED = Pattern.compile("^['(]?-|[/.=_]|wml-");

  private static final int WIDTH = 78;

  /** The labels of values. */
  private static final Pattern LABEL = Pattern.compile("^\\[?[A-Z]+\\b|^[.]{3}$");

  private final StringBuilder text = new StringBuilder();

  /** A macro; its arguments are formatted already, and may hold spaces. */
  Roff macro(String name, String... arguments) {
    text.append('.').append(name);
    for (String argument : arguments) {
      text.append(" \"").append(argument).append('"');
    }
    text.append('\n');
    return this;
  }

  Roff comment(String words) {
    text.append(".\\\" ").append(words).append('\n');
    return this;
  }

  /** A line that is formatted already. */
  Roff line(String formatted) {
    boolean control = formatted.startsWith(".") || formatted.startsWith("'");
    text.append(control ? "\\&" : "").append(formatted).append('\n');
    return this;
  }

  /** Running text, in lines that a reader of the source can look at too. */
  Roff prose(String words) {
    List<String> formatted =
        Arrays.stream(words.split(" ", -1))
            .map(word -> TYPED.matcher(word).find() ? typed(word) : escaped(word))
            .toList();
    HelpText.wrap(formatted, WIDTH).forEach(this::line);
    return this;
  }

  /** A line of an example: what is typed, spaces included. */
  Roff code(String code) {
    return line(typed(code));
  }

  static String bold(String words) {
    return "\\fB" + typed(words) + "\\fR";
  }

  /** Labels of values in italics, and the rest, which is typed, in bold. */
  static String term(String term) {
    return Arrays.stream(term.split(" ", -1))
        .map(word -> (LABEL.matcher(word).find() ? "\\fI" : "\\fB") + typed(word) + "\\fR")
        .collect(Collectors.joining(" "));
  }

  /** What is literal, dashes included. */
  static String typed(String word) {
    return escaped(word).replace("-", "\\-");
  }

  /** Some characters are typographic ones in roff: an accent, a quotation mark. */
  static String escaped(String word) {
    return word.replace("\\", "\\e")
        .replace("'", "\\(aq")
        .replace("\"", "\\(dq")
        .replace("`", "\\(ga")
        .replace("^", "\\(ha")
        .replace("~", "\\(ti");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
