package dev.wmllint.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * Prepares the jars that the programs are made of, for the JVM and for the native one: without
 * signatures, all in one folder. Signed ones can neither be archived nor compiled: the generator of
 * the native program finds the certificates of their classes, and does not know what to do with
 * them.
 */
public final class ProgramJars {
  private static final String PUBLISHED = "jars";
  private static final String PREPARED = "unsigned";

  private ProgramJars() {}

  /**
   * Prepares.
   *
   * @param arguments the folder to build in, which has the jars, as they were published, in {@code
   *     jars/}; the version; and the time that all that is in them gets
   */
  public static void main(String[] arguments) throws IOException {
    Path target = Path.of(arguments[0]);
    Path prepared = target.resolve(PREPARED);
    Trees.remove(prepared);
    Files.createDirectories(prepared);
    JarRepacker repacker = new JarRepacker(Instant.parse(arguments[2]));
    for (Path jar : published(target, arguments[1])) {
      repacker.repack(jar, prepared.resolve(jar.getFileName()));
    }
  }

  /** The name of the jar that names all others as its class path. */
  static String server(String version) {
    return "wml-language-server-" + version + ".jar";
  }

  /**
   * The jar of the server, and all that it names: beside them may lie those of earlier builds. The
   * POM of each lies beside it.
   */
  static List<Path> published(Path target, String version) throws IOException {
    Path server = target.resolve(PUBLISHED).resolve(server(version));
    List<Path> jars = new ArrayList<>(List.of(server));
    try (JarFile jar = new JarFile(server.toFile())) {
      String classPath = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      for (String other : classPath.split(" ", -1)) {
        jars.add(server.resolveSibling(Path.of(other).getFileName()));
      }
    }
    return jars;
  }

  /** What {@link #main} has prepared. */
  static Path prepared(Path target) {
    return target.resolve(PREPARED);
  }
}
