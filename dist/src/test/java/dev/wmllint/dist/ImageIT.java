package dev.wmllint.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The image for the JVM. */
class ImageIT extends UnpackedPackage {
  @Override
  Path packed() throws IOException {
    return Packages.jvmImage();
  }

  @Test
  void runsAsTheArgumentOfAShell() throws Exception {
    assertFindings(run(image.resolve("bin"), "sh", "wml-lint", MISTAKES.toString()));
  }

  @Test
  void takesItsClassesFromTheArchive() throws Exception {
    Path log = temporary.resolve("classes.log");
    // Read after the options of the launcher, which turn all logging off.
    assertFindings(runWith("-Xlog:class+load:file=" + log, MISTAKES.toString()));
    String loaded = Files.readString(log);
    assertTrue(
        loaded.contains("dev.wmllint.engine.Linter source: shared objects file"), () -> loaded);
  }

  private Run runWith(String options, String... arguments) throws Exception {
    Map<String, String> environment =
        Map.of("PATH", environment().get("PATH"), "WML_LINT_JAVA_OPTIONS", options);
    List<String> command = new ArrayList<>(List.of(launcher()));
    command.addAll(List.of(arguments));
    return Run.of(temporary, environment, "", command);
  }

  @Test
  void saysHowToGetMoreMemory() throws Exception {
    Path large = temporary.resolve("large.yaml");
    Files.writeString(large, "model_definition:\n" + "  - {a: [1, 2, 3]}\n".repeat(40_000));
    Run run = runWith("-Xmx8m", large.toString());
    assertEquals(3, run.status(), run.toString());
    assertTrue(run.err().endsWith(" with WML_LINT_JAVA_OPTIONS=-Xmx4g\n"), run.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:NoSuchOption", "-Xmx99999g", "-jar nowhere", "-Xmx1k"})
  void saysThatJavaDoesNotStart(String options) throws Exception {
    Run run = runWith(options + " -Dan=option", "--version");
    assertEquals("", run.out());
    assertEquals(2, run.status(), run.err());
    String said = "wml-lint: Java does not start; WML_LINT_JAVA_OPTIONS is '" + options;
    assertTrue(run.err().endsWith(said + " -Dan=option'\n"), run.err());
  }

  @Test
  void takesNoOptionForAPattern() throws Exception {
    Files.writeString(temporary.resolve("-Ddev.wmllint.findings=7"), "");
    assertFindings(runWith("-Ddev*", MISTAKES.toString()));
  }

  @Test
  void passesOverAnArchiveThatDoesNotFit() throws Exception {
    Path jar = jar("wml-lint-[0-9]*");
    FileTime time = Files.getLastModifiedTime(jar);
    try {
      Files.setLastModifiedTime(jar, FileTime.fromMillis(time.toMillis() + 60_000));
      assertFindings(run(Path.of("/"), launcher(), MISTAKES.toString()));
    } finally {
      Files.setLastModifiedTime(jar, time);
    }
  }

  private Path jar(String name) throws IOException {
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(image.resolve("lib"), name + ".jar")) {
      return jars.iterator().next();
    }
  }

  /** The Java that runs the tests stands for somebody's own. */
  @ParameterizedTest
  @ValueSource(
      strings = {"text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle"})
  void saysWhatPlainJavaSays(String format) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("--format", format));
    arguments.addAll(fixtures());
    Path java = Path.of(System.getProperty("java.home"), "bin/java");
    List<String> plain =
        new ArrayList<>(List.of(java.toString(), "-jar", jar("wml-lint-[0-9]*").toString()));
    plain.addAll(arguments);
    Run expected = Run.of(Packages.PROJECT, environment(), "", plain);
    assertEquals(1, expected.status(), expected.err());
    assertEquals(expected, run(Packages.PROJECT, launcher(), arguments.toArray(String[]::new)));
  }

  private static List<String> fixtures() throws IOException {
    List<String> found = new ArrayList<>();
    for (String folder : List.of("examples", "linter/src/test/resources/testdata/err")) {
      try (Stream<Path> files = Files.walk(Packages.PROJECT.resolve(folder))) {
        files
            .filter(file -> file.toString().endsWith(".yaml"))
            .map(file -> Packages.PROJECT.relativize(file).toString())
            .sorted()
            .forEach(found::add);
      }
    }
    assertTrue(found.size() > 20);
    return found;
  }
}
