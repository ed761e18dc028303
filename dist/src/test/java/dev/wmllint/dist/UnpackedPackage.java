package dev.wmllint.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A tarball, unpacked by tar in another folder, as somebody has it who has no Java. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UnpackedPackage {
  static final Path MISTAKES =
      Packages.PROJECT.resolve(
          "lsp-server/src/main/resources/dev/wmllint/lsp/training/mistakes.yaml");

  /** What every system has, and no JDK. */
  private static final String TOOLS = "/usr/bin:/bin";

  Path temporary;

  /** The folder that was in it. */
  Path image;

  private Path tools;

  /** The folder that the tarball was made of, and lies beside; it need not be there. */
  abstract Path packed() throws IOException;

  @BeforeAll
  void unpack(@TempDir Path folder) throws IOException, InterruptedException {
    Path tarball = packed().resolveSibling(packed().getFileName() + ".tar.gz");
    assumeTrue(Files.exists(tarball), "not built: " + tarball);
    temporary = folder;
    // Another user is to get at it.
    temporary.toFile().setExecutable(true, false);
    temporary.toFile().setReadable(true, false);
    Path elsewhere = Files.createDirectory(temporary.resolve("a folder with blanks"));
    Run unpacked =
        Run.of(elsewhere, Map.of("PATH", TOOLS), "", List.of("tar", "-xzf", tarball.toString()));
    assertEquals(new Run(0, "", ""), unpacked);
    image = elsewhere.resolve(packed().getFileName());
    tools = Files.createDirectory(temporary.resolve("tools"));
    for (String tool : List.of("sh", "readlink")) {
      Files.createSymbolicLink(tools.resolve(tool), which(tool));
    }
  }

  private static Path which(String tool) {
    return Stream.of(TOOLS.split(":"))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  Map<String, String> environment() {
    return Map.of("PATH", tools.toString(), "SOURCE_DATE_EPOCH", "0");
  }

  Run run(Path folder, String program, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    return Run.of(folder, environment(), "", command);
  }

  String launcher() {
    return image.resolve("bin/wml-lint").toString();
  }

  static void assertFindings(Run run) {
    assertEquals("", run.err());
    assertEquals(1, run.status());
    assertTrue(run.out().contains("[unsupported-framework-version]"), run.out());
  }

  @Test
  void runsFromAnyFolderWithoutJava() throws Exception {
    assertFindings(run(Path.of("/"), launcher(), MISTAKES.toString()));
    assertFindings(run(image, "bin/wml-lint", MISTAKES.toString()));
  }

  @Test
  void runsThroughLinks() throws Exception {
    Path links = Files.createDirectories(temporary.resolve("links/deep"));
    Path relative = Path.of("../..").resolve(temporary.relativize(image)).resolve("bin/wml-lint");
    Files.createSymbolicLink(links.resolve("relative"), relative);
    Files.createSymbolicLink(temporary.resolve("links/chain"), Path.of("deep/relative"));
    Files.createSymbolicLink(links.resolve("wml-lint"), links.resolve("relative").toAbsolutePath());
    Files.createSymbolicLink(links.resolve("folder"), image.resolve("bin"));
    assertFindings(run(links, "../chain", MISTAKES.toString()));
    assertFindings(run(Path.of("/"), links.resolve("wml-lint").toString(), MISTAKES.toString()));
    assertFindings(run(links, "./folder/wml-lint", MISTAKES.toString()));
    Run found =
        Run.of(
            Path.of("/"),
            Map.of("PATH", links + ":" + tools),
            "",
            List.of("sh", "-c", "exec wml-lint \"$1\"", "sh", MISTAKES.toString()));
    assertFindings(found);
  }

  @Test
  void isTheServerByTheNameOfAnyLink() throws Exception {
    Path links = Files.createDirectories(temporary.resolve("links of the server"));
    Files.createSymbolicLink(links.resolve("some"), image.resolve("bin/wml-language-server"));
    Files.createSymbolicLink(links.resolve("other"), Path.of("some"));
    Run expected = run(links, launcher(), "lsp", "--help");
    assertEquals(0, expected.status(), expected.err());
    assertEquals(expected, run(links, "./other", "--help"));
    assertEquals(expected, run(image, "bin/wml-language-server", "--help"));
    Run found =
        Run.of(
            Path.of("/"),
            Map.of("PATH", links + ":" + tools),
            "",
            List.of("sh", "-c", "exec other --help"));
    assertEquals(expected, found);
    assertNotEquals(expected, run(links, launcher(), "--help"));
  }

  @Test
  void needsNoRightToWrite() throws Exception {
    Map<Path, FileTime> before = times();
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/setpriv"))
        && "root".equals(System.getProperty("user.name"))) {
      command.addAll(
          List.of("/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    }
    Path copy = temporary.resolve("mistakes.yaml");
    Files.copy(MISTAKES, copy);
    command.addAll(List.of(launcher(), copy.toString()));
    assertFindings(Run.of(Path.of("/"), environment(), "", command));
    assertEquals(before, times());
  }

  private Map<Path, FileTime> times() throws IOException {
    Map<Path, FileTime> times = new TreeMap<>();
    for (Path file : Trees.files(image)) {
      times.put(file, Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS));
    }
    return times;
  }

  /** As cron and slim containers have it: no locale, or one that is not installed. */
  @ParameterizedTest
  @ValueSource(strings = {"", "C", "en_XX.UTF-8", "en_XX.ISO-8859-1"})
  void readsFilesOfAnyName(String locale) throws Exception {
    Path folder = Files.createDirectories(temporary.resolve("größe " + locale + "/日本"));
    Path manifest = folder.resolve("añ😀.yaml");
    Files.copy(MISTAKES, manifest, StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(folder.resolve("größe.py"), "print()\n");
    Map<String, String> environment = Map.of("PATH", tools.toString(), "LANG", locale);
    for (String file : List.of(manifest.toString(), "añ😀.yaml", ".")) {
      assertFindings(Run.of(folder, environment, "", List.of(launcher(), file)));
    }
  }

  @Test
  void hasNoInputWhereItIsClosed() throws Exception {
    Run closed = run(temporary, "sh", "-c", "exec \"$0\" - <&-", launcher());
    assertTrue(closed.out().contains("[empty-manifest]"), closed.toString());
    Run server = run(temporary, "sh", "-c", "exec \"$0\" lsp <&-", launcher());
    assertEquals("", server.out());
  }

  @Test
  void saysThatTheFolderIsGone() throws Exception {
    String script = "mkdir gone && cd gone && rmdir ../gone && exec \"$0\" \"$1\"";
    Map<String, String> everyday = Map.of("PATH", TOOLS);
    List<String> command = List.of("sh", "-c", script, launcher(), MISTAKES.toString());
    Run run = Run.of(temporary, everyday, "", command);
    assertEquals(2, run.status());
    assertTrue(run.err().endsWith("wml-lint: the current folder is gone\n"), run.err());
    assertEquals("", run.out());
  }

  @Test
  void takesNoOptionsOfOtherProgramsOnJava() throws Exception {
    Map<String, String> environment =
        Map.of(
            "PATH", tools.toString(), "JAVA_TOOL_OPTIONS", "-XX:+UseG1GC", "_JAVA_OPTIONS", "-Xx");
    assertFindings(Run.of(temporary, environment, "", List.of(launcher(), MISTAKES.toString())));
  }

  @Test
  void runsSeveralAtOnce() throws Exception {
    List<Run.Started> started = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      List<String> command = List.of(launcher(), MISTAKES.toString());
      started.add(Run.start(Path.of("/"), environment(), "", command));
    }
    for (Run.Started one : started) {
      assertFindings(one.end());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "share/man/man1/wml-lint.1, man",
    "share/man/man1/wml-language-server.1, man",
    "share/bash-completion/completions/wml-lint, completion bash",
    "share/zsh/site-functions/_wml-lint, completion zsh",
    "share/fish/vendor_completions.d/wml-lint.fish, completion fish"
  })
  void hasWhatTheProgramPrints(String file, String arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(launcher()));
    command.addAll(List.of(arguments.split(" ", -1)));
    Run run = Run.of(Packages.PROJECT, Map.of("PATH", TOOLS), "", command);
    assertTrue(run.out().contains("wml-lint"));
    assertEquals(run, new Run(0, Files.readString(image.resolve(file)), ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"LICENSE", "README.md"})
  void hasTheTextsOfTheProject(String file) throws IOException {
    assertEquals(-1, Files.mismatch(Packages.PROJECT.resolve(file), image.resolve(file)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"wml-lint lsp", "wml-language-server"})
  @Timeout(60)
  void servesAnEditor(String line) throws Exception {
    List<String> command = new ArrayList<>(List.of(line.split(" ", -1)));
    command.set(0, image.resolve("bin").resolve(command.get(0)).toString());
    Path err = temporary.resolve(line + ".err");
    try (Server server = Server.start(command, Path.of("/"), environment(), err)) {
      server.ask("initialize", JsonParser.parseString("{\"capabilities\":{}}"));
      server.notify("initialized", new JsonObject());
      server.open(MISTAKES.toUri().toString(), Files.readString(MISTAKES));
      String published = server.awaited("textDocument/publishDiagnostics").toString();
      assertTrue(published.contains("unsupported-framework-version"), published);
    }
    assertEquals("", Files.readString(err));
  }
}
