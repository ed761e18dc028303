package dev.wmllint.rules.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.ChosenRule;
import dev.wmllint.Fixture;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.LintResult;
import dev.wmllint.engine.Linter;
import dev.wmllint.fix.Fix;
import dev.wmllint.fix.FixApplier;
import dev.wmllint.manifest.Manifest;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelLimits;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.MappingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every case of {@code testdata/command-rules}, in every style that it can be written in. */
@Tag(ChosenRule.TAG)
class CommandRulesTest {
  private static final Set<RuleId> RULES =
      new CommandRules().infos().stream().map(RuleInfo::id).collect(Collectors.toSet());

  private final Linter linter = new Linter(LintConfig.DEFAULT);
  private final Map<List<String>, ModelDefinition> models = new HashMap<>();

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicNode> cases() {
    List<DynamicNode> nodes = new ArrayList<>();
    for (Path file : Fixture.files("command-rules", ".txt")) {
      Stream<DynamicTest> tests =
          CommandCase.read(file).stream()
              .filter(CommandRulesTest::isChosen)
              .flatMap(
                  one ->
                      Stream.of(CommandStyle.values())
                          .filter(one::isAbout)
                          .map(
                              style ->
                                  DynamicTest.dynamicTest(
                                      one.name() + " " + style,
                                      () -> check(file.getFileName().toString(), one, style))));
      nodes.add(DynamicContainer.dynamicContainer(file.getFileName().toString(), tests));
    }
    return nodes.stream();
  }

  /** A rule's own cases, and those in which no rule may speak. */
  private static boolean isChosen(CommandCase one) {
    return one.expected().isEmpty()
        || one.expected().stream().anyMatch(expected -> ChosenRule.includes(expected.rule()));
  }

  private void check(String file, CommandCase one, CommandStyle style) {
    String text = style.manifest(one.framework(), one.command());
    List<Diagnostic> found = lint(one, text);
    assertEquals(
        one.expected().stream().map(e -> e.rule() + " [" + e.underlined() + "]").toList(),
        found.stream()
            .map(d -> d.rule() + " [" + style.read(d.span().orElseThrow().of(text)).strip() + "]")
            .toList(),
        () -> file + ": " + one.name() + " " + style + "\n" + text + found);
    for (int i = 0; i < found.size(); i++) {
      checkOne(one, style, text, one.expected().get(i), found.get(i));
    }
  }

  private void checkOne(
      CommandCase one,
      CommandStyle style,
      String text,
      CommandCase.Expected expected,
      Diagnostic diagnostic) {
    assertTrue(diagnostic.fullMessage().contains(expected.help()), diagnostic::fullMessage);
    boolean escapes =
        style.escapes() && one.command().stream().anyMatch(line -> line.matches(".*[\"'\\\\].*"));
    if (escapes && diagnostic.fixes().isEmpty()) {
      return;
    }
    Optional<String> fixed =
        diagnostic.fixes().stream()
            .findFirst()
            .map((Fix fix) -> FixApplier.apply(text, List.of(fix)));
    assertEquals(
        expected.fixed().map(CommandRulesTest::normal),
        fixed.map(this::command).map(CommandRulesTest::normal));
    fixed.ifPresent(
        changed -> {
          long before = one.expected().size();
          List<Diagnostic> left =
              lint(one, changed).stream()
                  .filter(d -> !one.residue().contains(d.rule().value()))
                  .toList();
          assertTrue(left.size() < before, () -> changed + left);
        });
  }

  private static String normal(String command) {
    return command.replaceAll("\\s+", " ").strip();
  }

  private String command(String text) {
    LintResult result = linter.lint(LintRequest.of(SourceText.of("job.yaml", text)));
    assertTrue(result.document().problems().isEmpty(), text);
    MappingNode root = (MappingNode) result.document().root().orElseThrow();
    return Manifest.of(root, LintConfig.DEFAULT.schema()).command().orElseThrow().value();
  }

  /** What the command's rules say, by position. */
  private List<Diagnostic> lint(CommandCase one, String text) {
    Set<String> beside = Set.copyOf(one.beside());
    LintResult result =
        linter.lint(
            new LintRequest(
                SourceText.of("job.yaml", text), one.zip().map(this::model), beside::contains));
    assertEquals(List.of(), result.crashes());
    return result.diagnostics().stream().filter(d -> RULES.contains(d.rule())).toList();
  }

  private ModelDefinition model(List<String> entries) {
    return models.computeIfAbsent(
        entries,
        key -> {
          Path file = folder.resolve(models.size() + ".zip");
          try {
            CommandZip.write(file, key);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return ModelDefinition.open(file, ModelLimits.DEFAULT);
        });
  }
}
