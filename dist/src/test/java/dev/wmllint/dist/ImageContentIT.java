package dev.wmllint.dist;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in the image beside the program. */
class ImageContentIT {
  private static Path image;

  @BeforeAll
  static void find() throws IOException {
    image = Packages.jvmImage();
    assumeTrue(Files.exists(image.resolve("runtime")), "no JDK with jlink was found");
  }

  @Test
  void namesTheLicenceAndTheSourcesOfEachLibrary() throws IOException {
    List<String> blocks =
        List.of(Files.readString(image.resolve("legal/THIRD-PARTY.txt")).split("\n\n", -1));
    TreeSet<String> listed = new TreeSet<>();
    for (String block : blocks.stream().filter(text -> text.contains("\n  licence: ")).toList()) {
      String[] lines = block.split("\n", -1);
      String[] coordinates = lines[0].split(":", -1);
      listed.add(coordinates[1] + "-" + coordinates[2] + ".jar");
      assertTrue(lines[1].matches("  licence: .*(Apache|MIT|BSD|Eclipse Public).*"), block);
      assertTrue(lines[2].matches("  sources: https?://\\S+"), block);
    }
    try (Stream<Path> jars = Files.list(image.resolve("lib"))) {
      assertEquals(
          jars.map(jar -> jar.getFileName().toString())
              .filter(name -> name.endsWith(".jar") && !name.startsWith("wml-"))
              .collect(Collectors.toCollection(TreeSet::new)),
          listed);
    }
  }

  @Test
  void hasTheNoticesThatItsJarsHave() throws IOException {
    int found = 0;
    try (Stream<Path> files = Files.list(image.resolve("lib"))) {
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
        String name = jar.getFileName().toString().replace(".jar", "");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
          for (String text : List.of("LICENSE", "LICENSE.txt", "NOTICE")) {
            ZipEntry entry = zip.getEntry("META-INF/" + text);
            if (entry != null) {
              Path copied = image.resolve("legal").resolve(name).resolve(text);
              try (InputStream in = zip.getInputStream(entry)) {
                assertArrayEquals(in.readAllBytes(), Files.readAllBytes(copied), name);
              }
              found++;
            }
          }
        }
      }
    }
    assertTrue(found >= 5, "only " + found);
  }

  @Test
  void itsBillOfMaterialsHasTheJarsAndTheRuntime() throws Exception {
    String version = Files.readString(image.resolve("runtime/release")).split("\"", 3)[1];
    List<JsonObject> components = components(Files.readString(image.resolve("legal/bom.cdx.json")));
    JsonObject runtime = components.remove(components.size() - 1);
    assertEquals("OpenJDK", runtime.get("name").getAsString());
    assertTrue(runtime.get("version").getAsString().startsWith(version), runtime.toString());
    assertTrue(runtime.get("cpe").getAsString().endsWith(":" + version + ":*:*:*:*:*:*:*"));
    assertAreTheJars(components, image.resolve("lib"));
  }

  @Test
  void theJarsAloneHaveNoticesAndABillOfMaterialsToo(@TempDir Path folder) throws Exception {
    String name = image.getFileName().toString().split("-(?=linux|macos)", 2)[0];
    Path tarball = Packages.TARGET.resolve(name + "-jars.tar.gz");
    Map<String, String> environment = Map.of("PATH", "/usr/bin:/bin");
    List<String> unpack = List.of("tar", "-xzf", tarball.toString(), "--strip-components=1");
    assertEquals(new Run(0, "", ""), Run.of(folder, environment, "", unpack));
    Path legal = folder.resolve("legal");
    assertAreTheJars(
        components(Files.readString(legal.resolve("bom.cdx.json"))), folder.resolve("lib"));
    for (String text : List.of("LICENSE", "README.md", "legal/THIRD-PARTY.txt")) {
      assertEquals(-1, Files.mismatch(image.resolve(text), folder.resolve(text)), text);
    }
    String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
    List<String> version = List.of(java, "-jar", jar(folder, "wml-lint-[0-9]*"), "--version");
    assertTrue(Run.of(folder, environment, "", version).out().startsWith("wml-lint "));
  }

  private static String jar(Path folder, String name) throws IOException {
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(folder.resolve("lib"), name + ".jar")) {
      return jars.iterator().next().toString();
    }
  }

  private static List<JsonObject> components(String bom) {
    JsonObject all = JsonParser.parseString(bom).getAsJsonObject();
    assertEquals("CycloneDX", all.get("bomFormat").getAsString());
    assertTrue(all.get("serialNumber").getAsString().matches("urn:uuid:[0-9a-f-]{36}"));
    List<JsonObject> components = new ArrayList<>();
    all.getAsJsonArray("components").forEach(one -> components.add(one.getAsJsonObject()));
    return components;
  }

  private static void assertAreTheJars(List<JsonObject> components, Path lib) throws IOException {
    TreeSet<String> named = new TreeSet<>();
    for (JsonObject one : components) {
      named.add(one.get("name").getAsString() + "-" + one.get("version").getAsString() + ".jar");
      assertTrue(one.get("purl").getAsString().startsWith("pkg:maven/"), one.toString());
      assertFalse(one.getAsJsonArray("licenses").isEmpty(), one.toString());
      assertEquals(64, one.toString().replaceFirst(".*\"content\":\"(\\w+)\".*", "$1").length());
    }
    try (Stream<Path> jars = Files.list(lib)) {
      assertEquals(
          jars.map(jar -> jar.getFileName().toString())
              .filter(name -> name.endsWith(".jar"))
              .collect(Collectors.toCollection(TreeSet::new)),
          named);
    }
  }

  @Test
  void listsItsFilesButForTheArchive() throws Exception {
    Path list = image.resolve("legal/SHA256SUMS");
    TreeSet<String> listed = new TreeSet<>();
    Files.readAllLines(list).forEach(line -> listed.add(line.substring(66)));
    TreeSet<String> left = new TreeSet<>();
    for (Path file : Trees.files(image)) {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        left.add(image.relativize(file).toString());
      }
    }
    assertTrue(left.containsAll(listed));
    left.removeAll(listed);
    assertTrue(
        String.join(" ", left)
            .matches(
                "legal/SHA256SUMS lib/classes\\.(aot|jsa)( runtime/lib/\\w+/classes\\w*\\.jsa)*"),
        left.toString());
    List<String> check = List.of("sha256sum", "--check", "--quiet", list.toString());
    assertEquals(new Run(0, "", ""), Run.of(image, Map.of("PATH", "/usr/bin:/bin"), "", check));
  }

  @Test
  void isTheSameInEachBuildButForTheArchive(@TempDir Path target) throws Exception {
    for (String jars : List.of("jars", "unsigned")) {
      Trees.copy(Packages.TARGET.resolve(jars), target.resolve(jars));
    }
    String version = image.getFileName().toString().split("-(?=linux|macos)|wml-lint-", 3)[1];
    String jdk = System.getProperty("image.jdk", "newest");
    String time = "2026-01-01T00:00:00Z";
    ImageBuild.main(
        new String[] {
          Packages.PROJECT.resolve("dist").toString(), target.toString(), version, time, jdk
        });
    Path list = Path.of(image.getFileName().toString(), "legal/SHA256SUMS");
    assertEquals(
        Files.readString(image.resolve("legal/SHA256SUMS")),
        Files.readString(target.resolve(list)));
    Path jars = Path.of("wml-lint-" + version + "-jars.tar.gz");
    assertEquals(-1, Files.mismatch(Packages.TARGET.resolve(jars), target.resolve(jars)));
  }

  @Test
  void isTheOnlyOne() throws IOException {
    try (Stream<Path> files = Files.list(Packages.TARGET)) {
      String name = image.getFileName().toString();
      assertEquals(
          List.of(name, name + ".tar.gz"),
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.matches("wml-lint-.*-jvm(\\.tar\\.gz)?"))
              .sorted()
              .toList());
    }
  }
}
