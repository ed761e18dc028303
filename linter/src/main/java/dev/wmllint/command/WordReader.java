package dev.wmllint.command;

import dev.wmllint.command.WordPart.Expansion;
import dev.wmllint.command.WordPart.Substitution;
import dev.wmllint.text.Span;
import java.util.List;

/** Reads words: quotes, escapes, expansions. */
final class WordReader {
  /** Longer subscripts are not read as such. */
  private static final int MAX_SUBSCRIPT = 1_000;

  private final ShellText text;
  private final CommandReader commands;
  private final ParameterReader parameters;
  private boolean arrays;

  WordReader(ShellText text, CommandReader commands) {
    this.text = text;
    this.commands = commands;
    this.parameters = new ParameterReader(text, this);
  }

  /** Reads the word that starts here; it is empty where none does. */
  Word read() {
    return read(false);
  }

  /**
   * The same.
   *
   * @param mayBeArray whether {@code NAME=(…)} is a word here
   */
  Word read(boolean mayBeArray) {
    boolean before = arrays;
    arrays = mayBeArray;
    Word word = readHere();
    arrays = before;
    return word;
  }

  private Word readHere() {
    text.skipJoins();
    int start = text.position();
    WordParts parts = new WordParts(start);
    if (text.peek() == '~') {
      readTilde(parts);
    }
    int end = text.position();
    while (!text.atEnd() && readUnquoted(parts)) {
      end = text.position();
    }
    // A join after the last char belongs to nothing.
    text.moveTo(end);
    return new Word(text.spanFrom(start), parts.finish());
  }

  /** Reads one unquoted piece; false where the word ends. */
  private boolean readUnquoted(WordParts parts) {
    text.skipJoins();
    char c = text.peek();
    switch (c) {
      case '\\' -> readEscape(parts);
      case '\'' -> readSingleQuoted(parts);
      case '"' -> readDoubleQuoted(parts);
      case '$' -> readDollar(parts, false);
      case '`' -> readBackticks(parts);
      case '*', '?' -> readGlob(parts);
      case '[' -> readBracket(parts);
      case '{' -> {
        parts.openBrace(text.position());
        readPlain(parts, Quoting.NONE);
      }
      case '}' -> {
        readPlain(parts, Quoting.NONE);
        parts.closeBrace(text.position());
      }
      case ',' -> {
        parts.separateInBrace();
        readPlain(parts, Quoting.NONE);
      }
      case '.' -> {
        if (text.peek(1) == '.') {
          parts.separateInBrace();
        }
        readPlain(parts, Quoting.NONE);
      }
      case '(' -> {
        return readParenthesis(parts);
      }
      case '<', '>' -> {
        if (text.peek(1) != '(') {
          return false;
        }
        readSubstitution(parts, 2);
      }
      default -> {
        if (ShellChars.endsWord(c)) {
          return false;
        }
        readPlain(parts, Quoting.NONE);
      }
    }
    return true;
  }

  /** Reads one char as it is written. */
  private void readPlain(WordParts parts, Quoting quoting) {
    int start = text.position();
    parts.literal(start, start + 1, text.charAt(start), quoting);
    text.moveTo(start + 1);
  }

  private void readTilde(WordParts parts) {
    int start = text.position();
    text.advance(1);
    while (ShellChars.continuesName(text.peek()) || text.peek() == '-' || text.peek() == '.') {
      text.advance(1);
    }
    char next = text.peek();
    if (text.atEnd() || next == '/' || ShellChars.endsWord(next)) {
      parts.add(new Expansion(text.spanFrom(start), true));
    } else {
      text.moveTo(start);
      readPlain(parts, Quoting.NONE);
    }
  }

  private void readEscape(WordParts parts) {
    int start = text.position();
    if (start + 1 >= text.end()) {
      text.report(
          new Span(start, start + 1),
          "the command ends with a backslash",
          "remove it, or write what follows");
      text.moveTo(start + 1);
    } else {
      parts.literal(start, start + 2, text.charAt(start + 1), Quoting.BACKSLASH);
      text.moveTo(start + 2);
    }
  }

  void readSingleQuoted(WordParts parts) {
    text.skipJoins();
    int open = text.position();
    text.advance(1);
    parts.openQuotes(text.position(), Quoting.SINGLE);
    while (text.position() < text.end() && text.charAt(text.position()) != '\'') {
      readPlain(parts, Quoting.SINGLE);
    }
    closeQuote('\'', open);
  }

  private void closeQuote(char quote, int open) {
    if (text.position() < text.end()) {
      text.moveTo(text.position() + 1);
      return;
    }
    if (quote == '"' && text.inQuotedExpansion()) {
      // As in "$(date": the quote was meant to close the outer one, the expansion is unclosed.
      return;
    }
    boolean apostrophe = quote == '\'' && Character.isLetter(text.charAt(open - 1));
    text.reportLast(
        new Span(open, open + 1),
        "the quote " + quote + " is never closed",
        apostrophe
            ? "write \\' for an apostrophe, or close it with another '"
            : "close it with another " + quote);
  }

  private void readAnsiQuoted(WordParts parts) {
    int open = text.position();
    text.advance(2);
    parts.openQuotes(text.position(), Quoting.ANSI_C);
    while (text.position() < text.end() && text.charAt(text.position()) != '\'') {
      int start = text.position();
      if (text.charAt(start) == '\\' && start + 1 < text.end()) {
        parts.literal(start, start + 2, escape(text.charAt(start + 1)), Quoting.ANSI_C);
        text.moveTo(start + 2);
      } else {
        readPlain(parts, Quoting.ANSI_C);
      }
    }
    closeQuote('\'', open + 1);
  }

  /** The escapes of {@code $'…'} (bash manual, 3.1.2.4) that mean one char. */
  private static char escape(char escaped) {
    return switch (escaped) {
      case 'a' -> '\u0007';
      case 'b' -> '\b';
      case 'e', 'E' -> '\u001b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> '\u000b';
      default -> escaped;
    };
  }

  void readDoubleQuoted(WordParts parts) {
    text.skipJoins();
    int open = text.position();
    text.advance(1);
    parts.openQuotes(text.position(), Quoting.DOUBLE);
    while (!text.atEnd() && text.peek() != '"') {
      readInDoubleQuotes(parts);
    }
    text.skipJoins();
    closeQuote('"', open);
  }

  /** Reads one piece as it is read between double quotes and in here-documents. */
  void readInDoubleQuotes(WordParts parts) {
    text.skipJoins();
    char c = text.peek();
    if (c == '$') {
      readDollar(parts, true);
    } else if (c == '`') {
      readBackticks(parts);
    } else if (c == '\\'
        && text.position() + 1 < text.end()
        && "$`\"\\".indexOf(text.charAt(text.position() + 1)) >= 0) {
      int start = text.position();
      parts.literal(start, start + 2, text.charAt(start + 1), Quoting.DOUBLE);
      text.moveTo(start + 2);
    } else if (!text.atEnd()) {
      readPlain(parts, Quoting.DOUBLE);
    }
  }

  /** Reads what starts with a dollar, be it only the dollar. */
  void readDollar(WordParts parts, boolean quoted) {
    text.skipJoins();
    if (quoted) {
      text.enterQuotedExpansion();
    }
    readDollarHere(parts, quoted);
    if (quoted) {
      text.leaveQuotedExpansion();
    }
  }

  private void readDollarHere(WordParts parts, boolean quoted) {
    char next = text.peek(1);
    int close = next == '[' ? closeOfSubscript(text.position() + 2) : -1;
    if (close >= 0) {
      readSubscript(parts, text.position(), text.position() + 2, close);
      return;
    }
    if (next == '(') {
      readDollarParenthesis(parts);
    } else if (next == '{') {
      parts.add(parameters.readBraced(quoted));
    } else if (next == '\'' && !quoted) {
      readAnsiQuoted(parts);
    } else if (next == '"' && !quoted) {
      text.advance(1);
      readDoubleQuoted(parts);
    } else if (ShellChars.startsName(next) || ShellChars.isSpecialParameter(next)) {
      parts.add(parameters.readBare());
    } else {
      readPlain(parts, quoted ? Quoting.DOUBLE : Quoting.NONE);
    }
  }

  private void readDollarParenthesis(WordParts parts) {
    int start = text.position();
    int close = text.charAt(start + 2) == '(' ? Arithmetic.findEnd(text, start + 3) : -1;
    if (close < 0) {
      readSubstitution(parts, 2);
      return;
    }
    text.moveTo(start + 3);
    new Arithmetic(text, this).read(close);
    text.moveTo(close + 2);
    parts.add(new Expansion(text.spanFrom(start)));
  }

  /** Reads {@code $(…)}, {@code <(…)} or {@code >(…)}. */
  private void readSubstitution(WordParts parts, int openLength) {
    int start = text.position();
    text.advance(openLength);
    List<Statement> body = List.of();
    if (text.enter()) {
      body = commands.readUntilParenthesis();
      if (text.atEnd()) {
        Span open = new Span(start, start + openLength);
        text.reportLast(open, "'" + text.slice(open) + "' is never closed", "close it with )");
      } else {
        text.advance(1);
      }
      text.leave();
    }
    parts.add(new Substitution(text.spanFrom(start), body));
  }

  /**
   * Reads {@code `…`}. It ends at the next backtick without a backslash, whatever quotes say (POSIX
   * 2.6.3). What has backslashes that this level of quoting takes away is not looked into.
   */
  void readBackticks(WordParts parts) {
    text.skipJoins();
    int start = text.position();
    int close = start + 1;
    boolean nested = false;
    while (close < text.end() && text.charAt(close) != '`') {
      if (text.charAt(close) == '\\' && close + 1 < text.end()) {
        nested |= "$`\\\"".indexOf(text.charAt(close + 1)) >= 0;
        close++;
      }
      close++;
    }
    if (close >= text.end()) {
      text.reportLast(
          new Span(start, start + 1), "the backtick ` is never closed", "close it with another `");
      text.moveTo(text.end());
      parts.add(new Expansion(text.spanFrom(start)));
      return;
    }
    List<Statement> body = List.of();
    if (!nested && text.enter()) {
      text.advance(1);
      int before = text.limit(close);
      body = commands.readAll();
      text.limit(before);
      text.leave();
    }
    text.moveTo(close + 1);
    parts.add(new Substitution(text.spanFrom(start), body));
  }

  private void readGlob(WordParts parts) {
    parts.add(new Expansion(new Span(text.position(), text.position() + 1)));
    text.advance(1);
  }

  private int closeOfSubscript(int from) {
    return text.closeOf(from, from + MAX_SUBSCRIPT, '[', ']');
  }

  /** Reads {@code $[…]} of bash, or the {@code […]} of {@code NAME[…]=}. */
  private void readSubscript(WordParts parts, int start, int from, int close) {
    text.moveTo(from);
    new Arithmetic(text, this).read(close);
    text.moveTo(close + 1);
    parts.add(new Expansion(text.spanFrom(start)));
  }

  /** {@code [} and {@code [[} alone are commands, every other bracket belongs to a pattern. */
  private void readBracket(WordParts parts) {
    int start = text.position();
    int close = arrays && parts.isName() ? closeOfSubscript(start + 1) : -1;
    boolean assigns =
        text.charAt(close + 1) == '='
            || (text.charAt(close + 1) == '+' && text.charAt(close + 2) == '=');
    if (close >= 0 && assigns) {
      readSubscript(parts, start, start + 1, close);
      return;
    }
    int length = text.peek(1) == '[' ? 2 : 1;
    if (parts.isEmpty() && (text.endsBefore(length) || ShellChars.endsWord(text.peek(length)))) {
      for (int i = 0; i < length; i++) {
        readPlain(parts, Quoting.NONE);
      }
    } else {
      readGlob(parts);
    }
  }

  /** A parenthesis inside a word: an array, or a pattern of bash's extglob. */
  private boolean readParenthesis(WordParts parts) {
    boolean array = arrays && parts.endsWithAssignment();
    boolean pattern = !parts.isEmpty() && "?*+@!".indexOf(text.charAt(text.position() - 1)) >= 0;
    if (!array && !pattern) {
      return false;
    }
    int start = text.position();
    if (pattern && !text.knowsExtglob()) {
      text.report(
          new Span(start - 1, start + 1),
          "'" + text.slice(start - 1, start + 1) + "' starts a pattern that bash does not know yet",
          "write shopt -s extglob on a line of its own before it");
    }
    text.advance(1);
    if (!text.enter()) {
      return false;
    }
    boolean closed = array ? readArray() : readPattern();
    if (!closed) {
      text.reportLast(new Span(start, start + 1), "'(' is never closed", "close it with )");
    }
    text.leave();
    parts.add(new Expansion(text.spanFrom(start)));
    return true;
  }

  private boolean readArray() {
    while (true) {
      commands.skipEmptyLines();
      if (text.atEnd()) {
        return false;
      }
      if (text.peek() == ')') {
        text.advance(1);
        return true;
      }
      int before = text.position();
      read();
      if (text.position() == before) {
        text.advance(1);
      }
    }
  }

  /** Reads the regular expression after {@code =~}: in its parentheses are no operators. */
  Word readRegex() {
    int start = text.position();
    WordParts parts = new WordParts(start);
    int open = 0;
    while (!text.atEnd()) {
      char c = text.peek();
      boolean ends = ShellChars.isBlank(c) || c == '\n' || c == ')';
      if (open == 0 && ends) {
        break;
      }
      if (c == '(' || c == ')' || !readUnquoted(parts)) {
        open += c == '(' ? 1 : c == ')' ? -1 : 0;
        readPlain(parts, Quoting.NONE);
      }
    }
    return new Word(text.spanFrom(start), parts.finish());
  }

  private boolean readPattern() {
    WordParts ignored = new WordParts(text.position());
    while (!text.atEnd()) {
      if (text.peek() == ')') {
        text.advance(1);
        return true;
      }
      if (!readUnquoted(ignored)) {
        text.advance(1);
      }
    }
    return false;
  }
}
