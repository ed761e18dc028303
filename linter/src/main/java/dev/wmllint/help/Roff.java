package dev.wmllint.help;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines in the language of {@code man(7)}, as they are written. */
final class Roff {
  /** What is typed as it stands, so that its dashes must stay dashes when they are copied. */
  private static final Pattern TYPED = Pattern.compile("^['(]?-|[/.=_]|wml-");

  private static final int WIDTH = 78;

  /** The labels of values. */
  private static final Pattern LABEL = Pattern.compile("^\\[?[A-Z]+\\b|^[.]{3}$");

  private final StringBuilder text = new StringBuilder();

  /** A macro; its arguments are formatted already, and may hold blanks. */
  Roff macro(String name, String... arguments) {
    text.append('.').append(name);
    for (String argument : arguments) {
      text.append(" \"").append(argument).append('"');
    }
    text.append('\n');
    return this;
  }

  /** What no reader sees. */
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
    StringBuilder line = new StringBuilder();
    for (String plain : words.split(" ", -1)) {
      String word = TYPED.matcher(plain).find() ? typed(plain) : escaped(plain);
      if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
        line(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    return line(line.toString());
  }

  /** A line of an example: what is typed, blanks included. */
  Roff code(String code) {
    return line(typed(code));
  }

  static String bold(String words) {
    return "\\fB" + typed(words) + "\\fR";
  }

  /** What stands for something else in italics, and the rest, which is typed, in bold. */
  static String term(String term) {
    return Arrays.stream(term.split(" ", -1))
        .map(word -> (LABEL.matcher(word).find() ? "\\fI" : "\\fB") + typed(word) + "\\fR")
        .collect(Collectors.joining(" "));
  }

  /** What stands for itself, dashes included. */
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
