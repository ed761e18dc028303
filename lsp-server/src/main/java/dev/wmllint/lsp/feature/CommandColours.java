package dev.wmllint.lsp.feature;

import dev.wmllint.command.ProgramRun;
import dev.wmllint.command.ShellCommand;
import dev.wmllint.command.Word;
import dev.wmllint.command.WordPart;
import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.lsp.document.LspConverter;
import dev.wmllint.lsp.document.ManifestCommand;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensLegend;

/**
 * The words of the shell command by what they are, as semantic tokens: grammars of YAML see one
 * string there.
 */
public final class CommandColours {
  /** What a part of the command is; where several fit, the later one. */
  private enum Kind {
    STRING(SemanticTokenTypes.String),
    OPTION(SemanticTokenTypes.Parameter),
    PROGRAM(SemanticTokenTypes.Function),
    /** The file or module that a program runs. */
    FILE(SemanticTokenTypes.Namespace),
    VARIABLE(SemanticTokenTypes.Variable),
    COMMENT(SemanticTokenTypes.Comment);

    final String type;

    Kind(String type) {
      this.type = type;
    }
  }

  private static final List<String> TYPES =
      Arrays.stream(Kind.values()).map(kind -> kind.type).toList();

  /** The types that the numbers of the tokens stand for. */
  public static SemanticTokensLegend legend() {
    return new SemanticTokensLegend(TYPES, List.of());
  }

  /**
   * The tokens of a document.
   *
   * @param range the part that is asked for
   */
  public SemanticTokens in(DocumentSnapshot snapshot, Optional<Range> range) {
    LspConverter places = snapshot.converter();
    List<Integer> data = new ArrayList<>();
    int line = 0;
    int column = 0;
    for (Token token : tokens(snapshot)) {
      Range shown = places.range(token.span());
      int start = shown.getStart().getLine();
      boolean wanted =
          range.isEmpty()
              || (start >= range.get().getStart().getLine()
                  && start <= range.get().getEnd().getLine());
      if (wanted) {
        int from = shown.getStart().getCharacter();
        data.addAll(
            List.of(
                start - line,
                start == line ? from - column : from,
                shown.getEnd().getCharacter() - from,
                TYPES.indexOf(token.kind().type),
                0));
        line = start;
        column = from;
      }
    }
    return new SemanticTokens(data);
  }

  /** A part of one line of the document. */
  private record Token(Span span, Kind kind) {}

  private static List<Token> tokens(DocumentSnapshot snapshot) {
    Optional<ManifestCommand> command = snapshot.command();
    if (command.isEmpty()) {
      return List.of();
    }
    Kind[] kinds = kinds(command.get());
    LineIndex lines = snapshot.document().source().lines();
    List<Token> tokens = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= kinds.length; i++) {
      if (i == kinds.length || kinds[i] != kinds[start]) {
        if (kinds[start] != null) {
          Span span = command.get().scalar().sourceSpan(new Span(start, i));
          addLines(snapshot.tree().text(), lines, span, kinds[start], tokens);
        }
        start = i;
      }
    }
    return tokens;
  }

  /** A token may not go over the end of a line. */
  private static void addLines(
      String text, LineIndex lines, Span span, Kind kind, List<Token> tokens) {
    for (int line = lines.lineOf(span.start()); line <= lines.lineOf(span.end()); line++) {
      int start = Math.max(span.start(), lines.startOf(line));
      int end = Math.min(span.end(), lines.endOf(line));
      while (start < end && Character.isWhitespace(text.charAt(start))) {
        start++;
      }
      if (start < end) {
        tokens.add(new Token(new Span(start, end), kind));
      }
    }
  }

  /** What each UTF-16 unit of the command is; null where nothing is to be said. */
  private static Kind[] kinds(ManifestCommand command) {
    ShellCommand shell = command.analysis().command();
    Kind[] kinds = new Kind[shell.text().length()];
    for (Word word : shell.words()) {
      boolean option = word.literalPrefix().startsWith("-");
      if (option) {
        mark(kinds, optionName(shell.text(), word), Kind.OPTION);
      }
      for (WordPart part : word.parts()) {
        if (part instanceof WordPart.Literal text && isQuoted(text)) {
          mark(kinds, text.span(), Kind.STRING);
        }
      }
    }
    for (ProgramRun run : command.analysis().runs()) {
      mark(kinds, run.program().span(), Kind.PROGRAM);
      if (run instanceof ProgramRun.Script script) {
        mark(kinds, script.script().span(), Kind.FILE);
      } else if (run instanceof ProgramRun.Module module) {
        mark(kinds, module.module().span(), Kind.FILE);
      } else if (run instanceof ProgramRun.Executable executable) {
        mark(kinds, executable.program().span(), Kind.FILE);
      }
    }
    shell.variables().forEach(use -> mark(kinds, use.span(), Kind.VARIABLE));
    shell.comments().forEach(comment -> mark(kinds, comment, Kind.COMMENT));
    return kinds;
  }

  private static boolean isQuoted(WordPart.Literal text) {
    return switch (text.quoting()) {
      case SINGLE, DOUBLE, ANSI_C -> true;
      case NONE, BACKSLASH -> false;
    };
  }

  /** {@code --name} of {@code --name=value}. */
  private static Span optionName(String text, Word word) {
    Span span = word.span();
    int equals = text.indexOf('=', span.start());
    return equals < 0 || equals > span.end() ? span : new Span(span.start(), equals);
  }

  private static void mark(Kind[] kinds, Span span, Kind kind) {
    int end = Math.min(span.end(), kinds.length);
    Arrays.fill(kinds, Math.min(Math.max(0, span.start()), end), end, kind);
  }
}
