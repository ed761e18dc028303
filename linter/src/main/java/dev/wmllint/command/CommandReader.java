package dev.wmllint.command;

import dev.wmllint.command.Compound.Kind;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads lists of commands: and-or lists, pipelines, simple commands (POSIX 2.9, 2.10). */
final class CommandReader {
  /** Words that end the list before them; the reader that opened the list checks which one. */
  private static final Set<String> CLOSERS =
      Set.of("then", "elif", "else", "fi", "do", "done", "esac", "}", "in");

  /** Words that a compound command starts with. */
  private static final Set<String> OPENERS =
      Set.of("{", "if", "while", "until", "for", "select", "case", "[[");

  private static final Set<String> TESTS = Set.of("[", "[[", "test");

  private final ShellText text;
  private final WordReader words;
  private final SimpleCommandReader simpleCommands;
  private final CompoundReader compounds;
  private final HereDocuments hereDocuments;

  CommandReader(ShellText text) {
    this.text = text;
    this.words = new WordReader(text, this);
    this.hereDocuments = new HereDocuments(text, words);
    this.simpleCommands = new SimpleCommandReader(text, words, hereDocuments);
    this.compounds = new CompoundReader(text, this, words);
  }

  /** Reads to the text's end; what closes nothing is reported and passed over. */
  List<Statement> readAll() {
    List<Statement> statements = readList(false);
    while (!text.atEnd()) {
      if (text.peek() == ')') {
        Span closer = new Span(text.position(), text.position() + 1);
        text.reportLast(closer, "')' closes nothing", "remove it, or quote it: \")\"");
        text.advance(1);
      } else {
        reportStray(passOverReservedWord());
      }
      statements.addAll(readList(false));
    }
    hereDocuments.readBodies();
    return statements;
  }

  /**
   * Reads up to the {@code )} that closes a subshell or a substitution, or to the end. A stray
   * {@code done} or the like is only a mistake of its own when the {@code )} comes: without one it
   * belongs to a construct outside, and the parenthesis is what is wrong.
   */
  List<Statement> readUntilParenthesis() {
    List<Statement> statements = readList(false);
    if (text.atEnd() || text.peek() == ')') {
      return statements;
    }
    boolean wasSilent = text.silence(true);
    Span stray = passOverReservedWord();
    statements.addAll(readList(false));
    while (!text.atEnd() && text.peek() != ')') {
      passOverReservedWord();
      statements.addAll(readList(false));
    }
    text.silence(wasSilent);
    if (!text.atEnd()) {
      reportStray(stray);
    }
    return statements;
  }

  private Span passOverReservedWord() {
    int start = text.position();
    text.advance(Math.max(1, reservedWord().length()));
    return text.spanFrom(start);
  }

  private void reportStray(Span word) {
    String written = text.joined(word);
    String opener =
        switch (written) {
          case "then", "elif", "else", "fi" -> "if";
          case "do", "done" -> "for or while";
          case "esac" -> "case";
          case "in" -> "for or case";
          default -> "{";
        };
    text.reportLast(word, "'" + written + "' belongs to nothing", "no " + opener + " is open here");
  }

  /**
   * Reads statements up to a {@code )}, to one of the {@link #CLOSERS}, or to the end.
   *
   * @param endsAtDoubleSemicolon whether {@code ;;} ends the list too, as in a case's branch
   */
  List<Statement> readList(boolean endsAtDoubleSemicolon) {
    List<Statement> statements = new ArrayList<>();
    while (true) {
      skipEmptyLines();
      if (text.atEnd() || text.peek() == ')' || CLOSERS.contains(reservedWord())) {
        return statements;
      }
      if (endsAtDoubleSemicolon && text.lookingAt(";&")) {
        return statements;
      }
      if (text.lookingAt(";;")) {
        if (endsAtDoubleSemicolon) {
          return statements;
        }
        Span operator = new Span(text.position(), text.position() + 2);
        text.reportLast(operator, "';;' outside of a case", "a single ; separates commands");
        text.advance(2);
      } else if (atOperator()) {
        Span operator = readOperatorSpan();
        String written = text.joined(operator);
        text.reportLast(
            operator,
            "'" + written + "' has nothing before it",
            "write the command that comes before, or remove it");
        passOverOperators();
      } else {
        readStatement(statements);
      }
    }
  }

  private void readStatement(List<Statement> statements) {
    List<Statement> andOr = readAndOr();
    if (text.peek() == '&') {
      readOperatorSpan();
      statements.add(new Compound(Kind.BACKGROUND, andOr));
      return;
    }
    statements.addAll(andOr);
    if (text.peek() == ';' && text.peek(1) != ';' && text.peek(1) != '&') {
      text.advance(1);
    }
  }

  /**
   * Reads {@code a && b || c}. What follows {@code ||}, or a test, runs only perhaps; what follows
   * another {@code &&} is meant to run.
   */
  private List<Statement> readAndOr() {
    List<Statement> all = readPipeline();
    List<Statement> afterTest = new ArrayList<>();
    boolean test = all.size() == 1 && isTest(all.get(0));
    List<Statement> target = all;
    while (text.lookingAt("&&") || text.lookingAt("||")) {
      boolean or = text.peek() == '|';
      List<Statement> next = commandFollows() ? readPipeline() : List.of();
      if (or) {
        target.add(new Compound(Kind.BRANCH, next));
      } else {
        if (test) {
          target = afterTest;
        }
        target.addAll(next);
      }
    }
    if (!afterTest.isEmpty()) {
      all.add(new Compound(Kind.BRANCH, afterTest));
    }
    return all;
  }

  private static boolean isTest(Statement statement) {
    return statement instanceof SimpleCommand command
        && command.firstWord().flatMap(Word::literal).filter(TESTS::contains).isPresent();
  }

  private List<Statement> readPipeline() {
    List<Statement> first = readCommand();
    if (text.peek() != '|' || text.lookingAt("||")) {
      return first;
    }
    List<Statement> pipeline = new ArrayList<>();
    Kind kind = Kind.PIPE_START;
    List<Statement> member = first;
    while (text.peek() == '|' && !text.lookingAt("||")) {
      pipeline.add(new Compound(kind, member));
      kind = Kind.PIPED;
      member = commandFollows() ? readMember() : List.of();
    }
    pipeline.add(new Compound(kind, member));
    return pipeline;
  }

  /** Reads a later command of a pipeline: only the whole of it can be negated (POSIX 2.9.2). */
  private List<Statement> readMember() {
    if (isWord("!")) {
      Span negation = new Span(text.position(), text.position() + 1);
      text.report(negation, "'!' inside a pipeline", "put it before the whole pipeline");
    }
    return readCommand();
  }

  /**
   * Reads an operator that needs a command after it, and the line ends that may follow it. Whether
   * there is a command.
   */
  private boolean commandFollows() {
    Span operator = readOperatorSpan();
    skipEmptyLines();
    if (atCommand()) {
      return true;
    }
    text.report(
        operator,
        "'" + text.joined(operator) + "' has nothing after it",
        "write the command that comes next, or remove it");
    passOverOperators();
    return atCommand();
  }

  /** Of several operators in a row only the first is worth a message. */
  private void passOverOperators() {
    skipEmptyLines();
    while (atOperator() && !text.lookingAt(";;")) {
      readOperatorSpan();
      skipEmptyLines();
    }
  }

  private boolean atCommand() {
    return !text.atEnd()
        && text.peek() != ')'
        && !atOperator()
        && !CLOSERS.contains(reservedWord());
  }

  private boolean atOperator() {
    char c = text.peek();
    return c == ';' || c == '|' || (c == '&' && text.peek(1) != '>');
  }

  private Span readOperatorSpan() {
    text.skipJoins();
    int start = text.position();
    text.operator(start);
    boolean two =
        text.lookingAt("&&")
            || text.lookingAt("||")
            || text.lookingAt("|&")
            || text.lookingAt(";;");
    text.advance(two ? 2 : 1);
    return text.spanFrom(start);
  }

  private List<Statement> readCommand() {
    text.skipSpaces();
    String word = reservedWord();
    while (word.equals("!") || word.equals("time") || word.equals("coproc")) {
      int start = text.position();
      text.advance(word.length());
      text.skipSpaces();
      if (word.equals("time") && text.lookingAt("-p")) {
        text.advance(2);
        text.skipSpaces();
      } else if (word.equals("coproc")) {
        passOverName();
      } else if (word.equals("!") && atOperator() && text.peek() != ';') {
        text.reportLast(
            new Span(start, start + 1),
            "'!' has nothing after it",
            "write the command that is negated, or remove it");
      }
      word = reservedWord();
      if (CLOSERS.contains(word)) {
        return List.of();
      }
    }
    Optional<Statement> compound = compounds.read(word);
    if (compound.isPresent()) {
      return afterCompound(compound.get());
    }
    List<Statement> result = new ArrayList<>();
    simpleCommands.read().ifPresent(result::add);
    return functionBody(result);
  }

  /** Passes over the name of a coprocess, which only a compound command can have. */
  private void passOverName() {
    int start = text.position();
    String name = text.joined(text.readName());
    text.skipSpaces();
    if (ShellChars.isName(name)
        && !OPENERS.contains(name)
        && (text.peek() == '(' || OPENERS.contains(reservedWord()))) {
      text.assign(name);
    } else {
      text.moveTo(start);
    }
  }

  /** A compound's redirections; before a word after it a separator is missing. */
  private List<Statement> afterCompound(Statement compound) {
    List<Statement> result = new ArrayList<>();
    result.add(compound);
    if (compound instanceof FunctionDefinition function && function.body().isEmpty()) {
      // A simple command is a body for dash, and "function" a word.
      return result;
    }
    Optional<SimpleCommand> redirections = simpleCommands.readRedirections();
    redirections.ifPresent(result::add);
    text.skipSpaces();
    boolean separated =
        text.atEnd()
            || text.peek() == '\n'
            || text.peek() == ')'
            || atOperator()
            || text.peek() == '#'
            || (redirections.isEmpty() && CLOSERS.contains(reservedWord()));
    if (!separated) {
      int start = text.position();
      int end = start;
      while (end < text.end() && !ShellChars.endsWord(text.charAt(end))) {
        end++;
      }
      text.reportLast(
          new Span(start, Math.max(end, start + 1)),
          "a new command starts here without a separator",
          "put && or ; before it");
    }
    return result;
  }

  /** Turns {@code name ()}, which has been read up to the parenthesis, into a function. */
  private List<Statement> functionBody(List<Statement> read) {
    if (text.peek() != '(' || read.size() != 1) {
      return read;
    }
    Optional<Statement> function = compounds.readFunctionAfter((SimpleCommand) read.get(0));
    if (function.isPresent()) {
      return afterCompound(function.get());
    }
    int start = text.position();
    text.advance(1);
    text.reportLast(
        text.spanFrom(start),
        "'(' in the middle of a command",
        "quote what it belongs to: \"(…)\"");
    return read;
  }

  /**
   * The reserved word that starts here, as far as it matters here (POSIX 2.4); empty when there is
   * none. Quoted ones are ordinary words.
   */
  String reservedWord() {
    StringBuilder word = new StringBuilder();
    while (word.length() < 9 && isReservedChar(text.peek(word.length()))) {
      word.append(text.peek(word.length()));
    }
    return endsWord(word.length()) ? word.toString() : "";
  }

  /** Whether a word ends before the char that is {@code length} ahead. */
  private boolean endsWord(int length) {
    return text.endsBefore(length) || ShellChars.endsWord(text.peek(length));
  }

  private static boolean isReservedChar(char c) {
    return (c >= 'a' && c <= 'z') || c == '{' || c == '}' || c == '!' || c == '[';
  }

  /** Whether {@code word} is here as a word of its own. */
  boolean isWord(String word) {
    return text.lookingAt(word) && endsWord(word.length());
  }

  /** Passes over spaces, comments, line ends and the here-documents after them. */
  void skipEmptyLines() {
    while (true) {
      text.skipSpaces();
      if (text.peek() == '#') {
        text.skipComment();
      } else if (text.peek() == '\n') {
        text.advance(1);
        hereDocuments.readBodies();
      } else {
        return;
      }
    }
  }
}
