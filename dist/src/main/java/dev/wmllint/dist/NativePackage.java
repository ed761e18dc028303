package dev.wmllint.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Packs the native program of either profile, and makes a tarball of it:
 *
 * <pre>
 * wml-lint-VERSION-PLATFORM/
 *   LICENSE, README.md
 *   bin/      wml-lint, and wml-language-server, which is a link to it
 *   legal/    whose the libraries and the runtime in it are, and on which terms; what it is made of
 *   lib/      shared libraries of the JDK; only of a build without GraalVM
 *   share/    the page of the manual, and completion scripts
 * </pre>
 */
public record NativePackage(Path sources, Path target, String version, Instant time) {
  /**
   * Packs.
   *
   * @param arguments the folder of this module; the folder to build in, which has the program in
   *     {@code native/program/} and the jars that it was made of in {@code jars/}; the version; and
   *     the time that all files get
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    new NativePackage(
            Path.of(arguments[0]), Path.of(arguments[1]), arguments[2], Instant.parse(arguments[3]))
        .pack();
  }

  private void pack() throws IOException, InterruptedException {
    String platform = Jdk.platformHere();
    Trees.removeMatching(target, "wml-lint-*-" + platform);
    String name = "wml-lint-" + version + "-" + platform;
    Path folder = target.resolve(name);
    Path built = target.resolve("native/program");
    boolean windows = Files.exists(built.resolve("wml-lint.exe"));
    Path bin = Files.createDirectories(folder.resolve("bin"));
    if (windows) {
      Files.copy(built.resolve("wml-lint.exe"), bin.resolve("wml-lint.exe"));
      String launcher = "wml-language-server.cmd";
      Files.copy(sources.resolve("src/main/launcher").resolve(launcher), bin.resolve(launcher));
    } else {
      Files.copy(
          built.resolve("wml-lint"), bin.resolve("wml-lint"), StandardCopyOption.COPY_ATTRIBUTES);
      Files.createSymbolicLink(bin.resolve("wml-language-server"), Path.of("wml-lint"));
    }
    if (Files.isDirectory(built.resolve("lib"))) {
      Trees.copy(built.resolve("lib"), folder.resolve("lib"));
    }
    Documents.copyTexts(sources, folder);
    List<Path> jars = ProgramJars.published(target, version);
    Path legal = folder.resolve("legal");
    Notices.ofNative(jars, ofRuntime("legal"), legal);
    Bom.write(legal, version, time, jars, Optional.of(ofRuntime("release")));
    if (!windows) {
      Documents.make(folder); // for man and for shells that Windows has not
    }
    Trees.stamp(folder, FileTime.from(time));
    Tarball.write(folder, target.resolve(name + ".tar.gz"), time);
  }

  /** Of the JDK that the program was made by: left by {@link NativeBuild}, else of the GraalVM. */
  private Path ofRuntime(String name) {
    Path left = target.resolve("native/program").resolve(name);
    String graal = System.getenv("GRAALVM_HOME");
    return Files.exists(left) || graal == null ? left : Path.of(graal, name);
  }
}
