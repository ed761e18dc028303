package dev.wmllint.command;

import dev.wmllint.command.WordPart.Expansion;
import dev.wmllint.command.WordPart.VariableUse;
import dev.wmllint.command.WordPart.VariableUse.Form;
import dev.wmllint.text.Message;
import dev.wmllint.text.Span;

/** Reads {@code $NAME} and {@code ${NAME…}} (POSIX 2.6.2 and the bash manual, 3.5.3). */
final class ParameterReader {
  /** What may follow the name in braces. */
  private static final String OPERATORS = "}:-=?+%#/^,@[~*";

  private final ShellText text;
  private final WordReader words;

  ParameterReader(ShellText text, WordReader words) {
    this.text = text;
    this.words = words;
  }

  /** Reads {@code $NAME} or {@code $1}; the char after the dollar starts one of them. */
  WordPart readBare() {
    int start = text.position();
    text.advance(1);
    if (!ShellChars.startsName(text.peek())) {
      text.advance(1);
      return new Expansion(text.spanFrom(start));
    }
    Span name = text.readName();
    return use(start, name, Form.PLAIN);
  }

  /** Reads {@code ${…}}. */
  WordPart readBraced(boolean quoted) {
    int start = text.position();
    text.advance(2);
    if (!text.enter()) {
      return new Expansion(text.spanFrom(start));
    }
    WordPart part = readBody(start, quoted);
    text.leave();
    return part;
  }

  private WordPart readBody(int start, boolean quoted) {
    boolean prefixed =
        (text.peek() == '#' || text.peek() == '!') && ShellChars.startsName(text.peek(1));
    if (prefixed) {
      text.advance(1);
    }
    if (!ShellChars.startsName(text.peek())) {
      boolean parameter = ShellChars.isSpecialParameter(text.peek());
      if (parameter) {
        text.advance(1);
      }
      if (skipToBrace(start, quoted) && !parameter) {
        reportBad(start);
      }
      return new Expansion(text.spanFrom(start));
    }
    Span name = text.readName();
    char next = text.peek();
    if (ShellChars.isBlank(next) && !isClosed()) {
      // No form has a space here: reading on after the name finds the mistakes after it, too.
      reportUnclosed(start, name);
      return use(start, name, Form.OTHER);
    }
    if (!text.atEnd() && OPERATORS.indexOf(next) < 0) {
      if (skipToBrace(start, quoted)) {
        reportBad(start);
      }
      return new Expansion(text.spanFrom(start));
    }
    Form form = prefixed && next == '}' ? Form.OTHER : form();
    if (form == Form.WITH_DEFAULT && (text.peek() == '=' || text.peek(1) == '=')) {
      text.assign(text.slice(name));
    }
    boolean pattern = form == Form.OTHER;
    return use(start, name, skipToBrace(start, quoted && !pattern) ? form : Form.OTHER);
  }

  private VariableUse use(int start, Span nameSpan, Form form) {
    String name = text.slice(nameSpan);
    VariableUse use = new VariableUse(text.spanFrom(start), name, nameSpan, form);
    text.use(use);
    return use;
  }

  private Form form() {
    char operator = text.peek() == ':' ? text.peek(1) : text.peek();
    return switch (operator) {
      case '}' -> text.peek() == '}' ? Form.PLAIN : Form.OTHER;
      case '-', '=', '+', '?' -> Form.WITH_DEFAULT;
      case '[', '*', '@' -> Form.ARRAY;
      default -> Form.OTHER;
    };
  }

  /**
   * Reads after the closing brace; false when there is none.
   *
   * @param apostrophesAreText as between double quotes
   */
  private boolean skipToBrace(int start, boolean apostrophesAreText) {
    WordParts ignored = new WordParts(text.position());
    while (!text.atEnd() && text.peek() != '}') {
      char c = text.peek();
      if (c == '\\') {
        text.skipJoins();
        text.moveTo(Math.min(text.position() + 2, text.end()));
      } else if (c == '\'' && !apostrophesAreText) {
        words.readSingleQuoted(ignored);
      } else if (c == '"') {
        words.readDoubleQuoted(ignored);
      } else if (c == '$') {
        words.readDollar(ignored, apostrophesAreText);
      } else if (c == '`') {
        words.readBackticks(ignored);
      } else {
        text.advance(1);
      }
    }
    if (text.atEnd()) {
      text.reportLast(new Span(start, start + 2), "'${' is never closed", "close it with }");
      return false;
    }
    text.advance(1);
    return true;
  }

  /** Whether only spaces are before the closing brace. */
  private boolean isClosed() {
    int ahead = 0;
    while (ShellChars.isBlank(text.peek(ahead))) {
      ahead++;
    }
    return text.peek(ahead) == '}';
  }

  /**
   * What bash and dash accept and fail at; but templates are filled in before, and {@code ${ ls; }}
   * is a substitution of later shells.
   */
  private void reportBad(int start) {
    boolean template = text.charAt(start + 2) == '{';
    if (template && text.peek() == '}') {
      text.advance(1);
    }
    String written = text.slice(start, text.position());
    if (!template && written.indexOf(';') < 0 && written.charAt(2) != '|') {
      text.report(
          text.spanFrom(start),
          Message.ofQuoted(written).text(" is a bad substitution"),
          Message.of("write ${NAME}, without spaces and other characters"));
    }
  }

  private void reportUnclosed(int start, Span name) {
    String reference = "${" + text.slice(name);
    text.report(
        new Span(start, name.end()),
        Message.ofQuoted(reference).text(" is never closed"),
        Message.of("write ").piece(reference + "}"));
  }
}
