package dev.wmllint.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The archive of classes with which the image starts in half the time: an AOT cache from JDK 25 on
 * (JEP 514), else one of class-data sharing (JEP 350). The JVM writes it at the end of a training
 * run.
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
   * Trains, and puts the archive beside the jars, where the launcher finds it.
   *
   * @param jar the class path that the launcher gives: an archive is for that alone
   */
  void make(String jar) throws IOException, InterruptedException {
    if (!aot) {
      // What is archived lies on top of the archive of the JDK, which jlink does not copy.
      Command.run(List.of(java.toString(), "-Xshare:dump", "-XX:+UseSerialGC"));
    }
    Path archive = lib.resolve(aot ? "classes.aot" : "classes.jsa");
    List<String> command = new ArrayList<>(List.of(java.toString(), "-XX:+UseSerialGC"));
    if (aot) {
      // What was compiled in training would be compiled at each start: more work than it spares.
      command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining"));
    }
    command.add((aot ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive);
    command.addAll(List.of("-cp", lib.resolve(jar).toString(), TRAINING));
    Command.run(command);
    if (Files.notExists(archive)) {
      throw new IOException("no archive was written by " + String.join(" ", command));
    }
  }
}
