package dev.wmllint.dist;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The package of the native program. */
class NativeIT extends UnpackedPackage {
  private static final int HUP = 1;
  private static final int PIPE = 13;
  private static final int TERM = 15;

  @Override
  Path packed() throws IOException {
    return Packages.nativePackage();
  }

  @Test
  void isAProgramOfTheSystem() throws IOException {
    byte[] start = new byte[4];
    try (var in = Files.newInputStream(image.resolve("bin/wml-lint"))) {
      assertEquals(4, in.readNBytes(start, 0, 4));
    }
    assertArrayEquals(new byte[] {0x7f, 'E', 'L', 'F'}, start);
    try (Stream<Path> files = Files.walk(image)) {
      assertTrue(files.noneMatch(file -> file.toString().endsWith(".jar")));
    }
  }

  @Test
  void namesTheRuntimeThatIsInIt() throws IOException {
    String bom = Files.readString(image.resolve("legal/bom.cdx.json"));
    for (String part : List.of("wml-lint", "snakeyaml-engine", "OpenJDK", "GraalVM Native Image")) {
      assertTrue(bom.contains("\"name\": \"" + part + "\",\n      \"version\": \""), part);
    }
  }

  /** It is named as the release and the action expect it. */
  @Test
  void isNamedAfterItsPlatform() {
    String name = image.getFileName().toString();
    assertTrue(name.matches("wml-lint-.*-(linux|macos|windows)-(x64|arm64)"), name);
  }

  /** The generator's own is for bugs of the generator; nothing that we print comes from it. */
  @Test
  void takesNoOptionsOfItsRuntime() throws Exception {
    Run run = run(temporary, launcher(), "-XX:PrintFlags=", MISTAKES.toString());
    assertEquals(2, run.status());
    assertEquals("", run.out());
    assertTrue(run.err().startsWith("wml-lint: "), run.err());
  }

  /** So that a file that is half written is removed, and a closed pipe is an error of writing. */
  @Test
  void catchesSignals() throws Exception {
    String script =
        "mkfifo in; exec 3<>in; \"$0\" - <in & sleep 1; cat /proc/$!/status; kill -9 $!";
    Map<String, String> everyday = Map.of("PATH", "/usr/bin:/bin");
    Run run = Run.of(temporary, everyday, "", List.of("sh", "-c", script, launcher()));
    String caught = run.out().replaceAll("(?s).*SigCgt:\\s*(\\p{XDigit}+).*", "$1");
    long bits = Long.parseUnsignedLong(caught, 16);
    for (int signal : List.of(HUP, PIPE, TERM)) {
      assertTrue((bits >> (signal - 1) & 1) == 1, signal + " of " + caught);
    }
  }

  @Test
  void hasTheLicencesOfWhatIsLinked() throws IOException {
    String list = Files.readString(image.resolve("legal/THIRD-PARTY.txt"));
    for (String name :
        List.of(
            "snakeyaml-engine", "json-schema-validator", "picocli", "org.eclipse.lsp4j", "gson")) {
      assertTrue(list.contains(":" + name + ":"), name);
    }
    assertTrue(list.contains("GNU General Public License"), list);
    Path runtime = image.resolve("legal/runtime/java.base");
    assertTrue(Files.readString(runtime.resolve("LICENSE")).contains("CLASSPATH"));
  }
}
