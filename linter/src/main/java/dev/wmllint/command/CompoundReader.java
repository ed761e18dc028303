package dev.wmllint.command;

import dev.wmllint.command.Compound.Kind;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads compound commands (POSIX 2.9.4 and those of bash) and function definitions. */
final class CompoundReader {
  private final ShellText text;
  private final CommandReader commands;
  private final WordReader words;

  CompoundReader(ShellText text, CommandReader commands, WordReader words) {
    this.text = text;
    this.commands = commands;
    this.words = words;
  }

  /**
   * The compound command that starts here; empty where a simple one does.
   *
   * @param word the reserved word that is here, or an empty string
   */
  Optional<Statement> read(String word) {
    if (text.peek() == '(') {
      return Optional.of(readParenthesis());
    }
    return switch (word) {
      case "{" -> Optional.of(nested(this::readGroup));
      case "if" -> Optional.of(nested(this::readIf));
      case "while", "until" -> Optional.of(nested(this::readWhile));
      case "for", "select" -> Optional.of(nested(this::readFor));
      case "case" -> Optional.of(nested(this::readCase));
      case "[[" -> text.holds("]]") ? Optional.of(readTest()) : Optional.empty();
      case "function" -> Optional.of(readFunction());
      default -> Optional.empty();
    };
  }

  /** Reads what follows a reserved word that is here. */
  private Statement nested(Function<Span, Statement> body) {
    int start = text.position();
    text.advance(commands.reservedWord().length());
    Span opener = text.spanFrom(start);
    return nested(opener, body);
  }

  private Statement nested(Span opener, Function<Span, Statement> body) {
    if (!text.enter()) {
      return new Compound(Kind.GROUP, List.of());
    }
    Statement statement = body.apply(opener);
    text.leave();
    return statement;
  }

  private Statement readParenthesis() {
    int start = text.position();
    int arithmeticEnd = text.charAt(start + 1) == '(' ? Arithmetic.findEnd(text, start + 2) : -1;
    if (arithmeticEnd >= 0) {
      text.moveTo(start + 2);
      new Arithmetic(text, words).read(arithmeticEnd);
      text.moveTo(arithmeticEnd + 2);
      return new Compound(Kind.GROUP, List.of());
    }
    text.moveTo(start + 1);
    return nested(new Span(start, start + 1), this::readSubshell);
  }

  private Statement readSubshell(Span opener) {
    commands.skipEmptyLines();
    reportEmptyBefore(opener, ")");
    List<Statement> body = commands.readUntilParenthesis();
    if (text.atEnd()) {
      text.reportLast(opener, "'(' is never closed", "close it with )");
    } else {
      text.advance(1);
    }
    return new Compound(Kind.SUBSHELL, body);
  }

  private Statement readGroup(Span opener) {
    List<Statement> body = readBody(opener, "}");
    expect("}", opener, "'{' is never closed", "close it with ; } (a command of its own)");
    return new Compound(Kind.GROUP, body);
  }

  private Statement readIf(Span opener) {
    List<Statement> condition = readBody(opener, "then");
    List<Statement> branches = new ArrayList<>(condition);
    if (!expect("then", opener, "'if' has no then", "write ; then after its condition")) {
      return new Compound(Kind.GROUP, branches);
    }
    branches.add(new Compound(Kind.BRANCH, readBody("then", "elif", "else", "fi")));
    while (accept("elif")) {
      List<Statement> branch = new ArrayList<>(readBody("elif", "then"));
      if (!expect("then", opener, "an 'elif' of this 'if' has no then", "write ; then after it")) {
        return new Compound(Kind.GROUP, branches);
      }
      branch.addAll(readBody("then", "elif", "else", "fi"));
      branches.add(new Compound(Kind.BRANCH, branch));
    }
    if (accept("else")) {
      branches.add(new Compound(Kind.BRANCH, readBody("else", "fi")));
    }
    expect("fi", opener, "'if' has no fi", "end it with ; fi");
    return new Compound(Kind.GROUP, branches);
  }

  private Statement readWhile(Span opener) {
    List<Statement> body = new ArrayList<>(readBody(opener, "do"));
    readDo(opener, body);
    return new Compound(Kind.LOOP, body);
  }

  /** Reads {@code do … done}; bash also takes {@code { … }} after a for. */
  private void readDo(Span opener, List<Statement> body) {
    String word = text.joined(opener);
    if (!expect("do", opener, "'" + word + "' has no do", "write ; do before its body")) {
      return;
    }
    body.addAll(readBody("do", "done"));
    expect("done", opener, "'" + word + "' has no done", "end it with ; done");
  }

  /** Reads the body after a keyword that has just been read. */
  private List<Statement> readBody(String keyword, String... closers) {
    int end = text.position();
    return readBody(new Span(end - keyword.length(), end), closers);
  }

  /** Reads a list that must not be empty: comments are nothing. */
  private List<Statement> readBody(Span opener, String... closers) {
    commands.skipEmptyLines();
    for (String closer : closers) {
      reportEmptyBefore(opener, closer);
    }
    return commands.readList(true);
  }

  private void reportEmptyBefore(Span opener, String closer) {
    boolean empty = closer.equals(")") ? text.peek() == ')' : commands.isWord(closer);
    if (empty) {
      text.report(
          opener,
          "nothing is between '" + text.joined(opener) + "' and '" + closer + "'",
          "write a command there; ':' does nothing");
    }
  }

  private Statement readFor(Span opener) {
    text.skipSpaces();
    List<Statement> body = new ArrayList<>();
    if (text.lookingAt("((")) {
      body.add(readParenthesis());
    } else {
      Word name = words.read();
      name.literal().filter(ShellChars::isName).ifPresent(text::assign);
      commands.skipEmptyLines();
      if (accept("in")) {
        readListOfWords(body);
      }
    }
    text.skipSpaces();
    if (text.peek() == ';' && text.peek(1) != ';') {
      text.advance(1);
    }
    commands.skipEmptyLines();
    if (commands.reservedWord().equals("{")) {
      body.add(nested(this::readGroup));
    } else {
      readDo(opener, body);
    }
    return new Compound(Kind.LOOP, body);
  }

  /** Of a for's list only the commands in its substitutions matter. */
  private void readListOfWords(List<Statement> body) {
    text.skipSpaces();
    while (!text.atEnd() && text.peek() != '#') {
      Word word = words.read();
      if (word.span().isEmpty()) {
        return;
      }
      text.list(word);
      addSubstitutions(word, body);
      text.skipSpaces();
    }
  }

  private static void addSubstitutions(Word word, List<Statement> body) {
    word.substitutions()
        .forEach(inner -> body.add(new Compound(Kind.SUBSHELL, inner.statements())));
  }

  private Statement readCase(Span opener) {
    List<Statement> branches = new ArrayList<>();
    text.skipSpaces();
    addSubstitutions(words.read(), branches);
    commands.skipEmptyLines();
    if (!expect("in", opener, "'case' has no in", "write in after its word")) {
      return new Compound(Kind.GROUP, branches);
    }
    commands.skipEmptyLines();
    while (!text.atEnd() && !commands.reservedWord().equals("esac")) {
      if (!readPatterns(opener)) {
        return new Compound(Kind.GROUP, branches);
      }
      branches.add(new Compound(Kind.BRANCH, commands.readList(true)));
      if (!readBranchEnd()) {
        break;
      }
      commands.skipEmptyLines();
    }
    expect("esac", opener, "'case' has no esac", "end it with ;; esac");
    return new Compound(Kind.GROUP, branches);
  }

  /** Reads {@code a | b )}. */
  private boolean readPatterns(Span opener) {
    if (text.peek() == '(') {
      text.advance(1);
    }
    while (true) {
      text.skipSpaces();
      if (words.read().span().isEmpty()) {
        text.reportLast(
            opener, "a pattern of this 'case' is missing", "write pattern) commands ;;");
        return false;
      }
      text.skipSpaces();
      if (text.peek() == ')') {
        text.advance(1);
        return true;
      }
      if (text.peek() == '|') {
        text.advance(1);
      } else {
        text.reportLast(
            opener, "a pattern of this 'case' is not closed", "write pattern) commands ;;");
        return false;
      }
    }
  }

  /** Reads {@code ;;}, {@code ;&} or {@code ;;&}. */
  private boolean readBranchEnd() {
    int length = text.lookingAt(";;&") ? 3 : text.lookingAt(";;") || text.lookingAt(";&") ? 2 : 0;
    text.advance(length);
    return length > 0;
  }

  private Statement readTest() {
    int start = text.position();
    text.advance(2);
    text.enterTest();
    List<Word> found = new ArrayList<>();
    found.add(plainWord(start));
    commands.skipEmptyLines();
    while (!text.atEnd() && !commands.isWord("]]")) {
      int from = text.position();
      Word word = found.get(found.size() - 1).is("=~") ? words.readRegex() : words.read();
      if (word.span().isEmpty()) {
        text.advance(text.lookingAt("&&") || text.lookingAt("||") ? 2 : 1);
        word = plainWord(from);
      }
      found.add(word);
      commands.skipEmptyLines();
    }
    text.leaveTest();
    int closer = text.position();
    if (!text.atEnd()) {
      text.advance(2);
      found.add(plainWord(closer));
    }
    return new SimpleCommand(text.spanFrom(start), List.of(), found, List.of());
  }

  private Word plainWord(int from) {
    Span span = text.spanFrom(from);
    return new Word(span, List.of(new WordPart.Literal(span, text.slice(span), Quoting.NONE)));
  }

  private Statement readFunction() {
    int start = text.position();
    text.advance("function".length());
    Span opener = text.spanFrom(start);
    text.skipSpaces();
    String name = words.read().literal().orElse("");
    text.defineFunction(name);
    text.skipSpaces();
    if (text.peek() == '(') {
      text.advance(1);
      text.skipSpaces();
      if (text.peek() == ')') {
        text.advance(1);
      }
    }
    return readFunctionBody(opener, name);
  }

  /** The function whose name has been read as {@code command}, when {@code ()} is here. */
  Optional<Statement> readFunctionAfter(SimpleCommand command) {
    int start = text.position();
    text.advance(1);
    text.skipSpaces();
    boolean definition =
        command.words().size() == 1
            && command.assignments().isEmpty()
            && command.redirections().isEmpty()
            && text.peek() == ')';
    if (!definition) {
      text.moveTo(start);
      return Optional.empty();
    }
    text.advance(1);
    String name = command.words().get(0).literal().orElse("");
    text.defineFunction(name);
    return Optional.of(readFunctionBody(command.span(), name));
  }

  private Statement readFunctionBody(Span opener, String name) {
    commands.skipEmptyLines();
    Optional<Statement> body = read(commands.reservedWord());
    if (body.isEmpty() && text.atEnd()) {
      text.reportLast(opener, "this function has no body", "write { …; } after it");
    }
    return new FunctionDefinition(name, body.stream().toList());
  }

  private boolean accept(String word) {
    if (!commands.reservedWord().equals(word)) {
      return false;
    }
    text.advance(word.length());
    return true;
  }

  /** Reads {@code word}; a mistake at {@code opener} when something else is here. */
  private boolean expect(String word, Span opener, String message, String help) {
    if (accept(word)) {
      return true;
    }
    text.reportLast(opener, message, help);
    return false;
  }
}
