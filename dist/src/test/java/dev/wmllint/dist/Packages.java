package dev.wmllint.dist;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What this module has made. */
final class Packages {
  /** The folder of the project. */
  static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

  /** The folder that this module builds in. */
  static final Path TARGET = PROJECT.resolve("dist/target");

  private Packages() {}

  /** The image for the JVM, whose name the build leaves in a file. */
  static Path jvmImage() throws IOException {
    return TARGET.resolve(Files.readString(TARGET.resolve("image")).strip());
  }

  /** The launcher of the image for the JVM. */
  static Path jvmProgram() throws IOException {
    return jvmImage().resolve("bin/wml-lint");
  }

  /** The program of the native package; a file that is not there, where none was built. */
  static Path nativeProgram() throws IOException {
    return nativePackage().resolve("bin/wml-lint");
  }

  /** The folder of the native package; one that is not there, where none was built. */
  static Path nativePackage() throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> folders =
        Files.newDirectoryStream(TARGET, "wml-lint-*-" + Jdk.platformHere())) {
      folders.forEach(found::add);
    }
    return found.isEmpty() ? TARGET.resolve("none") : found.get(0);
  }
}
