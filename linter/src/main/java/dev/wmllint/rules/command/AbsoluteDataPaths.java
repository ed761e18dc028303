package dev.wmllint.rules.command;

import dev.wmllint.command.Argument;
import dev.wmllint.command.ProgramRun;
import dev.wmllint.command.ProgramRun.Named;
import dev.wmllint.command.Redirection;
import dev.wmllint.command.Word;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Paths of the author's own machine, where the data of the run is meant. */
final class AbsoluteDataPaths {
  static final RuleInfo ABSOLUTE_DATA_PATH =
      RuleInfo.warning(
          Chapter.COMMAND,
          "absolute-data-path",
          "an argument that names data by a path of another machine");

  private static final List<String> ROOTS =
      List.of("/data", "/datasets", "/mnt", "/home", "/Users");

  /** Below these roots, the rest of the path may well be the path below DATA_DIR. */
  private static final Set<String> DATA_ROOTS = Set.of("/data", "/datasets");

  /** Tools that only read their arguments; any other tool may make what it names. */
  private static final Set<String> READERS =
      Set.of("caffe", "cat", "head", "tail", "cd", "pushd", "wc", "sort", "grep", "awk");

  private static final Set<String> MOVES = Set.of("cd", "pushd");

  private static final Set<String> COPIERS = Set.of("cp", "mv", "rsync");

  /** In the name of an option that says where to write. */
  private static final Pattern OUTPUT =
      Pattern.compile("(?i)out|result|save|log|checkpoint|ckpt|export|snapshot|dest|model_dir");

  static void check(CommandContext command) {
    NavigableSet<String> made = new TreeSet<>();
    for (ProgramRun run : command.runs()) {
      Values values = Values.of(run);
      // What a shell script or an unknown tool did before is unknown.
      if (!run.madeBefore().isEverything()) {
        values.read().stream()
            .filter(word -> isAbsoluteData(word.literalPrefix()))
            .filter(word -> !isMade(word.literalPrefix(), made))
            .forEach(word -> report(command, run, word));
      }
      values.written().stream()
          .map(Word::literalPrefix)
          .filter(AbsoluteDataPaths::isAbsoluteData)
          .map(path -> path.endsWith("/") ? path : path + "/")
          .forEach(made::add);
    }
  }

  /**
   * The values among the arguments and redirections of a run.
   *
   * @param read must be there before
   * @param written are made, or may be
   */
  private record Values(List<Word> read, List<Word> written) {
    static Values of(ProgramRun run) {
      Values values = new Values(new ArrayList<>(), new ArrayList<>());
      boolean makes = run instanceof Named && !run.isNamed(READERS);
      for (Argument argument : run.arguments()) {
        boolean output = makes || argument.option().filter(Values::isOutput).isPresent();
        argument.value().ifPresent(output ? values.written::add : values.read::add);
      }
      if (run.isNamed(COPIERS)) {
        values.keepLastAsWritten();
      }
      for (Redirection redirection : run.setting().command().redirections()) {
        if (redirection.kind() == Redirection.Kind.READ) {
          values.read.add(redirection.target());
        } else if (redirection.writesFile()) {
          values.written.add(redirection.target());
        }
      }
      return values;
    }

    private void keepLastAsWritten() {
      List<Word> sources = written.subList(0, Math.max(0, written.size() - 1));
      read.addAll(sources);
      sources.clear();
    }

    private static boolean isOutput(String option) {
      return option.equalsIgnoreCase("-o") || OUTPUT.matcher(option).find();
    }
  }

  private static boolean isAbsoluteData(String path) {
    return !root(path).isEmpty();
  }

  /** Whether the folder, one around it, or one in it has been made. */
  private static boolean isMade(String path, NavigableSet<String> made) {
    String folder = path.endsWith("/") ? path : path + "/";
    String inside = made.ceiling(folder);
    if (inside != null && inside.startsWith(folder)) {
      return true;
    }
    for (int end = folder.indexOf('/', 1); end >= 0; end = folder.indexOf('/', end + 1)) {
      if (made.contains(folder.substring(0, end + 1))) {
        return true;
      }
    }
    return false;
  }

  private static void report(CommandContext command, ProgramRun run, Word word) {
    String path = word.literalPrefix();
    command
        .finding(
            ABSOLUTE_DATA_PATH,
            Message.ofQuoted(path).text(" is a path of another machine than the run's"))
        .help(
            run.isNamed(MOVES) && !DATA_ROOTS.contains(root(path))
                ? Message.of(
                    "the command starts in the folder of the model definition, ${MODEL_DIR}")
                : Message.of("data is in ${DATA_DIR}: ").piece(inDataFolder(path, word)))
        .atPart(command.scalar(), word.contentSpan());
  }

  private static String root(String path) {
    return ROOTS.stream()
        .filter(root -> path.equals(root) || path.startsWith(root + "/"))
        .findFirst()
        .orElse("");
  }

  private static String withoutSlashesAtEnd(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  private static String inDataFolder(String path, Word word) {
    String root = root(path);
    String rest = withoutSlashesAtEnd(path.substring(root.length()));
    boolean whole = word.literal().isPresent();
    if (!DATA_ROOTS.contains(root)) {
      boolean file = whole && !NearestFile.extension(rest).isEmpty();
      rest = file ? "/" + NearestFile.baseName(rest) : "";
    }
    return "${DATA_DIR}" + rest + (whole || rest.isEmpty() ? "" : "…");
  }
}
