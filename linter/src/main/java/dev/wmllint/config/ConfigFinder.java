package dev.wmllint.config;

import dev.wmllint.file.Reach;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the configuration of a folder: the nearest one upwards, which counts alone. Each folder is
 * asked once, and each configuration read once. Not safe for use by several threads.
 */
public final class ConfigFinder {
  public static final String FILE_NAME = ".wml-lint.yaml";

  /** Read too: people expect either ending. */
  private static final String OTHER_FILE_NAME = ".wml-lint.yml";

  private final Optional<ConfigResult> given;
  private final Map<Path, ConfigResult> byFolder = new HashMap<>();

  private ConfigFinder(Optional<ConfigResult> given) {
    this.given = given;
  }

  /** Whether a file is called like a configuration, which is no manifest then. */
  public static boolean isConfigName(String name) {
    return name.equals(FILE_NAME) || name.equals(OTHER_FILE_NAME);
  }

  public static ConfigFinder nearest() {
    return new ConfigFinder(Optional.empty());
  }

  /** One configuration for all folders; it is read at once. */
  public static ConfigFinder always(Path file) {
    return new ConfigFinder(Optional.of(ConfigReader.read(file, ConfigOwner.USER)));
  }

  public static ConfigFinder none() {
    return new ConfigFinder(Optional.of(ConfigResult.NONE));
  }

  /**
   * The configuration in force for the files of a folder, be it there or not. For the same
   * configuration it is the same object.
   */
  public ConfigResult of(Path folder) {
    return given.isPresent() ? given.get() : nearest(folder.toAbsolutePath().normalize());
  }

  private ConfigResult nearest(Path folder) {
    ConfigResult known = byFolder.get(folder);
    if (known == null) {
      Optional<ConfigResult> here = in(folder);
      Path parent = folder.getParent();
      if (here.isPresent() || parent == null) {
        known = here.orElse(ConfigResult.NONE);
      } else {
        known = nearest(parent);
      }
      byFolder.put(folder, known);
    }
    return known;
  }

  private static Optional<ConfigResult> in(Path folder) {
    Path file = folder.resolve(FILE_NAME);
    Path other = folder.resolve(OTHER_FILE_NAME);
    boolean hasOther = isThere(other);
    if (!isThere(file)) {
      return hasOther ? Optional.of(found(other)) : Optional.empty();
    }
    ConfigResult result = found(file);
    if (!hasOther) {
      return Optional.of(result);
    }
    List<ConfigProblem> problems = new ArrayList<>(result.problems());
    String twice = FILE_NAME + " is beside it; keep one of them";
    problems.add(new ConfigProblem(ShownPath.of(other), Optional.empty(), twice));
    return Optional.of(new ConfigResult(result.config(), problems, result.readBeside()));
  }

  /** It may be a link, and then somebody else chose what is read. */
  private static ConfigResult found(Path file) {
    return Reach.ofManifest(file.getParent())
        .named(file.getFileName().toString())
        .refusal()
        .map(
            why -> ConfigReader.unread(ShownPath.of(file), why + "; name its target with --config"))
        .orElseGet(() -> ConfigReader.read(file));
  }

  /** Also where it is a link to nothing: somebody expects it to be read. */
  private static boolean isThere(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }
}
