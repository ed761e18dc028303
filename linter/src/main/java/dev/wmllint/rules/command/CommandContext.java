package dev.wmllint.rules.command;

import dev.wmllint.command.CommandAnalysis;
import dev.wmllint.command.Place;
import dev.wmllint.command.ProgramRun;
import dev.wmllint.command.Word;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ProgramKinds;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.text.Edit;
import dev.wmllint.text.Message;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ScalarNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A command with all that its checks look at. Spans count in the command's text; the scalar knows
 * where in the file that is.
 *
 * @param scalar the command in the manifest
 * @param analysis what it says and runs
 * @param model the model definition, when its files are known
 * @param files finds what a missing file was meant to be; present when the model definition is
 * @param programExtensions how the names of the framework's programs end
 * @param starters which program starts a file under the framework's version
 */
record CommandContext(
    RuleContext context,
    ScalarNode scalar,
    CommandAnalysis analysis,
    Optional<ModelDefinition> model,
    Optional<NearestFile> files,
    List<String> programExtensions,
    Starters starters) {
  /**
   * A rule reports no more findings than that: a longer command is generated, and the first ones
   * tell the story.
   */
  static final int MAX_REPORTED = 100;

  /** How Windows names what is on another computer; the shell may need twice the backslashes. */
  private static final Pattern SHARE = Pattern.compile("\\\\{2,}[A-Za-z0-9][\\w.-]+\\\\");

  static CommandContext of(RuleContext context, ScalarNode scalar, CommandAnalysis analysis) {
    // Of an empty or unreadable one the fault is reported; that files are missing follows from it.
    Optional<ModelDefinition> model =
        context.model().filter(found -> found.isReadable() && found.fileCount() > 0);
    List<String> programs =
        ProgramKinds.ofCertain(context.schema(), context.manifest().instance()).extensions();
    return new CommandContext(
        context,
        scalar,
        analysis,
        model,
        model.map(found -> new NearestFile(found, programs, context.besideManifest())),
        programs,
        Starters.of(context.manifest(), context.schema()));
  }

  /** What the command runs, in the order in which it is written. */
  List<ProgramRun> runs() {
    return analysis.runs();
  }

  /** Whether a word is written as Windows names a file of another computer. */
  boolean isShare(Word word) {
    return SHARE.matcher(written(word)).lookingAt();
  }

  /** A word without its quotes, as it is written. */
  String written(Word word) {
    return word.contentSpan().of(scalar.value());
  }

  /** Whether the command sets a variable itself. */
  boolean assigns(String variable) {
    return analysis.assignedVariables().contains(variable);
  }

  RuleContext.Finding finding(RuleInfo rule, Message message) {
    return context.finding(rule, message);
  }

  /**
   * Replaces a part of the command. Empty where that part is not written as it is read, with
   * escapes or over a line end, or where a word might need quotes of the shell or of YAML.
   *
   * @param words what is there afterwards, with spaces between
   */
  Optional<Edit> replace(Span part, String... words) {
    return Arrays.stream(words).allMatch(CommandContext::isPlain)
        ? edit(part, String.join(" ", words))
        : Optional.empty();
  }

  /**
   * Replaces a part of the command by text that is known to need no quotes, or by nothing. Empty
   * where that part is not written as it is read.
   */
  Optional<Edit> edit(Span part, String text) {
    return verbatim(part).map(source -> new Edit(source, text));
  }

  /** Inserts text before a part of the command, under the conditions of {@link #replace}. */
  Optional<Edit> insertBefore(Span part, String text) {
    return verbatim(part).map(source -> Edit.insert(source.start(), text));
  }

  /** Inserts text after a part of the command, under the conditions of {@link #replace}. */
  Optional<Edit> insertAfter(Span part, String text) {
    return verbatim(part).map(source -> Edit.insert(source.end(), text));
  }

  /** Where a part of the command is in the file; empty where it is not written as it is read. */
  private Optional<Span> verbatim(Span part) {
    return Optional.of(scalar.sourceSpan(part))
        .filter(source -> !part.isEmpty())
        .filter(source -> source.of(context.text()).equals(part.of(scalar.value())));
  }

  /** Whether neither the shell nor YAML reads anything into a text, in whatever quotes. */
  static boolean isPlain(String text) {
    return text.chars()
        .allMatch(
            c ->
                Character.isLetterOrDigit(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK
                    || "_-./+".indexOf(c) >= 0);
  }

  /** The path that leads from a folder of the model definition to a file of it. */
  static Optional<String> relative(Place folder, String file) {
    return folder.path().map(from -> from.isEmpty() ? file : relative(from + "/", file));
  }

  private static String relative(String folder, String file) {
    StringBuilder path = new StringBuilder();
    String common = folder;
    while (!file.startsWith(common)) {
      common = common.substring(0, common.lastIndexOf('/', common.length() - 2) + 1);
      path.append("../");
    }
    return path.append(file.substring(common.length())).toString();
  }
}
