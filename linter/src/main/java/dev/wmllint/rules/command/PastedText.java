package dev.wmllint.rules.command;

import dev.wmllint.command.ProgramRun;
import dev.wmllint.command.ProgramRun.Module;
import dev.wmllint.command.ProgramRun.Named;
import dev.wmllint.command.ProgramRun.Script;
import dev.wmllint.command.Quoting;
import dev.wmllint.command.SimpleCommand;
import dev.wmllint.command.Word;
import dev.wmllint.command.WordPart;
import dev.wmllint.command.WordPart.Literal;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.text.Blanks;
import dev.wmllint.text.Edit;
import dev.wmllint.text.HtmlEntities;
import dev.wmllint.text.Message;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.lines.Chars;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a command brings along from where it was copied: a terminal, a notebook, a web page, a text
 * processor, another kind of configuration. That is one mistake, however often it shows, and what
 * the shell makes of it tells nothing else.
 */
final class PastedText {
  private static final Pattern RETURN = Pattern.compile("\r+(?=\n|$)");

  /** {@code $}, {@code >>>}, {@code user@host:~$}, {@code [user@host dir]$}, {@code C:\>} … */
  private static final Pattern PROMPT =
      Pattern.compile(
          "(?:[$%❯➜]|>>>|\\S*@\\S+[$#%>]|\\[\\S+@\\S+ [^\\]\\s]+\\][$#%]|(?:ba)?sh-[\\d.]+[$#]"
              + "|(?:PS )?[A-Z]:\\\\\\S*>|(?:In|Out) ?\\[\\d*\\]:)(?=[ \t])");

  /** {@code command:}, {@code - }, {@code RUN}: what comes before a command elsewhere. */
  private static final Pattern LABEL =
      Pattern.compile("(?:[A-Za-z_][\\w-]*:|-|RUN|CMD|ENTRYPOINT)(?=[ \t])");

  /** {@code !ls}, {@code %cd}: commands of a notebook. */
  private static final Pattern MAGIC = Pattern.compile("(!|%%?)([A-Za-z./]\\w*)(?=[ \t\n./-]|$)");

  private static final Set<String> MAGIC_PROGRAMS = Set.of("cd", "pip", "conda", "mkdir", "ls");

  /** With a space after the bracket it may be a test: {@code [ "a" ]}. */
  private static final Pattern LIST =
      Pattern.compile(
          "\\[([\"'])[^\"']*\\1(\\s*,[^\\[\\]]*)?\\]|\\[\\s*([\"'])[^\"']*\\3\\s*,[^\\[\\]]*\\]"
              + "|\\[[\\w./-]+,[^\\[\\]]*\\]");

  private static final Pattern ELEMENT = Pattern.compile("([\"']?)([\\w./=:@${}+-]+)\\1");

  /** {@code EPOCHS = 3}: blanks around the sign of an assignment. */
  private static final Pattern SPACED =
      Pattern.compile("[A-Za-z_]\\w*([ \t]+)=(?:([ \t]+)(?=[^\\s=]))?(?!=)");

  private static final Pattern PERL_ASSIGNMENT = Pattern.compile("\\$(?=[A-Za-z_]\\w*=)");

  private static final String DOUBLE_QUOTES = "“”„‟″＂«»";
  private static final String SINGLE_QUOTES = "‘’‚‛′＇";
  private static final Pattern DASH = Pattern.compile("-?[–—−‐‑‒―－][–—−‐‑‒―－-]*");

  /** Their options have one dash. */
  private static final Set<String> ONE_DASH =
      Set.of("caffe", "th", "luajit", "lua", "find", "java");

  private static final Set<String> PRINTERS = Set.of("echo", "printf");

  private final CommandContext command;
  private final String text;

  private PastedText(CommandContext command) {
    this.command = command;
    this.text = command.scalar().value();
  }

  /** Whether there was something to report. */
  static boolean report(CommandContext command) {
    PastedText pasted = new PastedText(command);
    return pasted.returns()
        || pasted.entities()
        || pasted.beforeCommands()
        || pasted.typography()
        || pasted.blanks();
  }

  private RuleContext.Finding finding(Message message) {
    return command.finding(ProgramsNotFound.COMMAND_NOT_FOUND, message);
  }

  private boolean returns() {
    Matcher matcher = RETURN.matcher(text);
    if (text.indexOf('\r') < 0 || !matcher.find()) {
      return false;
    }
    Span first = new Span(matcher.start(), matcher.end());
    Changes changes = new Changes(command);
    do {
      changes.remove(new Span(matcher.start(), matcher.end()));
    } while (matcher.find());
    finding(Message.of("a line of the command ends with a carriage return"))
        .help("remove it: the shell takes \\r for a letter of the last word")
        .fix(changes.fix(Message.of("remove \\r")))
        .atPart(command.scalar(), first);
    return true;
  }

  private boolean entities() {
    Set<Integer> operators = command.analysis().command().operators();
    List<Edit> entities =
        HtmlEntities.in(text).stream()
            .dropWhile(entity -> !operators.contains(entity.span().start()))
            .toList();
    if (entities.isEmpty()) {
      return false;
    }
    Edit first = entities.get(0);
    Changes changes = new Changes(command);
    entities.forEach(entity -> changes.replace(entity.span(), entity.text()));
    finding(Message.ofQuoted(first.span().of(text)).text(" is written as on a web page"))
        .help(Message.of("write ").piece(first.text()))
        .fix(changes.fix(Message.of("write ").piece(first.text())))
        .atPart(command.scalar(), first.span());
    return true;
  }

  /** What stands before a command, at the start of a line. */
  private boolean beforeCommands() {
    List<Span> starts = new ArrayList<>();
    for (SimpleCommand one : command.analysis().command().commands()) {
      int start = one.span().start();
      if (text.substring(text.lastIndexOf('\n', start - 1) + 1, start).isBlank()) {
        starts.add(one.span());
      }
    }
    return removed(starts, PROMPT, "a prompt", "remove the prompt")
        || magic(starts)
        || list(starts)
        || removed(starts, LABEL, "no program", "remove it")
        || assignment()
        || removed(starts, PERL_ASSIGNMENT, "no part of an assignment", "remove it");
  }

  private boolean removed(List<Span> starts, Pattern pattern, String what, String help) {
    Changes changes = new Changes(command);
    Optional<Span> first = Optional.empty();
    for (Span start : starts) {
      Matcher matcher = pattern.matcher(text).region(start.start(), text.length());
      matcher.useTransparentBounds(true);
      if (matcher.lookingAt() && !isFunction(matcher.group())) {
        first = first.or(() -> Optional.of(new Span(matcher.start(), matcher.end())));
        boolean space = matcher.end() < text.length() && Chars.isSpace(text.charAt(matcher.end()));
        changes.remove(new Span(matcher.start(), matcher.end() + (space ? 1 : 0)));
      }
    }
    first.ifPresent(
        span ->
            finding(Message.ofQuoted(span.of(text)).text(" is " + what))
                .help(help)
                .fix(changes.fix(Message.of("remove ").piece(span.of(text))))
                .atPart(command.scalar(), span));
    return first.isPresent();
  }

  private boolean isFunction(String name) {
    return command.analysis().command().functions().contains(name);
  }

  private boolean magic(List<Span> starts) {
    Changes changes = new Changes(command);
    Optional<Span> first = Optional.empty();
    boolean known = true;
    for (Span start : starts) {
      Matcher matcher = MAGIC.matcher(text).region(start.start(), text.length());
      matcher.useTransparentBounds(true);
      if (matcher.lookingAt()) {
        String name = matcher.group(2);
        boolean run = matcher.group(1).equals("%") && name.equals("run");
        known &= run || matcher.group(1).equals("!") || MAGIC_PROGRAMS.contains(name);
        first = first.or(() -> Optional.of(new Span(matcher.start(), matcher.end())));
        changes.replace(
            new Span(matcher.start(), matcher.end(run ? 2 : 1)),
            run ? command.starters().pythonName() : "");
      }
    }
    if (first.isEmpty()) {
      return false;
    }
    finding(Message.ofQuoted(first.get().of(text)).text(" is a command of a notebook"))
        .help("write it as in a terminal")
        .fix(known ? changes.fix(Message.of("write it as in a terminal")) : Optional.empty())
        .atPart(command.scalar(), first.get());
    return true;
  }

  private boolean list(List<Span> starts) {
    for (Span start : starts) {
      Matcher matcher = LIST.matcher(text).region(start.start(), text.length());
      if (matcher.lookingAt()) {
        String written = matcher.group();
        String words =
            String.join(
                " ", ELEMENT.matcher(written).results().map(element -> element.group(2)).toList());
        boolean plain = ELEMENT.matcher(written).replaceAll("").matches("[\\[\\], ]*");
        Span span = new Span(matcher.start(), matcher.end());
        finding(Message.of("a list is no command of the shell"))
            .help("write the words with spaces between")
            .fix(
                plain
                    ? new Changes(command).replace(span, words).fix(Message.of("write words"))
                    : Optional.empty())
            .atPart(command.scalar(), span);
        return true;
      }
    }
    return false;
  }

  private boolean assignment() {
    for (SimpleCommand one : command.analysis().command().commands()) {
      Matcher matcher = SPACED.matcher(text).region(one.span().start(), one.span().end());
      matcher.useTransparentBounds(true);
      boolean names = one.assignments().isEmpty() && one.words().size() > 1 && matcher.lookingAt();
      String name = names ? one.words().get(0).literal().orElse("") : "";
      if (!one.words().isEmpty() && one.words().get(0).literalPrefix().startsWith("=")) {
        finding(Message.of("'=' is no program"))
            .help("an assignment is one word: NAME=value")
            .atPart(command.scalar(), one.words().get(0).span());
        return true;
      }
      if (names && one.words().get(0).span().end() == matcher.start(1) && !isProgram(one)) {
        Changes changes = new Changes(command).remove(new Span(matcher.start(1), matcher.end(1)));
        if (matcher.group(2) != null) {
          changes.remove(new Span(matcher.start(2), matcher.end(2)));
        }
        finding(Message.ofQuoted(name).text(" is taken for a program"))
            .help("an assignment has no spaces around its equals sign")
            .fix(changes.fix(Message.of("remove the spaces")))
            .atPart(command.scalar(), one.words().get(0).span());
        return true;
      }
    }
    return false;
  }

  private boolean isProgram(SimpleCommand one) {
    return command.runs().stream()
        .filter(run -> run.setting().command().equals(one))
        .anyMatch(run -> run instanceof Named named && named.wellKnown());
  }

  /** Quotation marks and dashes of a text processor, outside of the shell's own quotes. */
  private boolean typography() {
    if (text.chars().allMatch(c -> c < 0x80)) {
      return false;
    }
    List<Span> marks = new ArrayList<>();
    List<Span> dashes = new ArrayList<>();
    for (Word word : command.analysis().command().words()) {
      for (WordPart part : word.parts()) {
        if (part instanceof Literal literal && literal.quoting() == Quoting.NONE) {
          for (int at = literal.span().start(); at < literal.span().end(); at++) {
            if (isMark(at)) {
              marks.add(new Span(at, at + 1));
            }
          }
        }
      }
      Matcher dash = DASH.matcher(text).region(word.span().start(), word.span().end());
      if (dash.lookingAt()
          && dash.end() < word.span().end()
          && Character.isLetterOrDigit(text.charAt(dash.end()))) {
        dashes.add(new Span(dash.start(), dash.end()));
      }
    }
    if (marks.isEmpty() && dashes.isEmpty()) {
      return false;
    }
    marks.sort(Span::compareTo);
    Changes changes = new Changes(command);
    boolean around =
        marks.size() == 2
            && text.substring(0, marks.get(0).start()).isBlank()
            && text.substring(marks.get(1).end()).isBlank()
            && text.strip().indexOf(' ') > 0;
    marks.forEach(mark -> changes.replace(mark, around ? "" : plainMark(mark.start())));
    dashes.forEach(dash -> changes.replace(dash, plainDash(dash)));
    Span first = marks.isEmpty() ? dashes.get(0) : marks.get(0);
    String meant = marks.isEmpty() ? plainDash(first) : plainMark(first.start());
    finding(
            Message.ofQuoted(first.of(text))
                .text(
                    marks.isEmpty()
                        ? " is a dash of printed text, and starts no option"
                        : " is a quotation mark of printed text, and quotes nothing"))
        .help(Message.of(around ? "remove both" : "write ").piece(around ? "" : meant))
        .fix(changes.fix(Message.of(around ? "remove both" : "write ").piece(around ? "" : meant)))
        .atPart(command.scalar(), first);
    return true;
  }

  /** An apostrophe between letters belongs to its word. */
  private boolean isMark(int at) {
    char c = text.charAt(at);
    boolean inside =
        at > 0
            && at + 1 < text.length()
            && Character.isLetter(text.charAt(at - 1))
            && Character.isLetter(text.charAt(at + 1));
    return DOUBLE_QUOTES.indexOf(c) >= 0 || (SINGLE_QUOTES.indexOf(c) >= 0 && !inside);
  }

  private String plainMark(int at) {
    return DOUBLE_QUOTES.indexOf(text.charAt(at)) >= 0 ? "\"" : "'";
  }

  private String plainDash(Span dash) {
    boolean number = Character.isDigit(text.charAt(dash.end()));
    boolean letter =
        dash.end() + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(dash.end() + 1));
    boolean oneDash =
        command.analysis().command().commands().stream()
            .filter(one -> one.span().contains(dash))
            .flatMap(one -> one.firstWord().stream())
            .anyMatch(word -> word.literal().filter(ONE_DASH::contains).isPresent());
    return number || (letter && dash.length() == 1) || oneDash ? "-" : "--";
  }

  /** Odd blanks in arguments; those in the names of programs and files are told there. */
  private boolean blanks() {
    Set<Span> told = new HashSet<>();
    for (ProgramRun run : command.runs()) {
      told.add(run.program().span());
      if (run instanceof Script script) {
        told.add(script.script().span());
      } else if (run instanceof Module module) {
        told.add(module.module().span());
      }
      boolean kept = run.isNamed(PRINTERS) || run.isNamed(Set.of("cd", "pushd"));
      run.setting().command().words().stream()
          .filter(word -> kept)
          .forEach(word -> told.add(word.span()));
    }
    Optional<Word> first = Optional.empty();
    List<Span> places = new ArrayList<>();
    for (Word word : command.analysis().command().words()) {
      Optional<OddBlanks> odd = OddBlanks.in(word);
      if (odd.isPresent() && told.contains(word.span())) {
        return false;
      }
      odd.ifPresent(found -> places.addAll(found.places()));
      first = first.isEmpty() && odd.isPresent() ? Optional.of(word) : first;
    }
    if (first.isEmpty()) {
      return false;
    }
    RuleContext.Finding finding =
        finding(
            Message.ofQuoted(Blanks.asMeant(first.get().span().of(text)))
                .text(" is one word for the shell"));
    new OddBlanks(first.get(), places).explain(command, finding);
    finding.atPart(command.scalar(), places.get(0));
    return true;
  }
}
