package dev.wmllint.rules.command;

import dev.wmllint.command.Interpreter;
import dev.wmllint.command.ProgramRun;
import dev.wmllint.command.ProgramRun.Script;
import dev.wmllint.command.Word;
import dev.wmllint.fix.Fix;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.text.Span;
import java.util.List;
import java.util.Optional;

/** {@code python 3 train.py}: the version is taken for the program file. */
final class SplitVersion {
  private SplitVersion() {}

  /** Whether there was something to report. */
  static boolean report(CommandContext scene, ProgramRun run, RuleInfo rule) {
    Optional<Word> version = version(run);
    if (version.isEmpty()) {
      return false;
    }
    Interpreter interpreter = ((Script) run).interpreter();
    String meant = interpreter.name() + version.get().literal().orElseThrow();
    RuleContext.Finding finding =
        scene
            .finding(
                rule, "'" + version.get().literal().orElseThrow() + "' is taken for a program file")
            .help("did you mean '" + meant + "'?");
    int behindName = interpreter.word().span().end();
    int atVersion = version.get().span().start();
    scene
        .edit(new Span(behindName, atVersion), "")
        .ifPresent(edit -> finding.fix(Fix.unsafe("use " + meant, edit)));
    finding.atPart(scene.scalar(), version.get().contentSpan());
    return true;
  }

  private static Optional<Word> version(ProgramRun run) {
    if (!(run instanceof Script script) || script.arguments().isEmpty()) {
      return Optional.empty();
    }
    List<Word> words = run.setting().command().words();
    int behind = words.indexOf(script.interpreter().word()) + 1;
    return Optional.of(script.script())
        .filter(word -> behind > 0 && behind < words.size() && words.get(behind).equals(word))
        .filter(word -> script.interpreter().name().equals("python"))
        .filter(word -> word.literal().filter(text -> text.matches("[23](\\.[0-9])?")).isPresent());
  }
}
