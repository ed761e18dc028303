package dev.wmllint.command;

import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads assignments, words and redirections up to the operator that ends them. */
final class SimpleCommandReader {
  private static final Set<String> ASSIGNING =
      Set.of("declare", "typeset", "local", "export", "readonly", "let", "eval", "alias");

  private final ShellText text;
  private final WordReader words;
  private final HereDocuments hereDocuments;

  SimpleCommandReader(ShellText text, WordReader words, HereDocuments hereDocuments) {
    this.text = text;
    this.words = words;
    this.hereDocuments = hereDocuments;
  }

  /** The command that starts here; empty where none does. */
  Optional<SimpleCommand> read() {
    return read(true);
  }

  /** The redirections that start here, as a command without words. */
  Optional<SimpleCommand> readRedirections() {
    return read(false);
  }

  private Optional<SimpleCommand> read(boolean withWords) {
    List<Assignment> assignments = new ArrayList<>();
    List<Word> found = new ArrayList<>();
    List<Redirection> redirections = new ArrayList<>();
    text.skipSpaces();
    int start = text.position();
    int end = start;
    while (!text.atEnd() && text.peek() != '#') {
      if (atRedirection()) {
        redirections.add(readRedirection());
      } else if (withWords && !atWordEnd()) {
        addWord(words.read(takesArray(found)), assignments, found);
      } else {
        break;
      }
      end = text.position();
      text.skipSpaces();
    }
    return end == start
        ? Optional.empty()
        : Optional.of(new SimpleCommand(new Span(start, end), assignments, found, redirections));
  }

  /** An array's value stands before the program, or after a builtin that assigns. */
  private static boolean takesArray(List<Word> found) {
    return found.isEmpty() || found.get(0).literal().filter(ASSIGNING::contains).isPresent();
  }

  private boolean atWordEnd() {
    boolean processSubstitution = (text.peek() == '<' || text.peek() == '>') && text.peek(1) == '(';
    return ShellChars.endsWord(text.peek()) && !processSubstitution;
  }

  private void addWord(Word word, List<Assignment> assignments, List<Word> found) {
    if (!found.isEmpty()) {
      found.add(word);
      return;
    }
    int prefix = Assignment.prefixLength(word.plainPrefix());
    if (prefix == 0) {
      elementAssignment(word).ifPresentOrElse(assignments::add, () -> found.add(word));
      return;
    }
    String name = word.plainPrefix().substring(0, Assignment.nameLength(word.plainPrefix()));
    assignments.add(new Assignment(name, word.withoutPrefix(prefix)));
    text.assign(name);
  }

  /** {@code NAME[index]=value} of bash, which looks like a pattern up to the equals sign. */
  private Optional<Assignment> elementAssignment(Word word) {
    String written = text.slice(word.span());
    int length = Assignment.nameLength(word.plainPrefix());
    if (length == 0 || !written.startsWith("[", length)) {
      return Optional.empty();
    }
    int start = word.span().start();
    int close = text.closeOf(start + length + 1, word.span().end(), '[', ']') - start;
    if (close < 0
        || (!written.startsWith("=", close + 1) && !written.startsWith("+=", close + 1))) {
      return Optional.empty();
    }
    int valueAt = start + written.indexOf('=', close) + 1;
    List<WordPart> value =
        word.parts().stream().filter(part -> part.span().start() >= valueAt).toList();
    String name = written.substring(0, length);
    text.assign(name);
    return Optional.of(new Assignment(name, new Word(new Span(valueAt, word.span().end()), value)));
  }

  /** {@code >}, {@code 2>}, {@code &>}, but not the process substitution {@code >(…)}. */
  private boolean atRedirection() {
    int at = descriptorLength();
    char operator = text.peek(at);
    if (at == 0 && operator == '&') {
      return text.peek(1) == '>';
    }
    boolean redirects = operator == '<' || operator == '>';
    return redirects && (at > 0 || text.peek(1) != '(');
  }

  /** Length of {@code 2} or {@code {fd}} before an operator. */
  private int descriptorLength() {
    int length = 0;
    while (length < 10 && ShellChars.isDigit(text.peek(length))) {
      length++;
    }
    if (length > 0 || text.peek() != '{' || !ShellChars.startsName(text.peek(1))) {
      return length;
    }
    length = 1;
    while (length < MAX_NAME && ShellChars.continuesName(text.peek(length))) {
      length++;
    }
    char next = text.peek(length + 1);
    return text.peek(length) == '}' && (next == '<' || next == '>') ? length + 1 : 0;
  }

  private Redirection readRedirection() {
    int start = text.position();
    text.advance(descriptorLength());
    int operatorStart = text.position();
    String operator = readOperator();
    Span operatorSpan = text.spanFrom(start);
    text.skipSpaces();
    text.operator(operatorStart);
    int targetStart = text.position();
    Word target = words.read();
    if (startsRedirection(operator, target) || text.charAt(targetStart) == '#') {
      // The 2 of "> 2>&1" is the number of the next redirection, and "# x" is a comment.
      text.moveTo(targetStart);
      target = new Word(Span.at(targetStart), List.of());
    }
    if (text.peek() == '(' && target.span().isEmpty()) {
      text.reportLast(
          new Span(operatorStart, operatorSpan.end()),
          "'" + operator + "' has no file after it",
          "write " + operator + "(…) without a space for the output of a command, or quote it");
    } else if (target.span().isEmpty()) {
      text.report(
          new Span(operatorStart, operatorSpan.end()),
          "'" + operator + "' has no file after it",
          "write the file's name after it, or quote it");
    } else if (operator.equals("<<") || operator.equals("<<-")) {
      hereDocuments.announce(target, operator.equals("<<-"));
    }
    return new Redirection(kind(operator, target), target);
  }

  /** Whether a redirection's target is the number of the next redirection. */
  private boolean startsRedirection(String operator, Word target) {
    char next = text.charAt(text.position());
    return !operator.endsWith("&")
        && (next == '<' || next == '>')
        && target.plainPrefix().length() == target.span().length()
        && isNumber(target.plainPrefix());
  }

  private static boolean isNumber(String word) {
    return word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private String readOperator() {
    for (String operator : OPERATORS) {
      if (text.lookingAt(operator)) {
        text.advance(operator.length());
        return operator;
      }
    }
    text.advance(1);
    return "";
  }

  /** Longer names are given to no descriptor. */
  private static final int MAX_NAME = 40;

  /** The longest first. */
  private static final List<String> OPERATORS =
      List.of("<<<", "<<-", "&>>", "<<", ">>", "<&", ">&", "<>", ">|", "&>", "<", ">");

  private static Redirection.Kind kind(String operator, Word target) {
    return switch (operator) {
      case "<" -> Redirection.Kind.READ;
      case "<<", "<<-" -> Redirection.Kind.HERE_DOCUMENT;
      case "<<<" -> Redirection.Kind.HERE_STRING;
      case "<&" -> Redirection.Kind.DUPLICATE;
      case ">&" -> isDescriptor(target) ? Redirection.Kind.DUPLICATE : Redirection.Kind.WRITE;
      default -> Redirection.Kind.WRITE;
    };
  }

  /** {@code >& file} writes a file, {@code >&2} and {@code >&-} do not. */
  private static boolean isDescriptor(Word target) {
    return target.literal().filter(value -> value.equals("-") || isNumber(value)).isPresent();
  }
}
