package dev.wmllint.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What the native program is linked with: the generator's helpers, compiled from {@code
 * src/main/native}; the shared libraries of the JDK; and a {@code libjvm.so} for these.
 *
 * @param folder the generator's {@code CLibraryPath}, with {@code include/} in it
 */
record CLibraries(Path sources, GeneratorJdk jdk, Path folder) {
  /** The libraries of the JDK that the program links. */
  private static final List<String> JDK_LIBRARIES = List.of("java", "net", "nio", "zip");

  private static final List<String> HELPERS = List.of("cpu", "libraries", "platform", "signals");

  /** Compiles, and puts all where the generator looks for it. */
  static CLibraries make(Path sources, GeneratorJdk jdk, Path folder)
      throws IOException, InterruptedException {
    Trees.remove(folder);
    Files.createDirectories(folder);
    CLibraries libraries = new CLibraries(sources, jdk, folder);
    libraries.makeHelpers();
    libraries.makeJvm();
    libraries.linkSharedForStatic();
    return libraries;
  }

  /** Linked, and looked for by the program in {@code lib/} beside its own folder. */
  List<String> linkerOptions() {
    return List.of(
        "-s",
        "-Wl,-rpath,$ORIGIN/../lib",
        "-Wl,-rpath-link," + folder + ":" + jdk.home().resolve("lib"));
  }

  /** Copies what has to lie beside the program. */
  void copyShared(Path to) throws IOException {
    Files.createDirectories(to);
    Files.copy(jvm(), to.resolve("libjvm.so"));
    for (String name : JDK_LIBRARIES) {
      Path library = jdk.library(name);
      Files.copy(library, to.resolve(library.getFileName()));
    }
  }

  private void makeHelpers() throws IOException, InterruptedException {
    Trees.copy(sources.resolve("include"), folder.resolve("include"));
    List<String> archive = new ArrayList<>(List.of("ar", "rcs", in("liblibchelper.a")));
    for (String helper : HELPERS) {
      archive.add(compile(sources.resolve(helper + ".c")));
    }
    Command.run(archive);
    // zlib is in the JDK's own library; the generator names it to the linker all the same
    Command.run(List.of("ar", "rcs", in("libz.a")));
    Path reporter = jdk.ownLibraries().resolve("libreporterchelper.so");
    Command.run(
        List.of(
            "gcc", "-shared", "-o", reporter.toString(), compile(sources.resolve("reporter.c"))));
  }

  /** Names that no source defines get a function that says so. */
  private void makeJvm() throws IOException, InterruptedException {
    String object = compile(sources.resolve("jvm.c"));
    TreeSet<String> missing = new TreeSet<>();
    for (String library : JDK_LIBRARIES) {
      missing.addAll(symbols("-D", "--undefined-only", jdk.library(library).toString()));
    }
    missing.removeIf(name -> !name.startsWith("JVM_") && !name.startsWith("jio_"));
    missing.removeAll(symbols("--defined-only", object));
    StringBuilder code = new StringBuilder("void jvm_function_missing(const char *);\n");
    for (String name : missing) {
      code.append("void %s(void) { jvm_function_missing(\"%s\"); }\n".formatted(name, name));
    }
    Path source = Files.writeString(folder.resolve("missing.c"), code);
    Path versions =
        Files.writeString(
            folder.resolve("jvm.map"),
            "SUNWprivate_1.1 { global: JVM_*; jio_*; initialize; local: *; };\n");
    Command.run(
        List.of(
            "gcc",
            "-shared",
            "-s",
            "-Wl,-soname,libjvm.so",
            "-Wl,--version-script," + versions,
            "-o",
            jvm().toString(),
            object,
            compile(source)));
  }

  /** A script of the linker in place of each static library names the shared one. */
  private void linkSharedForStatic() throws IOException {
    for (String name : JDK_LIBRARIES) {
      linkerScript(name, jdk.library(name));
    }
    linkerScript("jvm", jvm());
  }

  private void linkerScript(String name, Path library) throws IOException {
    Files.writeString(
        jdk.staticLibraries().resolve("lib" + name + ".a"), "INPUT(\"" + library + "\")\n");
  }

  private Path jvm() {
    return folder.resolve("libjvm.so");
  }

  private String in(String name) {
    return folder.resolve(name).toString();
  }

  private String compile(Path source) throws IOException, InterruptedException {
    String object = in(source.getFileName().toString().replaceFirst("\\.c$", ".o"));
    Path headers = jdk.home().resolve("include");
    Command.run(
        List.of(
            "gcc",
            "-std=gnu11",
            "-O2",
            "-fPIC",
            "-Wall",
            "-Wextra",
            "-Werror",
            "-I" + headers,
            "-I" + headers.resolve("linux"),
            "-c",
            source.toString(),
            "-o",
            object));
    return object;
  }

  private List<String> symbols(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("nm", "-P"));
    command.addAll(List.of(arguments));
    // Such as JVM_NanoTime@SUNWprivate_1.1 U; see POSIX, nm -P.
    return Command.output(command).lines().map(line -> line.split("[@ ]", 2)[0]).toList();
  }
}
