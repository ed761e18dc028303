package dev.wmllint.dist;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What this module has made. */
final class Packages {
  static final Path TARGET = Path.of("target").toAbsolutePath();

  private Packages() {}

  /** The image for the JVM, whose name the build leaves in a file. */
  static Path jvmImage() throws IOException {
    return TARGET.resolve(Files.readString(TARGET.resolve("image")).strip());
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
