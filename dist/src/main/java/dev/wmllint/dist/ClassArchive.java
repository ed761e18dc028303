package dev.wmllint.dist;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The archives of classes that let the image start quickly, one for the linter and one for the
 * server: each starts faster without the other's classes. They are AOT caches from JDK 25 on (JEP
 * 514), else of class-data sharing (JEP 350). The JVM writes one at the end of a training run.
 */
final class ClassArchive {
  private static final int FIRST_WITH_AOT_CACHE = 25;
  private static final String TRAINING = "dev.wmllint.lsp.training.Training";

  private final Path java;
  private final Path lib;
  private final boolean aot;

  /**
   * Prepares.
   *
   * @param image has its jars and its runtime
   * @param version of the runtime
   */
  ClassArchive(Path image, Runtime.Version version) {
    this.java = image.resolve("runtime/bin/java");
    this.lib = image.resolve("lib");
    this.aot = version.feature() >= FIRST_WITH_AOT_CACHE;
  }

  /**
   * Trains, and puts the archives beside the jars, where the launcher finds them.
   *
   * @param jars the class path that the launcher gives: an archive is for that alone
   */
  void make(List<String> jars) throws IOException, InterruptedException {
    if (!aot) {
      // What is archived lies on top of the archive of the JDK, which jlink does not copy.
      Command.run(List.of(java.toString(), "-Xshare:dump", "-XX:+UseSerialGC"));
    }
    for (String program : List.of("linter", "server")) {
      Path archive = lib.resolve(program + (aot ? ".aot" : ".jsa"));
      List<String> command = training(program, archive, jars);
      Command.run(command);
      if (Files.notExists(archive)) {
        throw new IOException("no archive was written by " + String.join(" ", command));
      }
    }
  }

  private List<String> training(String program, Path archive, List<String> jars) {
    return List.of(
        java.toString(),
        "-XX:+UseSerialGC",
        (aot ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive,
        "-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider",
        "-cp",
        classPath(jars),
        TRAINING,
        program);
  }

  private String classPath(List<String> jars) {
    return jars.stream()
        .map(jar -> lib.resolve(jar).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
