package dev.wmllint.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Builds the image for the JVM, and the tarball of it: for platforms without a native program, and
 * for the launcher of a checkout; and a tarball of the jars alone, for any Java.
 *
 * <pre>
 * wml-lint-VERSION-PLATFORM-jvm/
 *   LICENSE, README.md
 *   bin/      wml-lint, and wml-language-server, which is a link to it
 *   legal/    whose the libraries are, and on which terms; what it is made of
 *   lib/      the jars, and the archive of their classes
 *   runtime/  as much of a JDK as they need
 *   share/    the page of the manual, and completion scripts
 * </pre>
 */
public record ImageBuild(
    Path sources, Path target, String version, Instant time, Optional<Jdk> jdk) {
  /** Tells it from the package of the native program, which has the name without it. */
  static final String SUFFIX = "-jvm";

  private static final String JARS_SUFFIX = "-jars";

  /**
   * A file with the name of the image, there only when that is whole; the root launcher reads it.
   */
  private static final String FINISHED = "image";

  /**
   * Builds.
   *
   * @param arguments the folder of this module; the folder to build in, which has the jars in
   *     {@code jars/}, and prepared by {@link ProgramJars}; the version; the time that all files
   *     get; and the JDK to use, or {@code newest}
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    new ImageBuild(
            Path.of(arguments[0]),
            Path.of(arguments[1]),
            arguments[2],
            Instant.parse(arguments[3]),
            Jdk.wanted(arguments[4]))
        .build();
  }

  private void build() throws IOException, InterruptedException {
    String name = "wml-lint-" + version + "-" + jdk.map(Jdk::platform).orElse("any") + SUFFIX;
    Path image = target.resolve(name);
    Path finished = target.resolve(FINISHED);
    Files.deleteIfExists(finished);
    Trees.removeMatching(target, "wml-lint-*" + SUFFIX);
    Trees.copy(ProgramJars.prepared(target), image.resolve("lib"));
    if (jdk.isPresent()) {
      writeLegal(image, Optional.of(jdk.get().home().resolve("release")));
      complete(image, jdk.get());
      Tarball.write(image, target.resolve(name + ".tar.gz"), time);
    } else {
      System.err.println(
          "no JDK with jlink found: the image has no Java runtime, and no tarball is made");
    }
    packJars();
    Files.writeString(finished, name + "\n");
  }

  private void packJars() throws IOException {
    Trees.removeMatching(target, "wml-lint-*" + JARS_SUFFIX);
    Path folder = target.resolve("wml-lint-" + version + JARS_SUFFIX);
    Trees.copy(ProgramJars.prepared(target), folder.resolve("lib"));
    writeLegal(folder, Optional.empty());
    Documents.copyTexts(sources, folder);
    Tarball.write(folder, target.resolve(folder.getFileName() + ".tar.gz"), time);
    Trees.remove(folder);
  }

  private void writeLegal(Path folder, Optional<Path> release) throws IOException {
    List<Path> jars = ProgramJars.published(target, version);
    Notices.ofImage(jars, folder.resolve("legal"));
    Bom.write(folder.resolve("legal"), version, time, jars, release);
  }

  private void complete(Path image, Jdk maker) throws IOException, InterruptedException {
    Documents.copyTexts(sources, image);
    copyLaunchers(image.resolve("bin"));
    new RuntimeImage(maker, target).copyTo(image.resolve("runtime"));
    // From here on no jar may be touched: the archive remembers their times.
    Trees.stamp(image, FileTime.from(time));
    new ClassArchive(image, maker.version()).make(ProgramJars.server(version));
    Documents.make(image);
    Digests.write(image);
    Trees.stamp(image, FileTime.from(time));
  }

  private void copyLaunchers(Path bin) throws IOException {
    Files.createDirectories(bin);
    Path launcher = bin.resolve("wml-lint");
    String script = Files.readString(sources.resolve("src/main/launcher/wml-lint"));
    Files.writeString(launcher, script.replace("@VERSION@", version));
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createSymbolicLink(bin.resolve("wml-language-server"), Path.of("wml-lint"));
  }
}
