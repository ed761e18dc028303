package dev.wmllint.command;

import dev.wmllint.text.Message;
import java.util.ArrayDeque;
import java.util.Deque;

/** The here-documents of a line: their bodies start after its end (POSIX 2.7.4). */
final class HereDocuments {
  private record Pending(Word word, String delimiter, boolean quoted, boolean stripsTabs) {}

  private final ShellText text;
  private final WordReader words;
  private Deque<Pending> pending = new ArrayDeque<>();

  HereDocuments(ShellText text, WordReader words) {
    this.text = text;
    this.words = words;
  }

  void announce(Word delimiter, boolean stripsTabs) {
    String written = text.slice(delimiter.span());
    boolean quoted =
        delimiter.parts().stream()
            .anyMatch(
                part ->
                    part instanceof WordPart.Literal literal && literal.quoting() != Quoting.NONE);
    pending.add(new Pending(delimiter, delimiter.literal().orElse(written), quoted, stripsTabs));
  }

  /** Reads the bodies; the position is at a line's start. */
  void readBodies() {
    while (!pending.isEmpty()) {
      Pending document = pending.remove();
      int bodyEnd = findEnd(document);
      if (bodyEnd == text.end()) {
        unclosed(document);
      }
      if (!document.quoted()) {
        readVariables(bodyEnd);
      }
      text.moveTo(Math.min(lineEnd(bodyEnd) + 1, text.end()));
    }
  }

  /**
   * Shells take a document without an end, but what was swallowed was meant to run. Of one that
   * ends with {@code EOF)}, which is an end for bash, the rest is a guess.
   */
  private void unclosed(Pending document) {
    if (hasLineThatStartsWith(document.delimiter())) {
      text.giveUp();
    } else {
      text.report(
          document.word().span(),
          Message.of("this here-document never ends, and takes the rest of the command"),
          Message.of("write ").piece(document.delimiter()).text(" on its own line after it"));
      text.giveUp();
    }
  }

  private boolean hasLineThatStartsWith(String delimiter) {
    return text.slice(text.position(), text.end())
        .lines()
        .anyMatch(line -> line.stripLeading().startsWith(delimiter));
  }

  /** Start of the line that holds the delimiter alone; the text's end when there is none. */
  private int findEnd(Pending document) {
    int line = text.position();
    while (line < text.end()) {
      int end = lineEnd(line);
      int from = line;
      while (document.stripsTabs() && from < end && text.charAt(from) == '\t') {
        from++;
      }
      if (document.delimiter().contentEquals(text.slice(from, withoutReturn(from, end)))) {
        return line;
      }
      line = end + 1;
    }
    return text.end();
  }

  private int lineEnd(int from) {
    int end = from;
    while (end < text.end() && text.charAt(end) != '\n') {
      end++;
    }
    return end;
  }

  private int withoutReturn(int from, int end) {
    return end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /** The body is text for another program: what is odd in it is no mistake of the command. */
  private void readVariables(int bodyEnd) {
    int before = text.limit(bodyEnd);
    boolean wasSilent = text.silence(true);
    // A document inside of a substitution of this one has its body in here.
    Deque<Pending> outer = pending;
    pending = new ArrayDeque<>();
    WordParts ignored = new WordParts(text.position());
    while (!text.atEnd()) {
      words.readInDoubleQuotes(ignored);
    }
    pending = outer;
    text.silence(wasSilent);
    text.limit(before);
  }
}
