package dev.wmllint.rules.command;

import dev.wmllint.command.ProgramRun;
import dev.wmllint.command.ProgramRun.Executable;
import dev.wmllint.command.ProgramRun.Named;
import dev.wmllint.command.ProgramRun.Opaque;
import dev.wmllint.command.Word;
import dev.wmllint.fix.Edit;
import dev.wmllint.fix.Fix;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.FixKind;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.text.Blanks;
import dev.wmllint.text.Message;
import dev.wmllint.text.Span;
import java.util.Optional;
import java.util.Set;

/** A word that the shell takes for a program's name, and that certainly names none. */
final class ProgramsNotFound {
  static final RuleInfo COMMAND_NOT_FOUND =
      RuleInfo.warning(
              Chapter.COMMAND, "command-not-found", "a program's name that the shell will not find")
          .fix(FixKind.UNSAFE);

  /** What is copied with a line of a terminal. */
  private static final String PROMPT = "$";

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
      Optional<String> meant = unseen ? Optional.empty() : meant(run);
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
    return (word.is(PROMPT) || hasBlank(word)) && isNotFound(run, word.literalPrefix());
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
    } else if (word.is(PROMPT)) {
      finding =
          command
              .finding(COMMAND_NOT_FOUND, name.text(" is no program here"))
              .help("remove the prompt")
              .unsafeFix("remove the prompt", prompt(command, run));
    } else if (word.leadingEscapedBlank().isPresent()) {
      finding =
          command
              .finding(COMMAND_NOT_FOUND, name.text(" with a space before it is no program here"))
              .help("remove the backslash, YAML joins the lines itself")
              .unsafeFix(
                  "remove the backslash",
                  command.edit(new Span(word.span().start(), word.span().start() + 1), ""));
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

  /** Takes away the prompt, and the space after it where both are on one line. */
  private static Optional<Edit> prompt(CommandContext command, ProgramRun run) {
    Span prompt = run.program().span();
    Span withBlank = new Span(prompt.start(), prompt.end() + 1);
    return withBlank.end() < command.scalar().value().length()
        ? command.edit(withBlank, "").or(() -> command.edit(prompt, ""))
        : Optional.empty();
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

  private static Optional<String> meant(ProgramRun run) {
    if (!(run instanceof Named named) || named.wellKnown()) {
      return Optional.empty();
    }
    return run.program().literal().filter(named.name()::equals).flatMap(CommonPrograms::meant);
  }

  /** {@code alias x=…}, {@code command -v x}, {@code ln -s y /usr/bin/x}: it may be there. */
  private static boolean isMentioned(CommandContext command, ProgramRun program) {
    String name = program.program().literal().orElseThrow();
    return command.runs().stream()
        .flatMap(run -> run.arguments().stream())
        .flatMap(argument -> argument.value().stream())
        .anyMatch(word -> word.literalPrefix().contains(name));
  }

  private static void reportMisspelt(CommandContext command, ProgramRun run, String meant) {
    Word word = run.program();
    command
        .finding(
            COMMAND_NOT_FOUND,
            Message.ofQuoted(word.literal().orElseThrow()).text(" is no program here"))
        .help("did you mean '" + meant + "'?")
        .unsafeFix("use " + meant, command.replace(word.contentSpan(), meant))
        .atPart(command.scalar(), word.contentSpan());
  }
}
