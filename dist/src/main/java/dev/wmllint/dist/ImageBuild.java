package dev.wmllint.dist;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * Builds the image, and the tarball of it:
 *
 * <pre>
 * wml-lint-VERSION-PLATFORM/
 *   LICENSE, README.md
 *   bin/      wml-lint, and wml-language-server, which is a link to it
 *   legal/    whose the libraries are, and on which terms
 *   lib/      the jars, and the archive of their classes
 *   runtime/  as much of a JDK as they need
 *   share/    the page of the manual, and completion scripts
 * </pre>
 */
public final class ImageBuild {
  private static final String NEWEST = "newest";

  /**
   * A file with the name of the image, there only when that is whole; the root launcher reads it.
   */
  private static final String FINISHED = "image";

  private final Path sources;
  private final Path target;
  private final String version;
  private final Instant time;
  private final Optional<Jdk> jdk;

  private ImageBuild(Path sources, Path target, String version, Instant time, Optional<Jdk> jdk) {
    this.sources = sources;
    this.target = target;
    this.version = version;
    this.time = time;
    this.jdk = jdk;
  }

  /**
   * Builds.
   *
   * @param arguments the folder of this module; the folder to build in, which has the jars in
   *     {@code jars/}; the version; the time that all files get; and the JDK to use, or {@code
   *     newest}
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    new ImageBuild(
            Path.of(arguments[0]),
            Path.of(arguments[1]),
            arguments[2],
            Instant.parse(arguments[3]),
            jdk(arguments[4]))
        .build();
  }

  /** Nothing only where none was named: who names one wants that. */
  private static Optional<Jdk> jdk(String wanted) throws IOException {
    if (wanted.equals(NEWEST)) {
      return Jdk.newest(Optional.ofNullable(System.getenv("JAVA_HOME")).map(Path::of));
    }
    Optional<Jdk> named = Jdk.at(Path.of(wanted));
    if (named.isEmpty()) {
      throw new IllegalArgumentException("not a JDK 17 or newer with jlink: " + wanted);
    }
    return named;
  }

  private void build() throws IOException, InterruptedException {
    String name = "wml-lint-" + version + "-" + jdk.map(Jdk::platform).orElse("any");
    Path image = target.resolve(name);
    Path finished = target.resolve(FINISHED);
    Files.deleteIfExists(finished);
    removeImages();
    Files.createDirectories(image.resolve("lib"));
    List<Path> jars = jars();
    JarRepacker repacker = new JarRepacker(time);
    for (Path jar : jars) {
      repacker.repack(jar, image.resolve("lib").resolve(jar.getFileName()));
    }
    if (jdk.isPresent()) {
      Notices.write(jars, image.resolve("legal"));
      complete(image, jdk.get());
      Tarball.write(image, target.resolve(name + ".tar.gz"), time);
    } else {
      System.err.println(
          "no JDK with jlink found: the image has no Java runtime, and no tarball is made");
    }
    Files.writeString(finished, name + "\n");
  }

  /** Those of other versions too: who looks for the image is to find one. */
  private void removeImages() throws IOException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(target, "wml-lint-*")) {
      for (Path old : found) {
        if (Files.isDirectory(old, LinkOption.NOFOLLOW_LINKS)) {
          Trees.remove(old);
        } else if (old.toString().endsWith(".tar.gz")) {
          Files.delete(old);
        }
      }
    }
  }

  private void complete(Path image, Jdk maker) throws IOException, InterruptedException {
    for (String text : List.of("LICENSE", "README.md")) {
      Files.copy(sources.resolveSibling(text), image.resolve(text));
    }
    copyLaunchers(image.resolve("bin"));
    new RuntimeImage(maker, target).copyTo(image.resolve("runtime"));
    // From here on no jar may be touched: the archive remembers their times.
    Trees.stamp(image, FileTime.from(time));
    new ClassArchive(image, maker.version()).make(serverJar());
    Documents.make(image);
    Trees.stamp(image, FileTime.from(time));
  }

  private String serverJar() {
    return "wml-language-server-" + version + ".jar";
  }

  /** The jar of the server, and all that it names: beside them may lie those of earlier builds. */
  private List<Path> jars() throws IOException {
    Path server = target.resolve("jars").resolve(serverJar());
    List<Path> jars = new ArrayList<>(List.of(server));
    try (JarFile jar = new JarFile(server.toFile())) {
      String classPath = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      for (String other : classPath.split(" ", -1)) {
        jars.add(server.resolveSibling(Path.of(other).getFileName()));
      }
    }
    return jars;
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
