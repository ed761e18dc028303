package dev.wmllint.rules.command;

import dev.wmllint.command.Place;
import dev.wmllint.command.ProgramRun;
import dev.wmllint.command.Word;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.text.Blanks;
import dev.wmllint.text.Message;
import java.util.Optional;
import java.util.Set;

/**
 * A {@code cd} into a folder that is not there: the reason why a file after it is missing.
 *
 * @param word the folder, as written
 * @param from the folder in which the {@code cd} is
 * @param path of the folder, from the root of the model definition
 */
record MissingFolder(Word word, Place from, String path) {
  private static final Set<String> MOVES = Set.of("cd", "pushd");

  /** The {@code cd} that led to the folder of {@code run}, when that folder is not there. */
  static Optional<MissingFolder> of(CommandContext command, ProgramRun run) {
    ModelDefinition model = command.model().orElseThrow();
    Place folder = run.folder();
    Optional<String> path =
        folder
            .path()
            .filter(name -> !model.hasFolder(name) && !model.isUnknown(name))
            .filter(name -> !run.madeBefore().mayContain(name));
    if (path.isEmpty()) {
      return Optional.empty();
    }
    Optional<MissingFolder> found = Optional.empty();
    for (ProgramRun earlier : command.runs()) {
      if (earlier == run) {
        break;
      }
      if (earlier.isNamed(Set.of("mkdir"))) {
        return Optional.empty();
      }
      Optional<Word> target = target(command, earlier, folder);
      if (target.isPresent()) {
        found = target.map(word -> new MissingFolder(word, earlier.folder(), path.get()));
      }
    }
    return found;
  }

  /** The word of a {@code cd} that leads to {@code folder}. */
  private static Optional<Word> target(CommandContext command, ProgramRun run, Place folder) {
    if (!run.isNamed(MOVES)) {
      return Optional.empty();
    }
    return run.arguments().stream()
        .flatMap(argument -> argument.value().stream())
        .filter(word -> command.analysis().place(word, run.folder()).equals(folder))
        .findFirst();
  }

  /**
   * Reports it.
   *
   * @param file what may be meant by the file that is started in the folder
   */
  void report(CommandContext command, NearestFile.Found file, RuleInfo rule) {
    RuleContext.Finding finding =
        command.finding(
            rule,
            Message.of("folder ")
                .quoted(Blanks.asMeant(path))
                .text(" is not in the model definition"));
    Optional<OddBlanks> odd = OddBlanks.in(word);
    if (odd.isPresent()) {
      odd.get().explain(command, finding);
    } else {
      file.only()
          .map(NearestFile::folder)
          .filter(folder -> !folder.isEmpty())
          .flatMap(folder -> CommandContext.relative(from, folder))
          .ifPresent(folder -> instead(command, folder, finding));
    }
    finding.atPart(command.scalar(), word.contentSpan());
  }

  private void instead(CommandContext command, String folder, RuleContext.Finding finding) {
    finding.help(Message.of("did you mean ").quoted(folder).text("?"));
    if (word.literal().isPresent()) {
      finding.unsafeFix(
          Message.of("use ").piece(folder), command.replace(word.contentSpan(), folder));
    }
  }
}
