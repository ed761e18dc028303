package dev.wmllint.command;

import dev.wmllint.command.WordPart.Expansion;
import dev.wmllint.command.WordPart.Literal;
import dev.wmllint.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Collects a word's parts: joins literal chars of one kind, and puts one expansion in the place of
 * each outermost brace expansion.
 */
final class WordParts {
  private final int wordStart;
  private final List<WordPart> parts = new ArrayList<>();
  private final Deque<OpenBrace> braces = new ArrayDeque<>();

  private final StringBuilder pending = new StringBuilder();
  private Quoting pendingQuoting = Quoting.NONE;
  private int pendingStart;
  private int pendingEnd;
  private Optional<Literal> emptyQuotes = Optional.empty();

  private static final class OpenBrace {
    final int start;
    boolean separated;

    OpenBrace(int start) {
      this.start = start;
    }
  }

  WordParts(int wordStart) {
    this.wordStart = wordStart;
  }

  boolean isEmpty() {
    return parts.isEmpty() && pending.isEmpty() && emptyQuotes.isEmpty();
  }

  /** Whether what has been read is a name alone. */
  boolean isName() {
    return parts.isEmpty()
        && pendingStart == wordStart
        && pendingQuoting == Quoting.NONE
        && ShellChars.isName(pending.toString());
  }

  /** Whether what has been read is {@code name=} or {@code name+=}. */
  boolean endsWithAssignment() {
    return parts.isEmpty()
        && !pending.isEmpty()
        && pendingStart == wordStart
        && pendingQuoting == Quoting.NONE
        && pending.charAt(pending.length() - 1) == '='
        && Assignment.prefixLength(pending) == pending.length();
  }

  /** Adds a char at {@code [from, to)}. */
  void literal(int from, int to, char value, Quoting quoting) {
    boolean joins = pendingQuoting == quoting && pendingEnd == from && quoting != Quoting.BACKSLASH;
    if (pending.isEmpty() || !joins) {
      flush();
      pendingStart = from;
      pendingQuoting = quoting;
    }
    pending.append(value);
    pendingEnd = to;
  }

  /** Notes that quotes open before {@code at}; they may stay empty. */
  void openQuotes(int at, Quoting quoting) {
    flush();
    emptyQuotes = Optional.of(new Literal(Span.at(at), "", quoting));
  }

  void add(WordPart part) {
    flush();
    parts.add(part);
  }

  private void flush() {
    if (!pending.isEmpty()) {
      parts.add(
          new Literal(new Span(pendingStart, pendingEnd), pending.toString(), pendingQuoting));
      pending.setLength(0);
    }
  }

  /** Notes an opening brace that is going to be added at {@code start}. */
  void openBrace(int start) {
    braces.push(new OpenBrace(start));
  }

  /** Notes a comma or {@code ..}: what makes a brace an expansion. */
  void separateInBrace() {
    if (!braces.isEmpty()) {
      braces.peek().separated = true;
    }
  }

  /** Notes a closing brace that has been added before {@code end}. */
  void closeBrace(int end) {
    if (braces.isEmpty()) {
      return;
    }
    OpenBrace open = braces.pop();
    if (open.separated) {
      flush();
      removeFrom(open.start);
      parts.add(new Expansion(new Span(open.start, end)));
    }
  }

  /** Removes what starts at {@code start} or later; unquoted text around it is as it was read. */
  private void removeFrom(int start) {
    int last = parts.size() - 1;
    while (last >= 0 && parts.get(last).span().start() >= start) {
      parts.remove(last--);
    }
    if (last >= 0 && parts.get(last).span().end() > start) {
      Literal cut = (Literal) parts.get(last);
      Span kept = new Span(cut.span().start(), start);
      parts.set(last, new Literal(kept, cut.text().substring(0, kept.length()), cut.quoting()));
    }
  }

  /** The parts of the word that ends here. */
  List<WordPart> finish() {
    flush();
    if (parts.isEmpty()) {
      emptyQuotes.ifPresent(parts::add);
    }
    return parts;
  }
}
