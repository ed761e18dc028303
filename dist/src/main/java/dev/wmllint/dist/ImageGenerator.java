package dev.wmllint.dist;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * GraalVM's image generator, started as its driver {@code native-image} does, which is in no
 * artefact of Maven.
 *
 * @param jars of the generator: all that the artefact {@code svm} depends on
 */
record ImageGenerator(GeneratorJdk jdk, CLibraries libraries, List<Path> jars) {
  private static final String MAIN =
      "org.graalvm.nativeimage.builder/com.oracle.svm.hosted.NativeImageGeneratorRunner";

  private static final String METADATA = "META-INF/native-image";

  /** Takes the place of a module of the JDK. */
  private static final String COMPILER = "jdk.graal.compiler";

  /**
   * Makes a program of a class path.
   *
   * @param options of {@code native-image}, in the form {@code -H:Name=value}
   * @param program the file to make
   */
  void generate(List<Path> classPath, List<String> options, Path program)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(jdk.java().toString());
    command.addAll(jvmOptions());
    command.addAll(List.of("--module", MAIN, "-imagecp", joined(classPath)));
    command.addAll(options);
    command.addAll(
        List.of(
            "-H:Name=" + program.getFileName(),
            "-H:Path=" + program.getParent(),
            "-H:Class=" + NativeMain.class.getName(),
            "-H:CLibraryPath=" + libraries.folder(),
            // the cgroup of a container is read by a library of GraalVM's own
            "-H:-UseContainerSupport",
            "-H:ImageBuildID="
                + UUID.nameUUIDFromBytes(joined(classPath).getBytes(StandardCharsets.UTF_8)),
            "-H:ReachabilityMetadataResources=" + String.join(",", metadata(classPath))));
    for (String option : libraries.linkerOptions()) {
      command.add("-H:NativeLinkerOption=" + option);
    }
    // The generator and this JDK differ in the last number of their versions, at most.
    Command.run(
        command,
        Map.of(
            "JVMCI_VERSION_CHECK", "ignore",
            "USE_NATIVE_IMAGE_JAVA_PLATFORM_MODULE_SYSTEM", "true",
            "LC_ALL", "C.UTF-8",
            "PATH", System.getenv("PATH")));
    if (!Files.isExecutable(program)) {
      throw new IOException("the generator ended well, and has made no " + program);
    }
  }

  private List<String> jvmOptions() throws IOException {
    Map<Boolean, List<Path>> byCompiler =
        jars.stream().collect(Collectors.partitioningBy(jar -> module(jar).equals(COMPILER)));
    List<String> options =
        new ArrayList<>(
            List.of(
                "-Xss10m",
                "-XX:MaxRAMPercentage=60",
                "-XX:+UseParallelGC",
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:+EnableJVMCI",
                "-XX:-UseJVMCICompiler",
                "-Xshare:off",
                "-Djava.awt.headless=true",
                "-Djava.system.class.loader=com.oracle.svm.hosted.NativeImageSystemClassLoader",
                "-Dorg.graalvm.nativeimage.imagecode=buildtime",
                "-Dcom.oracle.graalvm.isaot=true",
                "-Djdk.internal.lambda.disableEagerInitialization=true",
                "--enable-native-access=org.graalvm.nativeimage.builder",
                "--add-modules=ALL-SYSTEM",
                "--upgrade-module-path",
                joined(byCompiler.get(true)),
                "--module-path",
                joined(byCompiler.get(false))));
    String modules = jars.stream().map(ImageGenerator::module).collect(Collectors.joining(","));
    for (String exported : packagesOfJdk()) {
      options.add("--add-exports=" + exported + "=" + modules);
    }
    return options;
  }

  private static String module(Path jar) {
    return ModuleFinder.of(jar).findAll().stream()
        .map(ModuleReference::descriptor)
        .findFirst()
        .orElseThrow()
        .name();
  }

  /** The generator reaches into all of the JDK: each package, as {@code module/package}. */
  private Collection<String> packagesOfJdk() throws IOException {
    TreeSet<String> packages = new TreeSet<>();
    try (FileSystem image =
            FileSystems.newFileSystem(
                URI.create("jrt:/"), Map.of("java.home", jdk.home().toString()));
        Stream<Path> files = Files.walk(image.getPath("/modules"))) {
      files
          .filter(file -> file.getNameCount() > 3 && file.toString().endsWith(".class"))
          .forEach(
              file -> {
                Path folder = file.subpath(2, file.getNameCount() - 1);
                packages.add(file.getName(1) + "/" + folder.toString().replace('/', '.'));
              });
    }
    return packages;
  }

  /** The metadata that the jars bring with them, as names of resources. */
  private static Collection<String> metadata(List<Path> classPath) throws IOException {
    TreeSet<String> found = new TreeSet<>();
    for (Path entry : classPath) {
      if (Files.isDirectory(entry)) {
        addMetadata(entry, found);
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(entry)) {
          addMetadata(jar.getPath("/"), found);
        }
      }
    }
    return found;
  }

  private static void addMetadata(Path root, Collection<String> found) throws IOException {
    Path metadata = root.resolve(METADATA);
    if (Files.isDirectory(metadata)) {
      try (Stream<Path> files = Files.walk(metadata)) {
        files
            .filter(file -> file.endsWith("reachability-metadata.json"))
            .forEach(file -> found.add(root.relativize(file).toString()));
      }
    }
  }

  private static String joined(List<Path> paths) {
    return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
