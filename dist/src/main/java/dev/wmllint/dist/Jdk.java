package dev.wmllint.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * A JDK that runtimes can be made with, known by its {@code release} file alone.
 *
 * @param home its folder
 * @param version such as 25.0.3, or 17.0.15+6 with anything behind the numbers
 * @param platform such as {@code linux-x64}
 */
record Jdk(Path home, Runtime.Version version, String platform) {
  private static final String NEWEST = "newest";
  private static final int OLDEST = 17;

  /** Makes runtimes out of its own, without the files of its modules (JEP 493). */
  private static final int FIRST_LINKED_FROM_ITSELF = 24;

  /** Where JDKs are put by Debian and Fedora, by macOS, and by SDKMAN and IDEs below the home. */
  private static final List<String> PLACES =
      List.of(
          "/usr/lib/jvm",
          "/Library/Java/JavaVirtualMachines",
          System.getProperty("user.home") + "/Library/Java/JavaVirtualMachines",
          System.getProperty("user.home") + "/.sdkman/candidates/java",
          System.getProperty("user.home") + "/.jdks");

  /**
   * The JDK that a build is to use.
   *
   * @param named its folder, or {@code newest}; nothing is returned only for the latter
   */
  static Optional<Jdk> wanted(String named) throws IOException {
    if (named.equals(NEWEST)) {
      return newest(Optional.ofNullable(System.getenv("JAVA_HOME")).map(Path::of));
    }
    Optional<Jdk> jdk = at(Path.of(named));
    if (jdk.isEmpty()) {
      throw new IllegalArgumentException("not a JDK 17 or newer with jlink: " + named);
    }
    return jdk;
  }

  /**
   * The newest JDK that the launcher would find too, or the one that runs this build.
   *
   * @param javaHome what {@code JAVA_HOME} says, perhaps nothing
   */
  static Optional<Jdk> newest(Optional<Path> javaHome) throws IOException {
    List<Path> homes = new ArrayList<>();
    javaHome.ifPresent(homes::add);
    homes.add(Path.of(System.getProperty("java.home")));
    for (String place : PLACES) {
      if (Files.isDirectory(Path.of(place))) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(Path.of(place))) {
          for (Path home : found) {
            Path inBundle = home.resolve("Contents/Home");
            homes.add(Files.isDirectory(inBundle) ? inBundle : home);
          }
        }
      }
    }
    List<Jdk> jdks = new ArrayList<>();
    for (Path home : homes) {
      at(home).ifPresent(jdks::add);
    }
    return jdks.stream().max(Comparator.comparing(Jdk::version));
  }

  /** The JDK in that folder, if it is one that is new enough and can make runtimes. */
  static Optional<Jdk> at(Path home) throws IOException {
    Path release = home.resolve("release");
    if (!Files.isReadable(release) || !Files.isExecutable(home.resolve("bin/jlink"))) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(release)) {
      properties.load(in);
    }
    Optional<Runtime.Version> version = version(value(properties, "JAVA_VERSION"));
    if (version.isEmpty() || version.get().feature() < OLDEST) {
      return Optional.empty();
    }
    if (!Files.isDirectory(home.resolve("jmods"))
        && version.get().feature() < FIRST_LINKED_FROM_ITSELF) {
      return Optional.empty(); // some distributions pack them apart
    }
    String platform = platform(value(properties, "OS_NAME"), value(properties, "OS_ARCH"));
    if (value(properties, "LIBC").equals("musl")) {
      platform += "-musl";
    }
    return Optional.of(new Jdk(home, version.get(), platform));
  }

  private static Optional<Runtime.Version> version(String text) {
    try {
      return Optional.of(Runtime.Version.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // 1.8.0_392, for one
    }
  }

  /** That of this process, such as {@code linux-x64}. */
  static String platformHere() {
    return platform(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /** A {@code release} file and the properties of a JVM have other words for one thing. */
  static String platform(String system, String processor) {
    String name = system.toLowerCase(Locale.ROOT).replaceFirst("^(darwin|mac os x)$", "macos");
    return name.replaceFirst(" .*", "") // Windows 11
        + "-"
        + processor.replaceFirst("^(x86_64|amd64)$", "x64").replaceFirst("^aarch64$", "arm64");
  }

  private static String value(Properties properties, String key) {
    return properties.getProperty(key, "").replace("\"", "");
  }

  Path tool(String name) {
    return home.resolve("bin").resolve(name);
  }
}
