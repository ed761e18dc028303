package dev.wmllint.rules.command;

import dev.wmllint.command.Argument;
import dev.wmllint.command.ProgramRun;
import dev.wmllint.command.ProgramRun.Executable;
import dev.wmllint.command.ProgramRun.Named;
import dev.wmllint.command.ProgramRun.Opaque;
import dev.wmllint.command.Word;
import dev.wmllint.fix.Fix;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.FixKind;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.text.Blanks;
import dev.wmllint.text.Edit;
import dev.wmllint.text.Message;
import dev.wmllint.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A word that the shell takes for a program's name, and that certainly names none. */
final class ProgramsNotFound {
  static final RuleInfo COMMAND_NOT_FOUND =
      RuleInfo.warning(
              Chapter.COMMAND, "command-not-found", "a program's name that the shell will not find")
          .fix(FixKind.UNSAFE);

  /** An interpreter's name with what should come after a space. */
  private static final Pattern JOINED =
      Pattern.compile("(python[23]?(?:\\.\\d)?|Rscript|luajit)(-[mucB]|[./]*\\w.*\\.(?:py|R|lua))");

  private static final Pattern VERSION = Pattern.compile("-[23](\\.\\d+)?");

  /** The clients of the service. */
  private static final Set<String> CLIENTS = Set.of("bx", "bluemix", "ibmcloud");

  /** After these there may be programs of any name. */
  private static final Set<String> INSTALLERS = Set.of("apt-get", "conda", "activate");

  static void check(CommandContext command) {
    boolean unseen = command.assigns("PATH") || command.analysis().mayAssignUnseenVariables();
    int reported = 0;
    for (ProgramRun run : command.runs()) {
      if (reported == CommandContext.MAX_REPORTED) {
        return;
      }
      if (isMisread(run)) {
        reportMisread(command, run);
        reported++;
        continue;
      }
      if (isSubmission(run)) {
        command
            .finding(
                COMMAND_NOT_FOUND,
                Message.ofQuoted(run.program().literal().orElse("")).text(" is no program here"))
            .help("it submits the run; write the command that the run executes")
            .atPart(command.scalar(), run.program().contentSpan());
        return;
      }
      Optional<String> meant = unseen ? Optional.empty() : meant(command, run);
      if (meant.isPresent() && !isMentioned(command, run)) {
        reportMisspelt(command, run, meant.get());
        reported++;
      } else {
        unseen |= run.mayRunUnseenPrograms() || run.isNamed(INSTALLERS);
      }
    }
  }

  /** Whether a run starts no program, because more than its name is in one word. */
  static boolean isMisread(ProgramRun run) {
    Word word = run.program();
    return hasBlank(word) && isNotFound(run, word.literalPrefix());
  }

  /** A path is looked for as such, and what follows a prefix may be a value of its option. */
  private static boolean isNotFound(ProgramRun run, String name) {
    if (run instanceof Opaque) {
      return OddBlanks.in(run.program()).isPresent();
    }
    boolean first = run.setting().command().firstWord().filter(run.program()::equals).isPresent();
    boolean common = CommonPrograms.contains(firstWord(name));
    return run instanceof Named named
        ? !named.wellKnown() && (first || common)
        : run instanceof Executable && common;
  }

  private static boolean hasBlank(Word word) {
    return OddBlanks.in(word).isPresent()
        || word.literal()
            .filter(name -> name.chars().anyMatch(Character::isWhitespace))
            .isPresent();
  }

  private static String firstWord(String name) {
    String blanks = Blanks.asMeant(name).strip();
    int end = blanks.indexOf(' ');
    return end < 0 ? blanks : blanks.substring(0, end);
  }

  private static void reportMisread(CommandContext command, ProgramRun run) {
    Word word = run.program();
    String written = word.literal().orElse(word.span().of(command.analysis().command().text()));
    Message name = Message.ofQuoted(Blanks.asMeant(written));
    Optional<OddBlanks> odd = OddBlanks.in(word);
    RuleContext.Finding finding;
    if (odd.isPresent()) {
      finding = command.finding(COMMAND_NOT_FOUND, name.text(" is no program here"));
      odd.get().explain(command, finding);
    } else {
      finding =
          command
              .finding(
                  COMMAND_NOT_FOUND,
                  name.text(" is no program here: the quotes make one name of it all"))
              .help("remove the quotes")
              .fix(withoutQuotes(command, word));
    }
    finding.atPart(command.scalar(), word.contentSpan());
  }

  /** Takes away the quotes around a word that is quoted as a whole. */
  static Optional<Fix> withoutQuotes(CommandContext command, Word word) {
    Span span = word.span();
    if (word.contentSpan().equals(span)) {
      return Optional.empty();
    }
    Optional<Edit> open = command.edit(new Span(span.start(), span.start() + 1), "");
    Optional<Edit> close = command.edit(new Span(span.end() - 1, span.end()), "");
    return open.isPresent() && close.isPresent()
        ? Optional.of(Fix.unsafe("remove the quotes", open.get(), close.get()))
        : Optional.empty();
  }

  private static Optional<String> meant(CommandContext command, ProgramRun run) {
    if (!(run instanceof Named named) || named.wellKnown()) {
      return Optional.empty();
    }
    Optional<String> name = run.program().literal().filter(named.name()::equals);
    return name.flatMap(CommonPrograms::meant)
        .or(() -> name.flatMap(written -> split(command, run, written)))
        .or(() -> name.filter("py"::equals).filter(py -> isLauncher(run)).map(py -> "python3"));
  }

  /** {@code python3train.py}, {@code python3-m}: a space is missing. */
  private static Optional<String> split(CommandContext command, ProgramRun run, String name) {
    Matcher joined = JOINED.matcher(name);
    return joined.matches()
            && (joined.group(2).startsWith("-") || isThere(command, run, joined.group(2)))
        ? Optional.of(joined.group(1) + " " + joined.group(2))
        : Optional.empty();
  }

  private static boolean isThere(CommandContext command, ProgramRun run, String file) {
    return command
        .model()
        .map(model -> run.folder().resolve(file).path().flatMap(model::file).isPresent())
        .orElse(Character.isDigit(run.program().literal().orElse("x").charAt(6)));
  }

  /** The launcher of Windows: {@code py -3 train.py}, {@code py train.py}. */
  private static boolean isLauncher(ProgramRun run) {
    return run.setting().command().words().stream()
        .map(Word::literalPrefix)
        .anyMatch(word -> VERSION.matcher(word).matches() || word.endsWith(".py"));
  }

  /** {@code bx ml train}: what submits a run, in the place of what it runs. */
  private static boolean isSubmission(ProgramRun run) {
    return run.isNamed(CLIENTS)
        && run.arguments().stream()
            .findFirst()
            .flatMap(Argument::literal)
            .filter("ml"::equals)
            .isPresent();
  }

  /** {@code alias x=…}, {@code command -v x}, {@code ln -s y /usr/bin/x}: it may be there. */
  private static boolean isMentioned(CommandContext command, ProgramRun program) {
    Pattern name =
        Pattern.compile(
            "(.*/)?" + Pattern.quote(program.program().literal().orElseThrow()) + "(=.*)?");
    return command.runs().stream()
        .flatMap(run -> run.arguments().stream())
        .flatMap(argument -> argument.value().stream())
        .anyMatch(word -> name.matcher(word.literalPrefix()).matches());
  }

  /** The version of {@code py -3} is a part of the name. */
  private static Optional<Fix> replacement(CommandContext command, ProgramRun run, String meant) {
    Span name = run.program().contentSpan();
    List<Word> words = run.setting().command().words();
    Word next = words.get(Math.min(words.indexOf(run.program()) + 1, words.size() - 1));
    boolean version = run.program().is("py") && VERSION.matcher(next.literalPrefix()).matches();
    Changes changes = new Changes(command);
    return (version
            ? changes.replace(name.union(next.span()), "python" + next.literalPrefix().substring(1))
            : changes.replace(name, meant))
        .fix(Message.of("use ").piece(meant));
  }

  private static void reportMisspelt(CommandContext command, ProgramRun run, String meant) {
    Word word = run.program();
    command
        .finding(
            COMMAND_NOT_FOUND,
            Message.ofQuoted(word.literal().orElseThrow()).text(" is no program here"))
        .help(Message.of("did you mean ").quoted(meant).text("?"))
        .fix(replacement(command, run, meant))
        .atPart(command.scalar(), word.contentSpan());
  }
}
