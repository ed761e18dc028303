package dev.wmllint.rules.command;

import dev.wmllint.command.Interpreter;
import dev.wmllint.command.ProgramRun;
import dev.wmllint.command.ProgramRun.Module;
import dev.wmllint.command.ProgramRun.Script;
import dev.wmllint.command.Word;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.FixKind;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.text.Message;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ScalarStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Two commands on two lines that YAML folds into one: the shell takes the second for arguments of
 * the first.
 */
final class JoinedCommands {
  static final RuleInfo JOINED_COMMANDS =
      RuleInfo.warning(
              Chapter.COMMAND, "joined-commands", "lines that YAML joins otherwise than was meant")
          .fix(FixKind.UNSAFE);

  /** Tools that never start their arguments. */
  private static final Set<String> TOOLS =
      Set.of(
          "cd", "mkdir", "unzip", "tar", "wget", "curl", "cp", "mv", "ls", "pwd", "export", "chmod",
          "caffe");

  /** The same of those that prepare the machine. */
  private static final Set<String> SETUP =
      Set.of("pip", "pip3", "conda", "apt-get", "activate", "nvidia-smi");

  /** In the name of a script or an option that takes a command as its arguments. */
  private static final Pattern LAUNCHER =
      Pattern.compile("(?i)launch|entry|wrap|spawn|exec|cmd|command|python|interpreter|shell");

  /**
   * Where a second command starts.
   *
   * @param last the last word of the line above
   * @param first the word that should start a command
   */
  record Joint(Word last, Word first) {}

  static void check(CommandContext command) {
    for (Joint joint : find(command)) {
      command
          .finding(
              JOINED_COMMANDS,
              Message.ofQuoted(joint.first().literal().orElse(""))
                  .text(" is read as an argument: YAML folds both lines into one command"))
          .help("end the line above with '&&'")
          .unsafeFix(
              "end the line above with '&&'", command.insertAfter(joint.last().span(), " &&"))
          .atPart(command.scalar(), joint.first().contentSpan());
    }
  }

  /** The places where two commands were joined; none in a text that keeps its lines. */
  static List<Joint> find(CommandContext command) {
    List<Joint> found = new ArrayList<>();
    if (command.scalar().style() != ScalarStyle.LITERAL) {
      command.runs().forEach(run -> collect(command, run, found));
    }
    return found;
  }

  private static void collect(CommandContext command, ProgramRun run, List<Joint> found) {
    Optional<Word> head = head(run);
    List<Word> words = run.setting().command().words();
    int at = head.map(words::indexOf).orElse(-1);
    if (at < 0 || firstLine(command, run.program()) != lastLine(command, head.get())) {
      return;
    }
    for (int i = at + 1; i + 1 < words.size(); i++) {
      Word before = words.get(i - 1);
      Word word = words.get(i);
      int line = firstLine(command, word);
      boolean startsLine = lastLine(command, before) < line;
      boolean hasArguments = firstLine(command, words.get(i + 1)) == line;
      if (startsLine && hasArguments && startsCommand(word) && !takesCommand(before)) {
        found.add(new Joint(before, word));
      }
    }
  }

  /** The word that completes a run: what follows it on the next line are arguments. */
  private static Optional<Word> head(ProgramRun run) {
    if (run instanceof Script script) {
      return Optional.of(script.script()).filter(word -> !isLauncher(word.literalPrefix()));
    }
    if (run instanceof Module module) {
      return Optional.of(module.module()).filter(word -> !isLauncher(word.literalPrefix()));
    }
    return run.isNamed(TOOLS) || run.isNamed(SETUP) ? Optional.of(run.program()) : Optional.empty();
  }

  private static boolean isLauncher(String name) {
    return LAUNCHER.matcher(name).find();
  }

  private static boolean startsCommand(Word word) {
    boolean caffe = word.is("caffe");
    return word.contentSpan().equals(word.span()) && (caffe || Interpreter.of(word).isPresent());
  }

  /** {@code --} or {@code --launcher}: after it a command is an argument. */
  private static boolean takesCommand(Word word) {
    String text = word.literalPrefix();
    return text.equals("--") || (text.startsWith("-") && isLauncher(text));
  }

  private static int firstLine(CommandContext command, Word word) {
    return line(command, command.scalar().sourceSpan(word.span()).start());
  }

  private static int lastLine(CommandContext command, Word word) {
    Span source = command.scalar().sourceSpan(word.span());
    return line(command, Math.max(source.start(), source.end() - 1));
  }

  private static int line(CommandContext command, int offset) {
    return command.context().document().lines().lineOf(offset);
  }
}
