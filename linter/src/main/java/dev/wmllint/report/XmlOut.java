package dev.wmllint.report;

import dev.wmllint.text.Printable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Consumer;

/**
 * XML 1.0 with a line for each element; attributes have the order of their map. A character that
 * XML cannot hold becomes U+FFFD.
 */
final class XmlOut {
  /** What a document begins with. */
  static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

  private final Consumer<String> out;
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * @param out ends in UTF-8
   */
  XmlOut(Consumer<String> out) {
    this.out = out;
  }

  void open(String name, Map<String, String> attributes) {
    out.accept(start(name, attributes) + ">");
    open.push(name);
  }

  /** Ends the element that was opened last. */
  void end() {
    String name = open.pop();
    out.accept(line() + "</" + name + ">");
  }

  void empty(String name, Map<String, String> attributes) {
    out.accept(start(name, attributes) + "/>");
  }

  void text(String name, Map<String, String> attributes, String text) {
    out.accept(start(name, attributes) + ">" + escaped(text) + "</" + name + ">");
  }

  private String line() {
    return "\n" + "  ".repeat(open.size());
  }

  private String start(String name, Map<String, String> attributes) {
    StringBuilder start = new StringBuilder(line()).append('<').append(name);
    attributes.forEach(
        (key, value) -> {
          // Readers turn a line end in an attribute into a space anyway.
          String text = escaped(value.replaceAll("[\n\r\t]", " ")).replace("\"", "&quot;");
          start.append(' ').append(key).append("=\"").append(text).append('"');
        });
    return start.toString();
  }

  private static String escaped(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().map(c -> isChar(c) ? c : 0xFFFD).forEach(clean::appendCodePoint);
    String plain = clean.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return Printable.escaped(plain, c -> c < ' ' ? Character.toString(c) : "&#" + (int) c + ";");
  }

  /** The characters of XML 1.0 (production 2), except the one that readers take for a line feed. */
  private static boolean isChar(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c < 0xD800)
        || (c >= 0xE000 && c < 0xFFFE)
        || c > 0xFFFF;
  }
}
