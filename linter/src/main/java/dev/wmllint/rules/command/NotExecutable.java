package dev.wmllint.rules.command;

import dev.wmllint.command.ProgramRun;
import dev.wmllint.command.ProgramRun.Executable;
import dev.wmllint.command.Word;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelEntry;
import dev.wmllint.model.ModelKind;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.FixKind;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.text.Edit;
import dev.wmllint.text.Message;
import java.util.Optional;

/** Files that are started by their name and may not be: the shell ends with 126. */
final class NotExecutable {
  static final RuleInfo NOT_EXECUTABLE =
      RuleInfo.warning(
              Chapter.COMMAND, "not-executable", "a program without the right to be executed")
          .fix(FixKind.UNSAFE)
          .ofModel();

  static void check(CommandContext command) {
    if (command.model().isEmpty()) {
      return;
    }
    int reported = 0;
    for (ProgramRun run : command.runs()) {
      if (run instanceof Executable file && reported < CommandContext.MAX_REPORTED) {
        Optional<ModelEntry> entry = entry(file, command.model().get());
        entry.ifPresent(found -> report(command, file, found));
        reported += entry.isPresent() ? 1 : 0;
      }
    }
  }

  /** The file that is started, when it is in the model definition as one that cannot be. */
  private static Optional<ModelEntry> entry(Executable run, ModelDefinition model) {
    Optional<String> path =
        run.place()
            .path()
            .filter(name -> !run.madeBefore().mayContain(name))
            .filter(name -> !run.madeExecutableBefore().mayContain(name));
    return path.flatMap(model::file)
        .filter(entry -> !entry.symlink())
        .filter(entry -> !isFaulty(entry, model))
        .filter(
            entry ->
                switch (entry.executable()) {
                  case YES -> false;
                  case NO -> true;
                  // In a folder: the file system has no such bit, the zip will.
                  case NOT_RECORDED -> model.kind() == ModelKind.ZIP;
                });
  }

  /** Whether the file is reported as one that is no program at all. */
  private static boolean isFaulty(ModelEntry entry, ModelDefinition model) {
    return model.faults().stream()
        .filter(fault -> fault.rule().value().equals("model-program-is-html"))
        .anyMatch(fault -> fault.entry().filter(entry.rawName()::equals).isPresent());
  }

  private static void report(CommandContext command, Executable run, ModelEntry entry) {
    ModelDefinition model = command.model().orElseThrow();
    String where = model.kind() == ModelKind.ZIP ? "zip" : "folder";
    RuleContext.Finding finding =
        command.finding(
            NOT_EXECUTABLE,
            Message.ofQuoted(entry.name())
                .text(" is not executable in the " + where)
                .text(": the run stops with 'Permission denied' (exit 126)"));
    Word word = run.program();
    Optional<String> starter = command.starters().of(model, entry);
    Optional<String> written = word.literal().map(NotExecutable::withoutDot);
    if (starter.isPresent() && written.isPresent()) {
      String use = starter.get() + " " + written.get();
      finding
          .help(Message.of("start it as ").quoted(use))
          .unsafeFix(
              Message.of("use ").piece(use), edit(command, word, starter.get(), written.get()));
    } else {
      finding.help(
          Message.of("run 'chmod +x ").piece(entry.name()).text("' before you make the zip"));
    }
    finding.atPart(command.scalar(), word.contentSpan());
  }

  private static Optional<Edit> edit(
      CommandContext command, Word word, String starter, String file) {
    boolean quoted = !word.contentSpan().equals(word.span());
    return quoted
        ? command.insertBefore(word.span(), starter + " ")
        : command.replace(word.span(), starter, file);
  }

  private static String withoutDot(String path) {
    return path.startsWith("./") ? path.substring("./".length()) : path;
  }
}
