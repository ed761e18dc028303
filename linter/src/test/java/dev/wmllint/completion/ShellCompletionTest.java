package dev.wmllint.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.cli.Cli;
import dev.wmllint.spi.Arguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Asks the shells themselves. */
class ShellCompletionTest {
  /** All that a shell could take for syntax. */
  private static final String NASTY = "It's [a] \"test\": $HOME `x` \\ 100%% {a,b} (c) * ? ~ ! & é";

  private static final String SHOWN = "it's [a] \"test\": $HOME `x` \\ 100% {a,b} (c) * ? ~ ! & é";

  @TempDir private Path temp;
  private Path folder;

  @BeforeEach
  void prepare() throws IOException {
    folder = Files.createDirectories(temp.resolve("folder"));
    Files.createDirectory(folder.resolve("model"));
    Files.writeString(folder.resolve("job.yaml"), "");
  }

  private static CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("wml-lint");
    spec.addOption(
        Arguments.option("--format", "FORMAT[=FILE]", NASTY)
            .completionCandidates(List.of("text", "json"))
            .build());
    spec.addOption(
        Arguments.options("--rule", "ID=SEVERITY", NASTY)
            .completionCandidates(List.of("one-key=off", "one-key=info", "two-key=off"))
            .build());
    spec.addOption(Arguments.option("--model", "PATH", "A path. And more.").build());
    spec.addOption(Arguments.option("--glob", "GLOB", "A pattern.").build());
    spec.addOption(Arguments.flag("--quiet", "Say nothing.").build());
    spec.addOption(OptionSpec.builder("--secret").hidden(true).build());
    spec.addPositional(Arguments.files("FILE", "0..*", "Files.").build());
    return spec.addSubcommand("explain", explain()).addSubcommand("pack", pack());
  }

  private static CommandSpec explain() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage().header(NASTY);
    return spec.addPositional(
        Arguments.files("RULE", "0..*")
            .completionCandidates(List.of("one-key", "two-key"))
            .build());
  }

  private static CommandSpec pack() {
    return CommandSpec.create()
        .addOption(
            OptionSpec.builder("-o", "--output")
                .paramLabel("ZIP")
                .arity("1")
                .type(String.class)
                .build())
        .addPositional(Arguments.files("FOLDER", "1").index("0").build());
  }

  /** The word alone, and of KEY=VALUE what is still to be typed: there the shells differ. */
  private static String bare(String offer) {
    String word = offer.split("\t", 2)[0];
    word = word.endsWith("=") || word.endsWith("/") ? word.substring(0, word.length() - 1) : word;
    return word.substring(word.lastIndexOf('=') + 1);
  }

  private void assertOffers(Shell shell, Map<String, String> expected) throws Exception {
    String script = shell.script().of(spec(), Map.of("one-key", NASTY));
    Map<String, List<String>> offers =
        shell.complete(folder, script, List.copyOf(expected.keySet()));
    Map<String, String> found = new LinkedHashMap<>();
    offers.forEach(
        (line, words) ->
            found.put(
                line,
                String.join(
                    " ", new TreeSet<>(words.stream().map(ShellCompletionTest::bare).toList()))));
    assertEquals(expected, found);
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void offers(Shell shell) throws Exception {
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("wml-lint ", "explain job.yaml model pack");
    expected.put("wml-lint e", "explain");
    expected.put("wml-lint j", "job.yaml");
    expected.put("wml-lint --", "--format --glob --model --quiet --rule");
    expected.put("wml-lint job.yaml --q", "--quiet");
    expected.put("wml-lint --quiet --fo", "--format");
    expected.put("wml-lint --format ", "json text");
    expected.put("wml-lint --format t", "text");
    expected.put("wml-lint --format=j", "json");
    expected.put("wml-lint --glob ", "");
    expected.put("wml-lint --rule ", "one-key two-key");
    expected.put("wml-lint --rule tw", "two-key");
    expected.put("wml-lint --rule=tw", "two-key");
    expected.put("wml-lint --rule two-key=", "info off");
    expected.put("wml-lint --rule two-key=o", "off");
    expected.put("wml-lint --rule=two-key=o", "off");
    expected.put("wml-lint explain ", "one-key two-key");
    expected.put("wml-lint explain one-key tw", "two-key");
    expected.put("wml-lint pack --", "--output");
    expected.put("wml-lint pack model --o", "--output");
    expected.put("wml-lint job.yaml explain one", "");
    assertOffers(shell, expected);
  }

  /** Bash is not asked: its own completion of names does this, and only in a line editor. */
  @ParameterizedTest
  @EnumSource(value = Shell.class, names = "BASH", mode = EnumSource.Mode.EXCLUDE)
  void offersFiles(Shell shell) throws Exception {
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("wml-lint --model ", "job.yaml model");
    expected.put("wml-lint --model=j", "job.yaml");
    expected.put("wml-lint --format text=j", "job.yaml");
    expected.put("wml-lint job.yaml ", "job.yaml model");
    expected.put("wml-lint pack ", "model");
    expected.put("wml-lint pack -o ", "job.yaml model");
    expected.put("wml-lint pack --output=j", "job.yaml");
    assertOffers(shell, expected);
  }

  @ParameterizedTest
  @EnumSource(value = Shell.class, names = "FISH")
  void descriptionsAreShownAsTheyStand(Shell shell) throws Exception {
    String script = shell.script().of(spec(), Map.of("one-key", SHOWN));
    List<String> lines = List.of("wml-lint ex", "wml-lint --fo", "wml-lint explain one");
    assertEquals(
        List.of("explain\t" + SHOWN, "--format\t" + SHOWN, "one-key\t" + SHOWN),
        shell.complete(folder, script, lines).values().stream().flatMap(List::stream).toList());
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void theWholeProgram(Shell shell) throws Exception {
    Cli.Outcome outcome = new Cli(folder).run("completion", shell.script().shell());
    assertEquals(0, outcome.exitCode());
    shell.assertSyntax(folder, outcome.out());
    String[] lines = {
      "wml-lint --fail-o",
      "wml-lint --rule unknown-va",
      "wml-lint --rule=unknown-key=wa",
      "wml-lint completion ba",
      "wml-lint help compl",
      "wml-lint pack --excl",
      "wml-lint --color al"
    };
    String[] expected = {
      "--fail-on", "unknown-variable", "warning", "bash", "completion", "--exclude", "always"
    };
    Map<String, List<String>> offers = shell.complete(folder, outcome.out(), List.of(lines));
    for (int i = 0; i < lines.length; i++) {
      List<String> words = offers.get(lines[i]);
      assertEquals(
          List.of(expected[i]), words.stream().map(ShellCompletionTest::bare).toList(), lines[i]);
    }
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void hiddenOptionsStayHidden(Shell shell) {
    String script = shell.script().of(spec(), Map.of());
    assertTrue(script.contains("quiet") && !script.contains("secret"));
  }
}
