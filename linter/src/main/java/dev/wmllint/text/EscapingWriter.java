package dev.wmllint.text;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * JSON that may be printed: what would act on a terminal, or in the log of a CI system, is escaped.
 * Such characters are in strings only, so that the JSON says the same.
 */
final class EscapingWriter extends FilterWriter {
  private final LogCommand command = new LogCommand();

  EscapingWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int c) throws IOException {
    write(new char[] {(char) c}, 0, 1);
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    write(text.substring(from, from + length).toCharArray(), 0, length);
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    int start = from;
    for (int i = from; i < from + length; i++) {
      // The line ends between the strings are the only control characters that are not escaped.
      boolean acts = text[i] > ' ' && Printable.acts(text[i]);
      if (command.isOpenedBy(text[i]) || acts) {
        out.write(text, start, i - start);
        out.write(String.format(Locale.ROOT, "\\u%04x", (int) text[i]));
        start = i + 1;
      }
    }
    out.write(text, start, from + length - start);
  }
}
