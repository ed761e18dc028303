package dev.wmllint.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Says whose libraries the image has, and on which terms: a list, and the texts that the jars bring
 * with them. Those of the Java runtime, jlink puts into {@code runtime/legal}.
 */
final class Notices {
  /** The list. */
  static final String LIST = "THIRD-PARTY.txt";

  private static final String OWN_GROUP = "dev.wmllint";

  /** At the top of a jar, where Eclipse has its own, or of {@code META-INF}. */
  private static final Pattern TEXT =
      Pattern.compile(
          "(META-INF/)?([^/]*(LICEN[CS]E|NOTICE|COPYING)[^/]*|about\\.html)",
          Pattern.CASE_INSENSITIVE);

  private static final String HEAD =
      """
      wml-lint comes with the libraries below, as jars. They are as their makers have published them,
      but without signatures, so that the program starts faster. The sources are available, under the
      same licences, at the addresses named.

      Notices and licences that a library brings with it are in the folder of its name. The text of
      the Apache License, Version 2.0, is that of the file LICENSE one folder up. Where a Java runtime
      comes along, its notices are in runtime/legal.
      """;

  private static final String NATIVE_HEAD =
      """
      The program bin/wml-lint is made of the libraries below, which are as their makers have
      published them. The sources are available, under the same licences, at the addresses named.

      Notices and licences that a library brings with it are in the folder of its name. The text of
      the Apache License, Version 2.0, is that of the file LICENSE one folder up.

      The program also has in it, or beside it in lib/, parts of OpenJDK and of the runtime of GraalVM
      Native Image. Both are under the GNU General Public License, version 2, with the Classpath
      Exception: see runtime/java.base. Their sources are at https://github.com/adoptium/jdk25u,
      https://github.com/graalvm/labs-openjdk and https://github.com/oracle/graal.
      """;

  private Notices() {}

  /**
   * Writes the folder of notices for an image with these jars.
   *
   * @param jars of the image; the POM of each lies beside it, under the same name
   * @throws IOException also where a library does not say its licence, or where its sources are
   */
  static void ofImage(List<Path> jars, Path legal) throws IOException {
    write(HEAD, jars, legal);
  }

  /**
   * The same for a native program that was made of these jars.
   *
   * @param runtime a folder with the notices of the Java runtime, one folder for each of its
   *     modules
   */
  static void ofNative(List<Path> jars, Path runtime, Path legal) throws IOException {
    write(NATIVE_HEAD, jars, legal);
    for (String module : RuntimeImage.MODULES) {
      if (Files.isDirectory(runtime.resolve(module))) {
        Trees.copy(runtime.resolve(module), legal.resolve("runtime").resolve(module));
      }
    }
    if (Files.notExists(legal.resolve("runtime/java.base/LICENSE"))) {
      throw new IOException("no licence of the Java runtime in " + runtime);
    }
  }

  private static void write(String head, List<Path> jars, Path legal) throws IOException {
    StringBuilder list = new StringBuilder(head);
    Files.createDirectories(legal);
    for (Path jar : jars.stream().sorted().toList()) {
      String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
      Pom pom = Pom.read(jar.resolveSibling(name + ".pom"));
      if (!pom.group().equals(OWN_GROUP)) {
        list.append('\n').append(entry(pom));
        copyTexts(jar, legal.resolve(name));
      }
    }
    Files.writeString(legal.resolve(LIST), list);
  }

  private static String entry(Pom pom) throws IOException {
    StringBuilder entry = new StringBuilder(pom.coordinates()).append('\n');
    if (pom.licenses().isEmpty()) {
      throw new IOException("no licence is named for " + pom.coordinates());
    }
    for (Pom.License license : pom.licenses()) {
      entry.append("  licence: %s\n".formatted((license.name() + " " + license.url()).strip()));
    }
    String source =
        pom.source()
            .orElseThrow(() -> new IOException("no sources are named for " + pom.coordinates()));
    return entry.append("  sources: ").append(source).append('\n').toString();
  }

  private static void copyTexts(Path jar, Path to) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (!entry.isDirectory() && TEXT.matcher(entry.getName()).matches()) {
          Files.createDirectories(to);
          try (InputStream in = zip.getInputStream(entry)) {
            Files.copy(in, to.resolve(entry.getName().replaceFirst("^META-INF/", "")));
          }
        }
      }
    }
  }
}
