package dev.wmllint.rules.command;

import dev.wmllint.command.Interpreter;
import dev.wmllint.command.Place;
import dev.wmllint.command.ProgramRun;
import dev.wmllint.command.ProgramRun.Executable;
import dev.wmllint.command.ProgramRun.Module;
import dev.wmllint.command.ProgramRun.Script;
import dev.wmllint.command.Word;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.FixKind;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.text.Message;
import dev.wmllint.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Program files that the command starts: they must be in the model definition. */
public final class CommandFiles {
  public static final RuleInfo COMMAND_FILE_MISSING =
      RuleInfo.error(
              Chapter.COMMAND,
              "command-file-missing",
              "a program file that is not in the model definition")
          .fix(FixKind.UNSAFE)
          .ofModel();

  static void check(CommandContext command) {
    if (command.model().isEmpty()) {
      return;
    }
    ModelDefinition model = command.model().get();
    Set<Span> folders = new HashSet<>();
    int reported = 0;
    for (ProgramRun run : command.runs()) {
      if (reported == CommandContext.MAX_REPORTED) {
        return;
      }
      if (run instanceof Module module
          && MissingModule.report(command, module, model, COMMAND_FILE_MISSING)) {
        reported++;
      }
      Optional<MissingFile> missing = missing(run, model);
      if (missing.isPresent() && !command.isShare(missing.get().word())) {
        report(command, run, missing.get(), folders);
        reported++;
      }
    }
  }

  /** Reports the folder in place of the file, and once, when that is what is not there. */
  private static void report(
      CommandContext command, ProgramRun run, MissingFile file, Set<Span> folders) {
    NearestFile search = command.files().orElseThrow();
    Optional<MissingFolder> folder = MissingFolder.of(command, run);
    if (folder.isEmpty()) {
      if (!reportSplitVersion(command, run)) {
        file.report(command, search, COMMAND_FILE_MISSING, run instanceof Executable ? "./" : "");
      }
    } else if (folders.add(folder.get().word().span())) {
      folder.get().report(command, search.find(file.path()), COMMAND_FILE_MISSING);
    }
  }

  /** The file that a run starts, when it certainly will not be there. */
  static Optional<MissingFile> missing(ProgramRun run, ModelDefinition model) {
    if (run instanceof Script script) {
      boolean python = script.interpreter().language() == Interpreter.Language.PYTHON;
      return missing(run, script.script(), script.place(), path -> isThere(path, model, python));
    }
    return run instanceof Executable file && !ProgramsNotFound.isMisread(run)
        ? missing(run, file.program(), file.place(), path -> isThere(path, model, false))
        : Optional.empty();
  }

  private static Optional<MissingFile> missing(
      ProgramRun run, Word word, Place place, Predicate<String> isThere) {
    return place
        .path()
        .filter(path -> !isThere.test(path) && !run.madeBefore().mayContain(path))
        .map(path -> new MissingFile(word, run.folder(), path));
  }

  /** Python also runs a folder that has a {@code __main__.py}. */
  private static boolean isThere(String path, ModelDefinition model, boolean python) {
    String main = path.isEmpty() ? "__main__.py" : path + "/__main__.py";
    return model.file(path).isPresent()
        || model.isUnknown(path)
        || (python && model.file(main).isPresent());
  }

  /** {@code python 3 train.py}: the version is taken for the program file. */
  private static boolean reportSplitVersion(CommandContext command, ProgramRun run) {
    Optional<Word> version = splitVersion(run);
    if (version.isEmpty()) {
      return false;
    }
    Interpreter interpreter = ((Script) run).interpreter();
    String meant = interpreter.name() + version.get().literal().orElseThrow();
    int afterName = interpreter.word().span().end();
    int atVersion = version.get().span().start();
    command
        .finding(
            COMMAND_FILE_MISSING,
            Message.ofQuoted(version.get().literal().orElseThrow())
                .text(" is taken for a program file"))
        .help(Message.of("did you mean ").quoted(meant).text("?"))
        .unsafeFix(
            Message.of("use ").piece(meant), command.edit(new Span(afterName, atVersion), ""))
        .atPart(command.scalar(), version.get().contentSpan());
    return true;
  }

  private static Optional<Word> splitVersion(ProgramRun run) {
    if (!(run instanceof Script script) || script.arguments().isEmpty()) {
      return Optional.empty();
    }
    List<Word> words = run.setting().command().words();
    int second = words.indexOf(script.interpreter().word()) + 1;
    return Optional.of(script.script())
        .filter(word -> second > 0 && second < words.size() && words.get(second).equals(word))
        .filter(word -> script.interpreter().name().equals("python"))
        .filter(word -> word.literal().filter(text -> text.matches("[23](\\.[0-9])?")).isPresent());
  }
}
