package dev.wmllint.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The part of a JDK that the linter and the server need. It is made once for a JDK and kept, since
 * nothing else of the project changes it.
 *
 * @param target the folder to build in
 */
record RuntimeImage(Jdk jdk, Path target) {
  /**
   * The modules in use: the validator needs {@code java.xml} at run time, LSP4J logs, Gson makes
   * objects through {@code sun.misc.Unsafe}. The tests of the image see to it that they suffice.
   */
  static final List<String> MODULES =
      List.of("java.base", "java.logging", "java.xml", "jdk.unsupported");

  void copyTo(Path runtime) throws IOException, InterruptedException {
    List<String> command = command();
    Path kept = target.resolve("runtime");
    Path stamp = target.resolve("runtime.made-by");
    String maker = Files.readString(jdk.home().resolve("release")) + String.join(" ", command);
    if (!Files.isRegularFile(stamp) || !Files.readString(stamp).equals(maker)) {
      Trees.remove(kept);
      Files.deleteIfExists(stamp);
      Command.run(command);
      Files.writeString(stamp, maker);
    }
    Trees.copy(kept, runtime);
  }

  private List<String> command() {
    return List.of(
        jdk.tool("jlink").toString(),
        "--add-modules",
        String.join(",", MODULES),
        "--strip-debug",
        "--no-header-files",
        "--no-man-pages",
        "--output",
        target.resolve("runtime").toString());
  }
}
