package dev.wmllint.dist;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Builds the native program where there is no GraalVM: with the image generator as it is published
 * for Maven, on a plain JDK of the same version. Two things that GraalVM has are in no artefact of
 * Maven: the JDK's libraries for static linking, for which {@link CLibraries} links the shared
 * ones, and the generator's helpers in C, which are in {@code src/main/native}.
 *
 * <p>For Linux on x86-64, with GCC. Elsewhere, and for releases, the profile {@code native} does it
 * with a GraalVM.
 */
public record NativeBuild(Path sources, Path target, Jdk jdk) {
  /** The generator knows the insides of one version of the JDK. */
  private static final int JDK = 25;

  private static final String PLATFORM = "linux-x64";

  /**
   * Builds into {@code native/program/} below the second folder.
   *
   * @param arguments the folder of this module; the folder to build in, which has the jars of the
   *     program, prepared by {@link ProgramJars}, those of the generator in {@code generator/}, and
   *     the classes of this module in {@code classes/}; and the JDK to use, or {@code newest}
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Optional<Jdk> found =
        Jdk.wanted(arguments[2])
            .filter(jdk -> jdk.version().feature() == JDK && jdk.platform().equals(PLATFORM));
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "the native program is built by a JDK "
              + JDK
              + " for "
              + PLATFORM
              + ", and none is here");
    }
    new NativeBuild(Path.of(arguments[0]), Path.of(arguments[1]), found.get()).build();
  }

  private void build() throws IOException, InterruptedException {
    Path work = target.resolve("native");
    Path program = work.resolve("program");
    Path stamp = work.resolve("made-of");
    String inputs = inputs();
    if (Files.isRegularFile(stamp) && Files.readString(stamp).equals(inputs)) {
      leaveRelease(program);
      return; // it takes minutes
    }
    Files.deleteIfExists(stamp);
    Trees.remove(program);
    Files.createDirectories(program);
    System.err.println("building the native program (some two minutes)...");
    GeneratorJdk generatorJdk = GeneratorJdk.make(jdk, work.resolve("jdk"));
    CLibraries libraries =
        CLibraries.make(sources.resolve("src/main/native"), generatorJdk, work.resolve("c"));
    // One on a line, as GraalVM's native-image reads them too.
    List<String> options = Files.readAllLines(sources.resolve("src/main/native/image-options"));
    new ImageGenerator(generatorJdk, libraries, jarsIn(target.resolve("generator")))
        .generate(classPath(), options, program.resolve("wml-lint"));
    libraries.copyShared(program.resolve("lib"));
    Trees.copy(generatorJdk.home().resolve("legal"), program.resolve("legal"));
    leaveRelease(program);
    Files.writeString(stamp, inputs);
  }

  /** For the bill of materials: what a GraalVM says of itself. */
  private void leaveRelease(Path program) throws IOException {
    String generator =
        jarsIn(target.resolve("generator")).stream()
            .map(jar -> jar.getFileName().toString())
            .filter(name -> name.matches("svm-\\d.*\\.jar"))
            .map(name -> name.substring("svm-".length(), name.length() - ".jar".length()))
            .findFirst()
            .orElseThrow();
    String release = Files.readString(jdk.home().resolve("release"));
    Files.writeString(
        program.resolve("release"), release + "GRAALVM_VERSION=\"" + generator + "\"\n");
  }

  private List<Path> classPath() throws IOException {
    List<Path> classPath = new ArrayList<>(List.of(target.resolve("classes")));
    classPath.addAll(jarsIn(ProgramJars.prepared(target)));
    return classPath;
  }

  private static List<Path> jarsIn(Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
      found.forEach(jars::add);
    }
    return jars.stream().sorted().toList();
  }

  /** Everything that the program is made of, as one text. */
  private String inputs() throws IOException {
    List<Path> files = new ArrayList<>(classPath());
    files.addAll(jarsIn(target.resolve("generator")));
    files.add(sources.resolve("src/main/native"));
    files.add(jdk.home().resolve("release"));
    StringBuilder text = new StringBuilder();
    for (Path file : files) {
      for (Path part : Files.isDirectory(file) ? Trees.files(file) : List.of(file)) {
        if (Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)) {
          text.append(Digests.sha256(part)).append(' ').append(part.getFileName()).append('\n');
        }
      }
    }
    return text.toString();
  }
}
