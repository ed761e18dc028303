package dev.wmllint.model;

import java.nio.charset.StandardCharsets;

/** Tells a web page by its first bytes. */
final class HtmlPage {
  private static final String UTF_8_MARK = "\u00EF\u00BB\u00BF";

  private HtmlPage() {}

  /**
   * Whether a page starts here: a document type or an {@code html} tag, in any case, after a byte
   * order mark, white space, comments and an XML declaration.
   */
  static boolean startsWith(byte[] head) {
    // One char per byte: all that is looked for is ASCII.
    String text = new String(head, StandardCharsets.ISO_8859_1);
    int at = text.startsWith(UTF_8_MARK) ? UTF_8_MARK.length() : 0;
    while (true) {
      while (at < text.length() && text.charAt(at) <= ' ') {
        at++;
      }
      boolean comment = text.startsWith("<!--", at);
      if (!comment && !text.startsWith("<?xml ", at)) {
        return isTag(text, at, "<!doctype html") || isTag(text, at, "<html");
      }
      String close = comment ? "-->" : "?>";
      int end = text.indexOf(close, at);
      if (end < 0) {
        return false;
      }
      at = end + close.length();
    }
  }

  private static boolean isTag(String text, int at, String tag) {
    int end = at + tag.length();
    return text.regionMatches(true, at, tag, 0, tag.length())
        && (end == text.length() || text.charAt(end) <= ' ' || text.charAt(end) == '>');
  }
}
