package dev.wmllint.lsp.completion;

import dev.wmllint.text.SourceText;
import java.util.List;

/** The characters that ask for proposals by being typed. */
public final class TriggerCharacters {
  /** All of them, for the server's capabilities. */
  public static final List<String> ALL =
      List.of(" ", ":", "-", "\"", "'", "{", "[", ",", "/", "$", "=");

  /** Behind these a blank begins a key or a value; elsewhere it is only a blank. */
  private static final String BEFORE_BLANK = ":-,{[";

  private TriggerCharacters() {}

  /**
   * Whether the character before the cursor means a question. A blank mostly does not: it indents a
   * line, or separates words.
   *
   * @param offset of the cursor, behind the character
   */
  public static boolean isQuestion(SourceText source, int offset) {
    String text = source.text();
    if (offset < 1 || offset > text.length()) {
      return false;
    }
    boolean blank = text.charAt(offset - 1) == ' ';
    return !blank || (offset > 1 && BEFORE_BLANK.indexOf(text.charAt(offset - 2)) >= 0);
  }
}
