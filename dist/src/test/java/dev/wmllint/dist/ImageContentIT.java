package dev.wmllint.dist;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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
