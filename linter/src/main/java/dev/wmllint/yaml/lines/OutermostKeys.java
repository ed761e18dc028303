package dev.wmllint.yaml.lines;

import dev.wmllint.text.SourceText;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys of the outermost mapping of a text that cannot be read, or need not be. */
public final class OutermostKeys {
  private static final Pattern WORD = Pattern.compile("[\\w-]+");

  private final String text;
  private final Set<String> keys = new HashSet<>();

  private OutermostKeys(String text) {
    this.text = text;
  }

  /** Those in the lines that are indented least, or at the first level of the outermost brace. */
  public static Set<String> of(SourceText source) {
    OutermostKeys outermost = new OutermostKeys(source.text());
    int start = Chars.skipTrivia(source.text(), 0);
    // Two braces begin a template, and not a mapping.
    boolean flow = source.text().startsWith("{", start) && !source.text().startsWith("{{", start);
    if (flow) {
      outermost.inBraces(start);
    } else {
      outermost.inLines(LineReader.of(source));
    }
    return outermost.keys;
  }

  private void inLines(LineReader reader) {
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < reader.lines().count(); i++) {
      TextLine line = reader.line(i);
      boolean counts = !line.isNothing() && !line.isMarker();
      if (counts && line.column() < least) {
        least = line.column();
        keys.clear();
      }
      if (counts && line.column() == least) {
        word(line.content(), line.end());
      }
    }
  }

  private void inBraces(int start) {
    int depth = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean starts = c == '{' || c == ',';
      depth += Chars.isOpening(c) ? 1 : Chars.isClosing(c) ? -1 : 0;
      if (starts && depth == 1) {
        word(i + 1, text.length());
      }
      if (c == '"') {
        int close = Chars.closingQuote(text, i, text.length());
        i = close < 0 ? i : close;
      }
    }
  }

  /** The first word from an offset on, maybe in quotes and after other marks. */
  private void word(int from, int end) {
    Matcher word = WORD.matcher(text).region(from, end);
    if (word.find() && word.start() - from < 40) {
      keys.add(word.group());
    }
  }
}
