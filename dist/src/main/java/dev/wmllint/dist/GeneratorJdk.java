package dev.wmllint.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A JDK for the image generator, made of a plain one: it has the modules that the generator needs,
 * without the compiler that the plain one may have under the same name, and a place for the files
 * that the generator looks for below its home.
 *
 * @param home its folder
 */
record GeneratorJdk(Path home) {
  /** What the generator's own modules require, and what they look up by name. */
  private static final String MODULES =
      "java.base,java.compiler,java.instrument,java.logging,java.management,java.sql,java.xml,"
          + "jdk.attach,jdk.internal.vm.ci,jdk.jfr,jdk.management,jdk.unsupported,jdk.zipfs";

  static GeneratorJdk make(Jdk from, Path home) throws IOException, InterruptedException {
    Trees.remove(home);
    Command.run(
        List.of(
            from.tool("jlink").toString(), "--add-modules", MODULES, "--output", home.toString()));
    return new GeneratorJdk(home);
  }

  Path java() {
    return home.resolve("bin/java");
  }

  /** A library of the JDK, such as {@code nio}. */
  Path library(String name) {
    return home.resolve("lib/lib" + name + ".so");
  }

  /** Where the generator looks for libraries that it links statically. */
  Path staticLibraries() throws IOException {
    return Files.createDirectories(home.resolve("lib/static/linux-amd64/glibc"));
  }

  /** Where it looks for a library that it loads itself. */
  Path ownLibraries() throws IOException {
    return Files.createDirectories(home.resolve("lib/svm/builder/lib"));
  }
}
