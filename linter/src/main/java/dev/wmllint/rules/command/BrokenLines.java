package dev.wmllint.rules.command;

import dev.wmllint.command.ProgramRun.ShellCode;
import dev.wmllint.command.Quoting;
import dev.wmllint.command.ShellCommand;
import dev.wmllint.command.SimpleCommand;
import dev.wmllint.command.Word;
import dev.wmllint.command.WordPart;
import dev.wmllint.command.WordPart.Literal;
import dev.wmllint.text.Edit;
import dev.wmllint.text.Message;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ScalarStyle;
import dev.wmllint.yaml.lines.Chars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of a command that end where they should go on, or go on where they should end: YAML and the
 * shell each have their own way to join lines.
 */
final class BrokenLines {
  private static final Pattern OPTION = Pattern.compile("--?[A-Za-z].*|--", Pattern.DOTALL);

  /** What YAML joins without a space: a backslash at a line end in double quotes. */
  private static final Pattern JOINED_OPTION =
      Pattern.compile("[^\\s\\\\](\\\\)\r?\n[ \t]*--?[A-Za-z]");

  /** A backslash that was the end of its line before something followed it. */
  private static final Pattern ESCAPED_BLANK = Pattern.compile("\\\\[ \t]+\\S");

  /** What a line starts with that goes on with a command, or is one. */
  private static final Pattern CODE =
      Pattern.compile(
          "(--?[A-Za-z]|&&|\\|\\|?|>|;|\\$|\\./|[A-Za-z_]\\w*=|/\\w).*", Pattern.DOTALL);

  private BrokenLines() {}

  /** Whether there was something to report: what the rest would run is unknown then. */
  static boolean report(CommandContext command) {
    return backslash(command) || swallowed(command) || joined(command) || options(command);
  }

  /** A backslash before a space that YAML has made of a line end. */
  private static boolean backslash(CommandContext command) {
    List<Span> found = new ArrayList<>();
    List<Word> words = new ArrayList<>(command.analysis().command().words());
    command.runs().stream()
        .filter(ShellCode.class::isInstance)
        .forEach(run -> words.addAll(((ShellCode) run).code().words()));
    for (Word word : words) {
      for (int i = 0; i < word.parts().size(); i++) {
        WordPart part = word.parts().get(i);
        if (part instanceof Literal literal
            && literal.quoting() == Quoting.BACKSLASH
            && literal.text().isBlank()
            && (isFolded(command, literal.span()) || (i == 0 && startsOption(word)))) {
          found.add(new Span(literal.span().start(), literal.span().start() + 1));
        }
      }
    }
    if (found.isEmpty()) {
      return false;
    }
    found.sort(Span::compareTo);
    Changes changes = new Changes(command);
    found.stream().distinct().forEach(changes::remove);
    command
        .finding(
            JoinedCommands.JOINED_COMMANDS,
            Message.of("after the backslash is a space: the next word starts with it"))
        .help("remove the backslash: YAML joins the lines itself")
        .fix(
            found.stream().anyMatch(place -> isAloneOnLine(command, place))
                ? Optional.empty()
                : changes.fix(Message.of("remove the backslash")))
        .atPart(command.scalar(), found.get(0));
    return true;
  }

  /** Whether the line would be blank without it: YAML reads blank lines its own way. */
  private static boolean isAloneOnLine(CommandContext command, Span place) {
    String text = command.context().text();
    int start = command.scalar().sourceSpan(place).start();
    return text.substring(text.lastIndexOf('\n', start) + 1, start).isBlank();
  }

  private static boolean isFolded(CommandContext command, Span span) {
    return command.scalar().sourceSpan(span).of(command.context().text()).indexOf('\n') >= 0;
  }

  private static boolean startsOption(Word word) {
    return word.parts().size() > 1
        && word.parts().get(1) instanceof Literal next
        && OPTION.matcher(next.text()).matches();
  }

  /** A comment that takes the lines after it along, because YAML joins them. */
  private static boolean swallowed(CommandContext command) {
    for (Span comment : command.analysis().command().comments()) {
      String source = command.scalar().sourceSpan(comment).of(command.context().text());
      if (command.scalar().style() != ScalarStyle.LITERAL
          && source.lines().skip(1).anyMatch(BrokenLines::isCode)) {
        command
            .finding(
                JoinedCommands.JOINED_COMMANDS,
                Message.of("the comment takes the rest along: YAML folds all lines into one"))
            .help("write it above the key, or the command as a block that starts with '|'")
            .atPart(command.scalar(), new Span(comment.start(), comment.start() + 1));
        return true;
      }
    }
    return false;
  }

  private static boolean isCode(String line) {
    String words = line.strip();
    return CODE.matcher(words).matches()
        || (words.contains(" ") && CommonPrograms.contains(words.substring(0, words.indexOf(' '))));
  }

  /** Two words that became one: YAML takes the line end away where a backslash escapes it. */
  private static boolean joined(CommandContext command) {
    if (command.scalar().style() != ScalarStyle.DOUBLE_QUOTED) {
      return false;
    }
    Span scalar = command.scalar().span();
    Matcher matcher =
        JOINED_OPTION.matcher(command.context().text()).region(scalar.start(), scalar.end());
    if (!matcher.find()) {
      return false;
    }
    command
        .finding(
            JoinedCommands.JOINED_COMMANDS,
            Message.of("the backslash joins both lines without a space between"))
        .help("write a space before it")
        .unsafeFix("write a space", Optional.of(Edit.insert(matcher.start(1), " ")))
        .at(new Span(matcher.start(1), matcher.end(1)));
    return true;
  }

  /** Lines that start with an option: the line before was not continued. */
  private static boolean options(CommandContext command) {
    List<Span> found = options(command.analysis().command());
    if (found.isEmpty() || !command.analysis().command().problems().isEmpty()) {
      return false;
    }
    String text = command.scalar().value();
    Span first = found.get(0);
    Changes changes = new Changes(command);
    boolean known = found.stream().allMatch(option -> continued(command, option, changes));
    command
        .finding(
            ProgramsNotFound.COMMAND_NOT_FOUND,
            Message.ofQuoted(first.of(text)).text(" is taken for a program"))
        .help("continue the command before it: a backslash is the last character of a line")
        .fix(known ? changes.fix(Message.of("continue the line before")) : Optional.empty())
        .atPart(command.scalar(), first);
    return true;
  }

  private static List<Span> options(ShellCommand command) {
    return command.commands().stream()
        .filter(one -> one.assignments().isEmpty())
        .map(SimpleCommand::firstWord)
        .flatMap(Optional::stream)
        .filter(word -> word.literal().filter(OPTION.asMatchPredicate()).isPresent())
        .map(Word::span)
        .toList();
  }

  /** Joins the option to what is before it, where only a line end or a semicolon is between. */
  private static boolean continued(CommandContext command, Span option, Changes changes) {
    String text = command.scalar().value();
    int end = option.start();
    while (end > 0 && Chars.isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (end > 0 && text.charAt(end - 1) == ';') {
      changes.remove(new Span(end - 1, end));
      return true;
    }
    int lineEnd = end - 1;
    end = lineEnd;
    while (end > 0 && Chars.isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (end < 1) {
      return false;
    }
    Span last = new Span(end - 1, end);
    boolean comment =
        command.analysis().command().comments().stream().anyMatch(span -> span.contains(last));
    String line = text.substring(text.lastIndexOf('\n', end - 1) + 1, end);
    if (comment
        || ";&|\n".indexOf(text.charAt(end - 1)) >= 0
        || ESCAPED_BLANK.matcher(line).find()) {
      return false;
    }
    if (text.charAt(end - 1) == '\\') {
      changes.remove(new Span(end, lineEnd));
    } else {
      changes.replace(last, last.of(text) + " \\");
    }
    return text.charAt(lineEnd) == '\n' && (end == lineEnd || text.charAt(end - 1) == '\\');
  }
}
