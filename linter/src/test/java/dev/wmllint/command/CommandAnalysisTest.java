package dev.wmllint.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The questions that rules ask, each with an answer that a dump does not show. */
final class CommandAnalysisTest {
  private static ProgramRun lastRun(String command) {
    List<ProgramRun> runs = CommandAnalysis.of(ShellCommand.parse(command)).runs();
    return runs.get(runs.size() - 1);
  }

  @Test
  void aMadeFolderStandsForWhatIsInIt() {
    PathSet made = lastRun("git clone https://h/repo; touch a.py; python x.py").madeBefore();
    assertTrue(made.mayContain("repo/dir/train.py"));
    assertTrue(made.mayContain("a.py"));
    assertFalse(made.mayContain("repository/train.py"));
    assertFalse(made.mayContain("dir/a.py"));
    assertEquals("[a.py, repo]", made.toString());
  }

  @Test
  void whatIsMadeLaterWasNotThereBefore() {
    List<ProgramRun> runs =
        CommandAnalysis.of(ShellCommand.parse("python a.py; touch a.py; make; python a.py")).runs();
    assertFalse(runs.get(0).madeBefore().mayContain("a.py"));
    assertTrue(runs.get(2).madeBefore().mayContain("a.py"));
    assertFalse(runs.get(2).madeBefore().isEverything());
    assertTrue(runs.get(3).madeBefore().isEverything());
  }

  @Test
  void anArgumentsValueHasItsOwnSpan() {
    String command = "caffe train --solver=net.prototxt -weights \"x y.caffemodel\" -gpu all";
    List<Argument> arguments = lastRun(command).arguments();
    Argument solver = arguments.get(1);
    assertEquals(Optional.of("--solver"), solver.option());
    assertEquals(Optional.of("net.prototxt"), solver.literal());
    assertEquals("net.prototxt", solver.value().orElseThrow().span().of(command));
    Argument weights = arguments.get(2);
    assertEquals(Optional.of("x y.caffemodel"), weights.literal());
    assertEquals("x y.caffemodel", weights.value().orElseThrow().contentSpan().of(command));
  }

  @Test
  void aQuotedValueBehindAnEqualsSignKeepsItsContent() {
    String command = "python x.py --data=\"a b\"";
    Word value = lastRun(command).arguments().get(0).value().orElseThrow();
    assertEquals("\"a b\"", value.span().of(command));
    assertEquals("a b", value.contentSpan().of(command));
  }

  @Test
  void anInterpretersNameTellsItsMajorVersion() {
    assertEquals(OptionalInt.of(2), majorVersion("python2.7 x.py"));
    assertEquals(OptionalInt.of(3), majorVersion("/usr/bin/python3 x.py"));
    assertEquals(OptionalInt.empty(), majorVersion("python x.py"));
  }

  private static OptionalInt majorVersion(String command) {
    return assertInstanceOf(ProgramRun.Script.class, lastRun(command)).interpreter().majorVersion();
  }

  @Test
  void aJoinedModuleNameHasItsOwnSpan() {
    String command = "python -umpkg.mod a";
    ProgramRun.Module run = assertInstanceOf(ProgramRun.Module.class, lastRun(command));
    assertEquals("pkg.mod", run.module().span().of(command));
    assertEquals(Optional.of("a"), run.arguments().get(0).literal());
  }

  @Test
  void onlySourcedOrEvaluatedCodeSetsUnseenVariables() {
    assertTrue(CommandAnalysis.of(ShellCommand.parse(". ./env.sh")).mayAssignUnseenVariables());
    assertTrue(CommandAnalysis.of(ShellCommand.parse("eval $X")).mayAssignUnseenVariables());
    assertFalse(CommandAnalysis.of(ShellCommand.parse("bash a.sh")).mayAssignUnseenVariables());
  }
}
