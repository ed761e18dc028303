package dev.wmllint.command;

import dev.wmllint.command.WordPart.VariableUse;
import dev.wmllint.text.Message;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text under the readers, how far they are, and what they have found besides the words.
 *
 * <p>A backslash before a line end joins two lines before anything is read (POSIX 2.2.1): {@link
 * #peek}, {@link #advance}, {@link #lookingAt} and {@link #atEnd} see nothing there. Where it means
 * itself, in quotes, comments and here-documents, {@link #charAt} sees it.
 */
final class ShellText {
  /** {@code shopt -s extglob}: bash knows the patterns from the next line on. */
  private static final Pattern EXTGLOB = Pattern.compile("shopt\\s[^\\n]*\\bextglob\\b[^\\n]*\\n");

  /** Deeper nesting is not read any further: it would cost stack, and does not occur. */
  static final int MAX_DEPTH = 50;

  private final String text;
  private int position;
  private int end;
  private int depth;
  private int quotedExpansions;
  private boolean silent;
  private int tests;
  private final int extglobFrom;

  private final List<VariableUse> variables = new ArrayList<>();
  private final Set<String> assigned = new HashSet<>();
  private final Set<String> functions = new HashSet<>();
  private final List<SyntaxProblem> problems = new ArrayList<>();
  private final List<Span> comments = new ArrayList<>();
  private final List<Word> listed = new ArrayList<>();
  private final Set<Integer> operators = new HashSet<>();

  ShellText(String text) {
    this.text = text;
    this.end = text.length();
    Matcher extglob = EXTGLOB.matcher(text.contains("extglob") ? text : "");
    this.extglobFrom = extglob.find() ? extglob.end() : Integer.MAX_VALUE;
  }

  int position() {
    return position;
  }

  void moveTo(int offset) {
    position = offset;
  }

  /** Passes over so many chars, and over the joins before each of them. */
  void advance(int count) {
    for (int i = 0; i < count; i++) {
      position = afterJoins(position) + 1;
    }
  }

  boolean atEnd() {
    return afterJoins(position) >= end;
  }

  int end() {
    return end;
  }

  /** Lets the text end earlier for a while; returns where it ended before. */
  int limit(int earlier) {
    int before = end;
    end = earlier;
    return before;
  }

  /** The char {@code ahead} of the position; NUL after the end. */
  char peek(int ahead) {
    return charAt(offset(ahead));
  }

  char peek() {
    return charAt(afterJoins(position));
  }

  /** Whether the text ends before the char {@code ahead} of the position. */
  boolean endsBefore(int ahead) {
    return offset(ahead) >= end;
  }

  /** The char at an offset, be it part of a join; NUL after the end. */
  char charAt(int offset) {
    return offset < end && offset >= 0 ? text.charAt(offset) : '\0';
  }

  boolean lookingAt(String expected) {
    int at = afterJoins(position);
    for (int i = 0; i < expected.length(); i++) {
      if (at >= end || text.charAt(at) != expected.charAt(i)) {
        return false;
      }
      at = afterJoins(at + 1);
    }
    return true;
  }

  /** Offset of the bracket that closes one that has been opened before {@code from}; or -1. */
  int closeOf(int from, int to, char opener, char closer) {
    int open = 0;
    for (int i = from; i < Math.min(to, end); i++) {
      char c = text.charAt(i);
      if (c == opener) {
        open++;
      } else if (c == closer && open-- == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Whether what is still to be read holds {@code part}. */
  boolean holds(String part) {
    int at = text.indexOf(part, position);
    return at >= 0 && at < end;
  }

  /** Passes over spaces and joined line ends. */
  void skipSpaces() {
    skipJoins();
    while (ShellChars.isBlank(peek())) {
      advance(1);
      skipJoins();
    }
  }

  /** Passes over a comment, up to the end of its line. */
  void skipComment() {
    int start = position;
    while (position < end && text.charAt(position) != '\n') {
      position++;
    }
    comments.add(spanFrom(start));
  }

  void skipJoins() {
    position = afterJoins(position);
  }

  /** Passes over the name that starts here; empty when none does. */
  Span readName() {
    int start = position;
    while (ShellChars.continuesName(peek())) {
      advance(1);
    }
    return spanFrom(start);
  }

  private int offset(int ahead) {
    int at = afterJoins(position);
    for (int i = 0; i < ahead; i++) {
      at = afterJoins(at + 1);
    }
    return at;
  }

  private int afterJoins(int offset) {
    int at = offset;
    while (charAt(at) == '\\') {
      int line = charAt(at + 1) == '\r' ? at + 2 : at + 1;
      if (charAt(line) != '\n') {
        return at;
      }
      at = line + 1;
    }
    return at;
  }

  String slice(Span span) {
    return span.of(text);
  }

  /** A keyword or an operator as it is read: without joins. */
  String joined(Span span) {
    return slice(span).replace("\\\n", "").replace("\\\r\n", "");
  }

  String slice(int from, int to) {
    return text.substring(from, to);
  }

  Span spanFrom(int start) {
    return new Span(start, position);
  }

  /** One level deeper, unless that is too deep: then the rest of the text is given up. */
  boolean enter() {
    if (depth >= MAX_DEPTH) {
      giveUp();
      position = end;
      return false;
    }
    depth++;
    return true;
  }

  void leave() {
    depth--;
  }

  /** Notes that what follows is in an expansion between double quotes. */
  void enterQuotedExpansion() {
    quotedExpansions++;
  }

  void leaveQuotedExpansion() {
    quotedExpansions--;
  }

  /** Whether a double quote around the position waits for its end. */
  boolean inQuotedExpansion() {
    return quotedExpansions > 0;
  }

  /** Notes that what follows is inside of {@code [[ … ]]}, where bash knows all its patterns. */
  void enterTest() {
    tests++;
  }

  void leaveTest() {
    tests--;
  }

  /** Whether bash knows the patterns of extglob here: {@code !(x)}. */
  boolean knowsExtglob() {
    return tests > 0 || position >= extglobFrom;
  }

  /** A mistake after which reading goes on as if it were not there. */
  void report(Span span, String message, String help) {
    report(span, Message.of(message), Message.of(help));
  }

  /** The same, in words that quote the command. */
  void report(Span span, Message message, Message help) {
    if (!silent) {
      problems.add(new SyntaxProblem(span, message, help));
    }
  }

  /** A mistake whose consequences reach to the end of the text: nothing else is reported. */
  void reportLast(Span span, String message, String help) {
    report(span, message, help);
    giveUp();
  }

  /** From here on nothing is reported. */
  void giveUp() {
    silent = true;
  }

  /** Keeps quiet for a while; returns whether it was quiet before. */
  boolean silence(boolean wanted) {
    boolean before = silent;
    silent = wanted;
    return before;
  }

  void use(VariableUse variable) {
    variables.add(variable);
  }

  void assign(String name) {
    assigned.add(name);
  }

  /** Notes a word of the list of a {@code for}. */
  void list(Word word) {
    listed.add(word);
  }

  /** Notes an operator outside of all quotes, by its first char. */
  void operator(int offset) {
    operators.add(offset);
  }

  void defineFunction(String name) {
    functions.add(name);
  }

  /** In order of their place: a here-document is read after the rest of its line. */
  List<VariableUse> variables() {
    variables.sort((a, b) -> a.span().compareTo(b.span()));
    return variables;
  }

  List<Span> comments() {
    return comments;
  }

  List<Word> listed() {
    return listed;
  }

  Set<Integer> operators() {
    return operators;
  }

  Set<String> assigned() {
    return assigned;
  }

  Set<String> functions() {
    return functions;
  }

  List<SyntaxProblem> problems() {
    problems.sort((a, b) -> a.span().compareTo(b.span()));
    return problems;
  }
}
