package dev.wmllint.lsp.completion.propose;

import dev.wmllint.command.CommandAnalysis;
import dev.wmllint.command.Place;
import dev.wmllint.command.ProgramRun;
import dev.wmllint.command.ShellCommand;
import dev.wmllint.fix.DoubleQuoted;
import dev.wmllint.fix.ScalarText;
import dev.wmllint.lsp.completion.propose.Proposal.Face;
import dev.wmllint.lsp.completion.scan.Below;
import dev.wmllint.lsp.completion.scan.FlowPlace;
import dev.wmllint.lsp.completion.template.CommandTemplates;
import dev.wmllint.lsp.completion.template.ManifestView;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ScalarStyle;
import dev.wmllint.yaml.lines.LineReader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may be written inside the command: variables, files, and how to begin. */
final class CommandProposals {
  private static final Pattern VARIABLE = Pattern.compile("(?<!\\\\)\\$\\{?[A-Za-z_0-9]*$");

  /** After this a program is named: at the start, and after what separates commands. */
  private static final Pattern COMMAND_START =
      Pattern.compile("(^|[;&|(`{\\n]|\\b(do|then|else))[ \\t]*$");

  /** After this the program's file is named: after the program alone. */
  private static final Pattern PROGRAM =
      Pattern.compile("(^|[;&|(`\\n]|\\{[ \\t])[ \\t]*[^ \\t\\n;&|]+[ \\t]+$");

  private static final String DELIMITERS = " \t\r\n;&|()<>=\"'`{},";

  private final SourceText source;
  private final String text;
  private final int cursor;
  private final boolean asked;
  private final ManifestView view;
  private final CommandTemplates commands;
  private final ProposalList list;

  CommandProposals(
      CompletionRequest request, ManifestView view, CommandTemplates commands, ProposalList list) {
    this.source = request.source();
    this.text = source.text();
    this.cursor = request.offset();
    this.asked = request.asked();
    this.view = view;
    this.commands = commands;
    this.list = list;
  }

  void propose(CursorContext.Command place) {
    int start = place.token().content().start();
    String before = text.substring(start, Math.max(start, cursor));
    Matcher variable = VARIABLE.matcher(before);
    if (variable.find()) {
      int dollar = start + variable.start();
      variables(place, new Span(dollar, endOfVariable(dollar)));
      return;
    }
    Span word = word(start);
    String typed = text.substring(word.start(), cursor);
    if (typed.indexOf('$') >= 0) {
      return;
    }
    String earlier = folded(place, text.substring(start, word.start()));
    if (typed.indexOf('/') < 0 && COMMAND_START.matcher(earlier).find()) {
      beginnings(place, word, earlier.isBlank() && isAlone(place, word));
      return;
    }
    boolean module = earlier.stripTrailing().endsWith(" -m");
    // A space at the end of a line is followed by Enter, or by a word of the user's own.
    if (!asked && typed.isEmpty() && !module && !PROGRAM.matcher(earlier).find()) {
      return;
    }
    files(word, typed, earlier, module);
    if (word.isEmpty() && !module && !isFirstInLine(word)) {
      variables(place, word);
    }
  }

  /** A line may also be the next key's, which fifteen variables would push out of sight. */
  private boolean isFirstInLine(Span word) {
    return LineReader.of(source).upTo(word.start()).isBlank();
  }

  private void files(Span word, String typed, String earlier, boolean module) {
    List<ProgramRun> runs = CommandAnalysis.of(ShellCommand.parse(earlier + "x")).runs();
    Place folder = runs.isEmpty() ? Place.ROOT : runs.get(runs.size() - 1).folder();
    ModelFiles found =
        new ModelFiles(commands.files(), folder, commands.extensions(view.instance()));
    (module ? found.modules() : found.below(typed))
        .forEach(file -> list.add(file, Insertion.plain(file.label(), word), Optional.empty()));
  }

  /** Whether nothing of the command stands after a word. */
  private boolean isAlone(CursorContext.Command place, Span word) {
    int end = Math.max(word.end(), place.token().content().end());
    boolean lineIsDone = text.substring(word.end(), end).isBlank();
    int lineStart = source.lines().startOf(source.lines().lineOf(cursor));
    boolean block = place.token().style().isBlock();
    return lineIsDone && !(block && Below.of(source, cursor).column() >= word.start() - lineStart);
  }

  private Span word(int from) {
    int start = cursor;
    while (start > from && DELIMITERS.indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    int end = cursor;
    while (end < text.length() && isPath(text.charAt(end))) {
      end++;
    }
    return new Span(start, end);
  }

  private static boolean isPath(char c) {
    return Character.isLetterOrDigit(c) || "_-./+".indexOf(c) >= 0;
  }

  /** The command as the shell gets it, near enough: a literal block alone keeps its line ends. */
  private String folded(CursorContext.Command place, String before) {
    boolean literal = place.token().style() == ScalarStyle.LITERAL;
    return literal ? before : before.replaceAll("[\r\n]", " ");
  }

  /** The end of what is typed of a variable, with its brace. */
  private int endOfVariable(int dollar) {
    int end = cursor;
    while (end < text.length() && isName(text.charAt(end))) {
      end++;
    }
    boolean closed = end < text.length() && text.charAt(end) == '}';
    return isInBraces(dollar) && closed ? end + 1 : end;
  }

  private boolean isInBraces(int dollar) {
    return dollar + 1 < cursor && text.charAt(dollar + 1) == '{';
  }

  private void variables(CursorContext.Command place, Span replace) {
    boolean plainInFlow = place.flow().isPresent() && !place.token().style().isQuoted();
    String begin = isInBraces(replace.start()) ? "${" : "$";
    view.at(place.path())
        .ifPresent(
            schema ->
                schema
                    .variables()
                    .forEach(
                        (name, meaning) -> {
                          String insert = plainInFlow ? "$" + name : "${" + name + "}";
                          list.add(
                              new Face(insert, ProposalKind.VARIABLE, meaning, begin + name),
                              Insertion.plain(insert, replace),
                              Optional.of(new Topic.Variable(name)));
                        }));
  }

  private static boolean isName(char c) {
    return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }

  /** Whole commands at the very start, and names of programs. */
  private void beginnings(CursorContext.Command place, Span word, boolean whole) {
    if (whole) {
      commands.examples().forEach(example -> beginning(place, word, example, ProposalKind.EXAMPLE));
      commands.starts().forEach(start -> beginning(place, word, start, ProposalKind.EXAMPLE));
    }
    commands.examples().stream()
        .map(example -> example.split(" ", 2)[0])
        .distinct()
        .forEach(program -> beginning(place, word, program, ProposalKind.VALUE));
  }

  private void beginning(
      CursorContext.Command place, Span word, String command, ProposalKind kind) {
    quoted(place, word, command)
        .ifPresent(
            written ->
                list.add(
                    Face.of(command, kind, ""), Insertion.plain(written, word), Optional.empty()));
  }

  /** A command, or its start, in the quotes that are there or in those that it needs. */
  private Optional<String> quoted(CursorContext.Command place, Span word, String command) {
    if (place.token().style() != ScalarStyle.PLAIN) {
      boolean closes = place.token().style().isQuoted() && command.contains(place.token().quote());
      return closes ? Optional.empty() : Optional.of(command);
    }
    boolean json = place.flow().filter(FlowPlace::json).isPresent();
    if (!json && ScalarText.isPlain(command, place.flow().isPresent())) {
      int start = word.start();
      boolean tight = start > 0 && text.charAt(start - 1) == ':';
      return Optional.of((tight ? " " : "") + command);
    }
    return word.equals(place.token().span())
        ? Optional.of(DoubleQuoted.of(command))
        : Optional.empty();
  }
}
