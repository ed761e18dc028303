package dev.wmllint.rules.command;

import dev.wmllint.command.Argument;
import dev.wmllint.command.ProgramRun;
import dev.wmllint.command.ProgramRun.Executable;
import dev.wmllint.command.ProgramRun.Named;
import dev.wmllint.command.ProgramRun.Script;
import dev.wmllint.command.Redirection;
import dev.wmllint.command.Word;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
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

  private static final String DATA = "DATA_DIR";

  private static final List<String> ROOTS =
      List.of("/data", "/datasets", "/mnt", "/home", "/Users");

  /** Below these roots, the rest of the path may well be the path below DATA_DIR. */
  private static final Set<String> DATA_ROOTS = Set.of("/data", "/datasets");

  /** Tools that only read their arguments; any other tool may make what it names. */
  private static final Set<String> READERS =
      Set.of(
          "caffe", "cat", "head", "tail", "cd", "pushd", "wc", "sort", "grep", "awk", "ls", "find",
          "du", "zcat", "gunzip", "source", ".");

  /** Tools that read an archive, and make what is in it. */
  private static final Set<String> UNPACKERS = Set.of("tar", "unzip");

  private static final Set<String> MOVES = Set.of("cd", "pushd");

  private static final Set<String> COPIERS = Set.of("cp", "mv", "rsync");

  /** In the name of an option that says where to write. */
  private static final Pattern OUTPUT =
      Pattern.compile("(?i)out|result|save|log|checkpoint|ckpt|export|snapshot|dest|model_dir");

  static void check(CommandContext command) {
    NavigableSet<String> made = new TreeSet<>();
    List<Word> listed = new ArrayList<>(command.analysis().command().listed());
    for (ProgramRun run : command.runs()) {
      Values values = Values.of(run);
      while (!listed.isEmpty() && listed.get(0).span().start() < run.program().span().start()) {
        values.read.add(0, listed.remove(0));
      }
      values.programs.stream()
          .filter(command::isShare)
          .forEach(word -> report(command, run, word, command.written(word), DATA));
      // What a shell script or an unknown tool did before is unknown.
      if (!run.madeBefore().isEverything()) {
        values.read().stream()
            .filter(word -> isAbsoluteData(word.literalPrefix()))
            .filter(word -> !isMade(word.literalPrefix(), made))
            .forEach(word -> report(command, run, word, word.literalPrefix(), DATA));
        values.sent.stream()
            .filter(word -> isAbsoluteData(word.literalPrefix()))
            .filter(word -> !isMade(word.literalPrefix(), made))
            .forEach(word -> report(command, run, word, word.literalPrefix(), "RESULT_DIR"));
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
   * @param programs are run, and so read
   * @param read must be there before
   * @param written are made, or may be
   * @param sent are files that the shell makes, in folders that must be there before
   */
  private record Values(List<Word> programs, List<Word> read, List<Word> written, List<Word> sent) {
    static Values of(ProgramRun run) {
      Values values =
          new Values(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      boolean makes = run instanceof Named && !run.isNamed(READERS);
      if (run instanceof Script script) {
        values.programs.add(script.script());
      } else if (run instanceof Executable file && !isInstalled(file.program())) {
        values.programs.add(file.program());
      }
      values.read.addAll(values.programs);
      for (Argument argument : run.arguments()) {
        boolean output = makes || argument.option().filter(Values::isOutput).isPresent();
        argument.value().ifPresent(output ? values.written::add : values.read::add);
      }
      if (run.isNamed(COPIERS)) {
        values.keepLastAsWritten();
      } else if (run.isNamed(UNPACKERS)) {
        values.moveArchive((Named) run);
      } else if (run.isNamed(Set.of("tee"))) {
        values.sent.addAll(values.written);
        values.written.clear();
      }
      for (Redirection redirection : run.setting().command().redirections()) {
        if (redirection.kind() == Redirection.Kind.READ) {
          values.read.add(redirection.target());
        } else if (redirection.writesFile()) {
          values.sent.add(redirection.target());
        }
      }
      return values;
    }

    private void keepLastAsWritten() {
      List<Word> sources = written.subList(0, Math.max(0, written.size() - 1));
      read.addAll(sources);
      sources.clear();
    }

    /** What is unpacked is read; {@code tar cf} makes it. */
    private void moveArchive(Named run) {
      List<Word> words = run.setting().command().words();
      String options = words.size() > 1 ? words.get(1).literalPrefix() : "";
      boolean makes = run.name().equals("tar") && options.matches("-?[a-z]*c.*|--create");
      Optional<Word> archive =
          makes
              ? Optional.empty()
              : written.stream().filter(word -> isArchive(word.literalPrefix())).findFirst();
      archive.ifPresent(
          word -> {
            written.remove(word);
            read.add(word);
          });
    }

    private static boolean isArchive(String path) {
      return path.matches(".*\\.(tar|tgz|tbz2?|txz|zip|gz|bz2|xz|zst)");
    }

    private static boolean isInstalled(Word program) {
      return program.literalPrefix().matches(".*/s?bin/[^/]*");
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

  private static void report(
      CommandContext command, ProgramRun run, Word word, String path, String folder) {
    command
        .finding(
            ABSOLUTE_DATA_PATH,
            Message.ofQuoted(path).text(" is a path of another machine than the run's"))
        .help(
            isOfModel(run, word)
                ? Message.of(
                    "the command starts in the folder of the model definition, ${MODEL_DIR}")
                : Message.of(folder.equals(DATA) ? "data is in ${" : "results go to ${")
                    .text(folder + "}: ")
                    .piece(inFolder(folder, path, word)))
        .atPart(command.scalar(), word.contentSpan());
  }

  /** The own project, or a program of it. */
  private static boolean isOfModel(ProgramRun run, Word word) {
    boolean program =
        word.equals(run.program())
            || (run instanceof Script script && word.equals(script.script()));
    return program || (run.isNamed(MOVES) && !DATA_ROOTS.contains(root(word.literalPrefix())));
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

  private static String inFolder(String folder, String path, Word word) {
    String root = root(path);
    String rest = withoutSlashesAtEnd(path.substring(root.length()));
    boolean whole = word.literal().isPresent();
    if (!DATA_ROOTS.contains(root)) {
      boolean file = whole && !NearestFile.extension(rest).isEmpty();
      rest = file ? "/" + NearestFile.baseName(rest) : "";
    }
    return "${" + folder + "}" + rest + (whole || rest.isEmpty() ? "" : "…");
  }
}
