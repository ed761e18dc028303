package dev.wmllint.rules.command;

import dev.wmllint.command.Argument;
import dev.wmllint.command.Place;
import dev.wmllint.command.ProgramNames;
import dev.wmllint.command.ProgramRun;
import dev.wmllint.command.ProgramRun.Executable;
import dev.wmllint.command.ProgramRun.Module;
import dev.wmllint.command.ProgramRun.Named;
import dev.wmllint.command.ProgramRun.Script;
import dev.wmllint.command.Word;
import dev.wmllint.command.WordPart.Literal;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.FixKind;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Options that name a file to read: solver, weights, network, configuration. */
final class CommandArgumentFiles {
  static final RuleInfo COMMAND_ARGUMENT_FILE_MISSING =
      RuleInfo.warning(
              Chapter.COMMAND,
              "command-argument-file-missing",
              "an option that names a file which is not in the model definition")
          .fix(FixKind.UNSAFE)
          .ofModel();

  /** Two dashes before {@code model} most often name an output: only Caffe reads it for sure. */
  private static final Set<String> OPTIONS =
      Set.of("--config", "--conf", "-config", "-conf", "-solver", "-weights", "-model");

  /** {@code caffe --help}: flags of gflags, with one dash or two. */
  private static final Set<String> CAFFE_OPTIONS = Set.of("solver", "weights", "model", "snapshot");

  private static final Set<String> PIP_OPTIONS =
      Set.of("-r", "--requirement", "-c", "--constraint");

  /** What a training leaves, so that a later one may read it. */
  private static final Set<String> TRAINED = Set.of(".caffemodel", ".solverstate", ".h5");

  private static final Pattern EXTENSION =
      Pattern.compile(
          "\\.(prototxt|caffemodel|solverstate|json|ya?ml|cfg|conf|ini|toml|txt|py|lua|t7|pth?|pkl"
              + "|h5|hdf5|pb|ckpt|np[yz]|xml|csv|params)");

  static void check(CommandContext command) {
    if (command.model().isEmpty()) {
      return;
    }
    int reported = 0;
    boolean caffeRan = false;
    for (ProgramRun run : command.runs()) {
      for (Argument argument : run.arguments()) {
        if (!namesFile(run, argument)) {
          continue;
        }
        for (MissingFile file : missing(run, argument.value().orElseThrow(), command, caffeRan)) {
          if (reported++ < CommandContext.MAX_REPORTED) {
            file.report(command, command.files().orElseThrow(), COMMAND_ARGUMENT_FILE_MISSING, "");
          }
        }
      }
      if (!isCaffe(run) && !isPip(run) && isProgram(run)) {
        // It may have written any of the files that are read from here on.
        return;
      }
      caffeRan |= isCaffe(run);
    }
  }

  private static boolean namesFile(ProgramRun run, Argument argument) {
    if (argument.option().isEmpty() || argument.value().isEmpty()) {
      return false;
    }
    String option = argument.option().get();
    if (isPip(run)) {
      return PIP_OPTIONS.contains(option);
    }
    return isCaffe(run)
        ? CAFFE_OPTIONS.contains(option.replaceFirst("^--?", ""))
        : OPTIONS.contains(option) && !isTool(run);
  }

  private static boolean isPip(ProgramRun run) {
    return run instanceof Module module
        ? module.module().is("pip")
        : run instanceof Named named && ProgramNames.withoutVersion(named.name()).equals("pip");
  }

  static boolean isCaffe(ProgramRun run) {
    String name =
        run instanceof Named named
            ? named.name()
            : run instanceof Executable file
                ? NearestFile.baseName(file.program().literal().orElse(""))
                : "";
    return name.equals("caffe") || name.equals("caffe.bin");
  }

  /** Tools have their own meaning of these options: {@code curl --config}. */
  private static boolean isTool(ProgramRun run) {
    return run instanceof Named named && named.wellKnown();
  }

  private static boolean isProgram(ProgramRun run) {
    return run instanceof Script || run instanceof Module || run.mayRunUnseenPrograms();
  }

  private static List<MissingFile> missing(
      ProgramRun run, Word value, CommandContext command, boolean caffeRan) {
    Optional<String> literal = value.literal();
    if (literal.isEmpty() || literal.get().isBlank()) {
      return List.of();
    }
    List<MissingFile> missing = new ArrayList<>();
    // Caffe reads several, with commas between: -weights a.caffemodel,b.caffemodel
    int start = 0;
    for (String file : literal.get().split(",", -1)) {
      Optional<Span> span = span(value, literal.get(), new Span(start, start + file.length()));
      start += file.length() + 1;
      boolean trained = TRAINED.contains(NearestFile.extension(file));
      if (span.isPresent() && isFileName(file) && !(caffeRan && trained)) {
        Place place = run.folder().resolve(file);
        place
            .path()
            .filter(path -> isMissing(path, run, command.model().orElseThrow()))
            .map(path -> new MissingFile(value, span.get(), run.folder(), path))
            .ifPresent(missing::add);
      }
    }
    return missing;
  }

  /** Where a part of a word's value is; known for the whole, and where no quotes are within. */
  private static Optional<Span> span(Word word, String value, Span part) {
    Span content = word.contentSpan();
    if (part.length() == value.length()) {
      return Optional.of(content);
    }
    boolean verbatim =
        word.parts().size() == 1
            && word.parts().get(0) instanceof Literal
            && content.length() == value.length();
    return verbatim
        ? Optional.of(new Span(content.start() + part.start(), content.start() + part.end()))
        : Optional.empty();
  }

  private static boolean isFileName(String value) {
    return EXTENSION.matcher(NearestFile.extension(value)).matches()
        && !value.startsWith("@")
        && value.chars().noneMatch(c -> c == '=' || c == ':' || c == '<' || c == '%');
  }

  private static boolean isMissing(String path, ProgramRun run, ModelDefinition model) {
    return model.file(path).isEmpty()
        && !model.hasFolder(path)
        && !model.isUnknown(path)
        && !run.madeBefore().mayContain(path);
  }
}
