package dev.wmllint.subcommand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wmllint.Manifests;
import dev.wmllint.cli.Cli;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The page of the manual, and the help that it shares its text with. */
final class ManCommandTest {
  private static final Pattern OPTION = Pattern.compile("(?m)^ {2,6}(-[a-zA-Z-]+)");
  private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+)  ");

  /** How the sources ask for a variable: of the environment, or through a constant. */
  private static final Pattern VARIABLE =
      Pattern.compile("(?:environment[^\"\n]*|VARIABLE = )\"([A-Z_]{4,})\"");

  private static final Path SOURCES = Path.of("src/main/java");

  /** What Windows' terminals say of themselves is nothing that anybody sets. */
  private static final Set<String> OF_TERMINALS = Set.of("WT_SESSION", "ANSICON");

  @TempDir private Path folder;

  private String page() {
    return plain(new Cli(folder).run("man").out());
  }

  private static String plain(String roff) {
    return roff.replaceAll("\\\\f[BIR]|\\\\&", "").replace("\\-", "-").replace("\\(aq", "'");
  }

  private List<String> commands() {
    String help = new Cli(folder).run("--help").out();
    String list = help.substring(help.indexOf("\nCommands:\n"));
    return COMMAND.matcher(list).results().map(found -> found.group(1)).toList();
  }

  private String help(String command) {
    Cli cli = new Cli(folder);
    return (command.isEmpty() ? cli.run("--help") : cli.run(command, "--help")).out();
  }

  @TestFactory
  Stream<DynamicTest> everyHelpFitsEightyColumnsAndIsInThePage() {
    assertTrue(commands().containsAll(List.of("init", "explain", "man")), commands().toString());
    String page = page();
    return Stream.concat(Stream.of(""), commands().stream())
        .map(
            command ->
                dynamicTest(
                    command.isEmpty() ? "wml-lint" : command,
                    () -> {
                      String help = help(command);
                      assertEquals(List.of(), help.lines().filter(l -> l.length() > 80).toList());
                      String section = command.isEmpty() ? page : section(page, command);
                      for (MatchResult option : OPTION.matcher(help).results().toList()) {
                        assertTrue(section.contains("\n" + option.group(1)), option.group(1));
                      }
                    }));
  }

  private static String section(String page, String command) {
    String head = ".SS \"wml-lint " + command + "\"";
    assertTrue(page.contains(head), head);
    String from = page.substring(page.indexOf(head) + head.length());
    return from.substring(0, from.indexOf("\n.S"));
  }

  @Test
  void aNarrowTerminalBreaksNoWord() {
    String text = words(help("init"));
    for (String columns : List.of("40", "55", "100")) {
      Cli cli = new Cli(folder).environment("COLUMNS", columns);
      assertEquals(text, words(cli.run("init", "--help").out()), columns);
    }
  }

  private static String words(String help) {
    return help.replaceAll("\\s+", " ");
  }

  @Test
  void thePageIsTheSameEachTimeAndBearsTheDateThatIsAskedFor() {
    String page = new Cli(folder).withoutDate().run("man").out();
    assertEquals(page, new Cli(folder).withoutDate().run("man").out());
    assertTrue(page.contains(".TH \"WML-LINT\" \"1\" \"\" \"wml-lint "), page);
    Cli.Outcome dated = new Cli(folder).environment("SOURCE_DATE_EPOCH", "1767225600").run("man");
    assertEquals(page.replace("\"1\" \"\"", "\"1\" \"2026-01-01\""), dated.out());
    assertEquals(
        "wml-lint: SOURCE_DATE_EPOCH must be a number of seconds, is 'soon'\n",
        new Cli(folder).environment("SOURCE_DATE_EPOCH", "soon").run("man").err());
  }

  @Test
  void thePageIsAscii() {
    String page = new Cli(folder).run("man").out();
    assertEquals(
        List.of(), page.lines().filter(line -> !line.matches("[ -~]*")).toList(), "not ASCII");
  }

  @Test
  void everyVariableThatIsHeededIsInThePage() throws IOException {
    Set<String> heeded = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(file -> VARIABLE.matcher(read(file)).results())
          .forEach(found -> heeded.add(found.group(1)));
    }
    assertTrue(heeded.containsAll(Set.of("NO_COLOR", "COLUMNS", "SOURCE_DATE_EPOCH")), "" + heeded);
    heeded.removeAll(OF_TERMINALS);
    String page = page();
    String environment = page.substring(page.indexOf(".SH \"ENVIRONMENT\""));
    environment = environment.substring(0, environment.indexOf(".SH \"FILES\""));
    Set<String> missing = new TreeSet<>(heeded);
    missing.removeAll(List.of(environment.split("[\\s,]+")));
    assertEquals(Set.of(), missing);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theExamplesWork() {
    String page = page();
    List<String> examples =
        page.substring(page.indexOf(".SH \"EXAMPLES\""))
            .lines()
            .filter(line -> line.startsWith("wml-lint "))
            .toList();
    assertNotEquals(List.of(), examples);
    for (String example : examples) {
      Cli cli = new Cli(folder);
      cli.write("job.yaml", Manifests.S3);
      cli.write("jobs/one.yaml", Manifests.S3);
      cli.zip("tf-model.zip", "convolutional_network.py");
      Set<String> files = Set.of("job.yaml", "tf-model.zip", "jobs", "sarif=wml-lint.sarif");
      String[] arguments =
          Stream.of(example.split(" "))
              .skip(1)
              .map(word -> files.contains(word) ? inFolder(cli, word) : word)
              .toArray(String[]::new);
      Cli.Outcome outcome = cli.run(arguments);
      assertTrue(outcome.exitCode() <= 1, example + ": " + outcome.err());
      assertEquals("", outcome.err().replaceAll("wml-lint: nothing to fix\n", ""), example);
    }
  }

  private static String inFolder(Cli cli, String word) {
    int name = word.indexOf('=') + 1;
    return word.substring(0, name) + cli.path(word.substring(name));
  }
}
