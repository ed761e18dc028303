package dev.wmllint.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The native program says, answers and writes what the same sources do in a JVM: on all fixtures of
 * the linter, in all formats, for all commands.
 */
class NativeParityIT {
  private static final Path FIXTURES =
      Packages.PROJECT.resolve("linter/src/test/resources/testdata");
  private static final Map<String, String> ENVIRONMENT =
      Map.of("PATH", "/usr/bin:/bin", "SOURCE_DATE_EPOCH", "0");

  private static Path nativeProgram;
  private static Path jvmProgram;

  @TempDir private Path folder;

  @BeforeAll
  static void find() throws IOException {
    nativeProgram = Packages.nativeProgram();
    assumeTrue(Files.exists(nativeProgram), "no native program was built");
    jvmProgram = Packages.jvmProgram();
  }

  private static Run runNative(Path in, String input, List<String> arguments) throws Exception {
    return Run.of(in, ENVIRONMENT, input, command(nativeProgram, arguments));
  }

  private static Run runJvm(Path in, String input, List<String> arguments) throws Exception {
    return Run.of(in, ENVIRONMENT, input, command(jvmProgram, arguments));
  }

  private static List<String> command(Path program, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments);
    return command;
  }

  /** The same end and the same words of both, which are returned. */
  private static Run same(Path in, String input, List<String> arguments) throws Exception {
    Run expected = runJvm(in, input, arguments);
    assertEquals(expected, runNative(in, input, arguments));
    return expected;
  }

  private static List<String> fixtures() throws IOException {
    try (Stream<Path> files = Files.walk(Packages.PROJECT.resolve("examples"));
        Stream<Path> more = Files.walk(FIXTURES)) {
      List<String> found =
          Stream.concat(files, more)
              .filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
              .map(file -> Packages.PROJECT.relativize(file).toString())
              .sorted()
              .toList();
      assertTrue(found.size() > 1_000, "only " + found.size());
      return found;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle"})
  void allFixtures(String format) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("--format", format, "--statistics"));
    arguments.addAll(fixtures());
    Run run = same(Packages.PROJECT, "", arguments);
    assertTrue(run.status() > 0, run.err());
  }

  @Test
  void diffs() throws Exception {
    List<String> arguments = new ArrayList<>(List.of("--diff", "--unsafe-fixes"));
    arguments.addAll(fixtures());
    assertTrue(same(Packages.PROJECT, "", arguments).out().contains("\n@@ "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--fix", "--fix --unsafe-fixes"})
  void fixedFiles(String options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(options.split(" ", -1)));
    List<String> names = new ArrayList<>();
    for (String fixture : fixtures()) {
      names.add(fixture.replace('/', '_'));
    }
    arguments.addAll(names);
    Path ofJvm = copyOfFixtures("jvm");
    Path ofNative = copyOfFixtures("native");
    Run expected = runJvm(ofJvm, "", arguments);
    assertEquals(expected, runNative(ofNative, "", arguments));
    assertEquals(contents(ofJvm), contents(ofNative));
  }

  private Path copyOfFixtures(String name) throws IOException {
    Path copy = Files.createDirectory(folder.resolve(name));
    for (String fixture : fixtures()) {
      Files.copy(Packages.PROJECT.resolve(fixture), copy.resolve(fixture.replace('/', '_')));
    }
    return copy;
  }

  /** What each file has; in Latin-1, which keeps all bytes. */
  private static Map<String, String> contents(Path of) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (Path file : Trees.files(of)) {
      contents.put(
          of.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
    }
    return contents;
  }

  static Stream<String> commandLines() {
    return Stream.of(
        "",
        "--help",
        "--version",
        "--no-such-option",
        "-Dname=value no-such-file.yaml",
        "-Xmx1g no-such-file.yaml",
        "-XX:+UseG1GC",
        "help",
        "help lsp",
        "help explain",
        "help nonsense",
        "rules",
        "rules --format json",
        "explain no-such-rule",
        "schema",
        "schema --config",
        "frameworks",
        "init -",
        "init - --framework caffe --name größe --data-store bluemix_objectstore",
        "man",
        "completion bash",
        "completion zsh",
        "completion fish",
        "lsp --help",
        "--show-config examples/mnist/job.yaml",
        "examples",
        "examples/mnist/job.yaml examples/mnist/tf-model.zip",
        "examples/mnist/tf-model.zip examples/mnist/job.yaml --format json --color always",
        "--model examples/mnist/model examples/mnist/job.yaml",
        "--fail-on warning --quiet examples/mnist/job.yaml",
        "no-such-file.yaml",
        "examples/mnist/tf-model.zip",
        "-");
  }

  @ParameterizedTest
  @MethodSource("commandLines")
  void commands(String line) throws Exception {
    List<String> arguments = line.isEmpty() ? List.of() : Arrays.asList(line.split(" ", -1));
    same(Packages.PROJECT, "model_definition: {name: größe 😀}\n", arguments);
  }

  @Test
  void everyRulePage() throws Exception {
    Run rules = same(Packages.PROJECT, "", List.of("rules", "--format", "json"));
    List<String> ids =
        rules
            .out()
            .lines()
            .flatMap(line -> Stream.of(line.split("\"id\": ?\"", -1)).skip(1))
            .map(rest -> rest.substring(0, rest.indexOf('"')))
            .toList();
    assertTrue(ids.size() > 50, rules.out());
    for (String id : ids) {
      assertEquals(0, same(Packages.PROJECT, "", List.of("explain", id)).status(), id);
    }
  }

  @Test
  void packedZips() throws Exception {
    for (String zip : List.of("jvm.zip", "native.zip")) {
      List<String> arguments =
          List.of("pack", Packages.PROJECT.resolve("examples/mnist/model").toString(), "-o", zip);
      Run run =
          zip.equals("jvm.zip") ? runJvm(folder, "", arguments) : runNative(folder, "", arguments);
      assertEquals(0, run.status(), run.err());
    }
    assertEquals(-1, Files.mismatch(folder.resolve("jvm.zip"), folder.resolve("native.zip")));
  }

  /** Files that are made to hurt, by their names. */
  private static Map<String, byte[]> hostile() {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("deep-flow.yaml", utf8("[".repeat(200_000)));
    files.put("deep-maps.yaml", utf8("{a: ".repeat(100_000)));
    files.put("deep-indents.yaml", utf8(indents()));
    files.put("deep.json", utf8("{\"model_definition\":".repeat(50_000)));
    files.put("aliases.yaml", utf8(laughs()));
    files.put("long-line.yaml", utf8("model_definition: " + "x".repeat(900_000)));
    files.put("too-large.yaml", utf8("# nothing\n".repeat(300_000)));
    files.put("many-keys.yaml", utf8(manyKeys()));
    files.put("quotes.yaml", utf8("execution: {command: \"" + "'\"`$(".repeat(50_000)));
    files.put("zero.yaml", new byte[] {'a', ':', 0, '\n'});
    files.put("latin1.yaml", "name: größe".getBytes(StandardCharsets.ISO_8859_1));
    files.put("utf16.yaml", "\ufeffmodel_definition: {}\n".getBytes(StandardCharsets.UTF_16LE));
    files.put("empty.yaml", new byte[0]);
    return files;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String indents() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      text.append(" ".repeat(i)).append("a:\n");
    }
    return text.toString();
  }

  private static String laughs() {
    StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 40; i++) {
      text.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    return text.append("model_definition: *a39\n").toString();
  }

  private static String manyKeys() {
    StringBuilder text = new StringBuilder("model_definition:\n");
    for (int i = 0; i < 3_000; i++) {
      text.append("  key").append(i).append(": ").append(i).append('\n');
    }
    return text.toString();
  }

  @Test
  void hostileManifests() throws Exception {
    for (Map.Entry<String, byte[]> file : hostile().entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    for (String name : hostile().keySet()) {
      assertTrue(same(folder, "", List.of("--format", "json", name)).status() > 0, name);
    }
  }

  @Test
  void hostileZips() throws Exception {
    Files.copy(Packages.PROJECT.resolve("examples/mnist/job.yaml"), folder.resolve("job.yaml"));
    byte[] sound = Files.readAllBytes(Packages.PROJECT.resolve("examples/mnist/tf-model.zip"));
    Map<String, byte[]> zips = new TreeMap<>();
    zips.put("truncated.zip", Arrays.copyOf(sound, sound.length / 2));
    zips.put("text.zip", utf8("this is text"));
    zips.put("html.zip", utf8("<!DOCTYPE html><html></html>"));
    zips.put("empty.zip", new byte[0]);
    zips.put("bomb.zip", zip("train.py", new byte[200 << 20]));
    zips.put("slip.zip", zip("../../etc/passwd", utf8("x")));
    zips.put("names.zip", zip("größe/日本/😀.py", utf8("x")));
    byte[] broken = sound.clone();
    broken[broken.length / 3] ^= 0x55;
    zips.put("broken.zip", broken);
    for (Map.Entry<String, byte[]> zip : zips.entrySet()) {
      Files.write(folder.resolve(zip.getKey()), zip.getValue());
      same(folder, "", List.of("job.yaml", zip.getKey()));
    }
  }

  private static byte[] zip(String name, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A reader that goes away early, a full disk, and a stream that is closed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"$0\" rules | head -n 1",
        "{ \"$0\" --format json \"$@\"; echo $? >&2; } | true",
        "\"$0\" --format json \"$@\" >/dev/full",
        "\"$0\" --format sarif=/dev/full \"$@\"",
        "\"$0\" \"$@\" >&-",
        "\"$0\" \"$@\" 2>&-",
        "\"$0\" - <&-",
        "\"$0\" \"$@\" <&- >&- 2>&-",
        "cp \"$1\" x.yaml && \"$0\" --fix x.yaml >&- 2>&-; cat x.yaml",
      })
  void outputThatCannotBeWritten(String script) throws Exception {
    List<String> arguments = new ArrayList<>(fixtures().subList(0, 200));
    List<Run> runs = new ArrayList<>();
    for (Path program : List.of(jvmProgram, nativeProgram)) {
      List<String> command = new ArrayList<>(List.of("bash", "-c", script, program.toString()));
      arguments.forEach(file -> command.add(Packages.PROJECT.resolve(file).toString()));
      runs.add(Run.of(folder, ENVIRONMENT, "", command));
    }
    assertEquals(runs.get(0), runs.get(1));
  }

  /** As a terminal does it, and as supervisors do it: the process ends by the signal's number. */
  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "HUP"})
  @Timeout(60)
  void signals(String signal) throws Exception {
    // Its input stays open, so that it waits. What a shell starts in the background ignores INT,
    // and so
    // may what started the tests.
    String script =
        "mkfifo in; exec 3<>in; env --default-signal=INT,TERM,HUP \"$0\" - <in &"
            + " sleep 1; kill -%s $!; wait $!; echo $?".formatted(signal);
    List<Run> runs = new ArrayList<>();
    for (Path program : List.of(jvmProgram, nativeProgram)) {
      Path own = Files.createDirectory(folder.resolve(program.equals(jvmProgram) ? "j" : "n"));
      // not.
      runs.add(Run.of(own, ENVIRONMENT, "", List.of("bash", "-c", script, program.toString())));
    }
    assertEquals(runs.get(0).out(), runs.get(1).out());
    assertTrue(runs.get(0).out().matches("1\\d\\d\\n"), runs.get(0).toString());
  }
}
