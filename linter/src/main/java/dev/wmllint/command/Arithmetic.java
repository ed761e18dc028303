package dev.wmllint.command;

import dev.wmllint.command.WordPart.VariableUse;
import dev.wmllint.text.Span;

/** The inside of {@code $((…))} and {@code ((…))}: only its variables matter. */
final class Arithmetic {
  private final ShellText text;
  private final WordReader words;

  Arithmetic(ShellText text, WordReader words) {
    this.text = text;
    this.words = words;
  }

  /**
   * Offset of the {@code ))} that closes what starts at {@code from}; -1 when there is none, so
   * that the two opening parentheses mean a subshell in a subshell or a substitution.
   */
  static int findEnd(ShellText text, int from) {
    int close = text.closeOf(from, text.end(), '(', ')');
    return close >= 0 && text.charAt(close + 1) == ')' ? close : -1;
  }

  /** Reads up to {@code close}, noting variables that are used and assigned. */
  void read(int close) {
    int before = text.limit(close);
    WordParts ignored = new WordParts(text.position());
    while (!text.atEnd()) {
      char c = text.peek();
      if (c == '$') {
        words.readDollar(ignored, true);
      } else if (c == '`') {
        words.readBackticks(ignored);
      } else if (ShellChars.isDigit(c)) {
        skipNumber();
      } else if (ShellChars.startsName(c)) {
        readVariable();
      } else {
        text.advance(1);
      }
    }
    text.limit(before);
  }

  /** {@code 10}, {@code 0x1f}, {@code 16#ff}. */
  private void skipNumber() {
    while (ShellChars.continuesName(text.peek()) || text.peek() == '#') {
      text.advance(1);
    }
  }

  private void readVariable() {
    int start = text.position();
    while (ShellChars.continuesName(text.peek())) {
      text.advance(1);
    }
    Span span = text.spanFrom(start);
    String name = text.slice(start, span.end());
    if (isAssigned(start, span.end())) {
      text.assign(name);
    } else {
      text.use(new VariableUse(span, name, span, VariableUse.Form.ARITHMETIC));
    }
  }

  private boolean isAssigned(int start, int end) {
    int next = end;
    while (ShellChars.isBlank(text.charAt(next))) {
      next++;
    }
    char operator = text.charAt(next);
    char after = text.charAt(next + 1);
    boolean plain = operator == '=' && after != '=';
    boolean compound = "+-*/%&|^".indexOf(operator) >= 0 && after == '=';
    boolean counted = (operator == '+' || operator == '-') && after == operator;
    boolean shifted =
        (operator == '<' || operator == '>') && after == operator && text.charAt(next + 2) == '=';
    char before = text.charAt(start - 1);
    boolean countedBefore = (before == '+' || before == '-') && text.charAt(start - 2) == before;
    return plain || compound || counted || shifted || countedBefore;
  }
}
