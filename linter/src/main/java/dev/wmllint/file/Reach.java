package dev.wmllint.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the paths may lead that a file names, and not the user. Somebody else may have written the
 * file: it must not make the linter contact another computer, read a device, or show what is
 * elsewhere on this one. Links are followed here, one by one, so that the system follows none of
 * them before it is known where it leads.
 *
 * @param base the folder from which relative paths start; the user named it, so it is trusted
 * @param real the same, through no link
 * @param within the folder that contains all that may be opened; empty for no such limit
 * @param outside what is said of a path that leads out of it
 */
public record Reach(Path base, Path real, Optional<Path> within, String outside) {
  private static final String HOST = "leads to another computer";
  private static final String DEVICE = "leads to a device";

  /** Below these, the first look at a name contacts the computer or the site of that name. */
  private static final Set<String> HOSTS = Set.of("net", "afs", "cvmfs", "Network");

  private static final Set<String> DEVICES = Set.of("dev", "proc", "sys");

  /** Names that Windows has in every folder ("Naming Files, Paths, and Namespaces"). */
  private static final Pattern WINDOWS_DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³]) *([.:].*)?");

  /** More links in one path are an error on each system. */
  private static final int MAX_LINKS = 40;

  /**
   * A path that a file names.
   *
   * @param path seen from the current folder; not opened yet
   * @param refusal why it must not be opened, as the end of a sentence
   */
  public record NamedPath(Path path, Optional<String> refusal) {}

  /** What a manifest may name: the files of its git work tree, or else those below its folder. */
  public static Reach ofManifest(Path folder) {
    Path real = realPath(folder);
    Optional<Path> tree = workTree(real);
    return new Reach(
        folder,
        real,
        tree.or(() -> Optional.of(real)),
        tree.isPresent()
            ? "leads out of the git work tree"
            : "leads out of the manifest's folder, which is in no git work tree");
  }

  /** What a configuration may name that was only found: the files below its folder. */
  public static Reach ofConfiguration(Path folder) {
    Path real = realPath(folder);
    return new Reach(folder, real, Optional.of(real), "leads out of the configuration's folder");
  }

  /** What may be named where any file of this computer is fine. */
  public static Reach ofComputer(Path folder) {
    return new Reach(folder, realPath(folder), Optional.empty(), "");
  }

  /** The git work tree around a folder. */
  public static Optional<Path> workTree(Path folder) {
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /**
   * A path as a file names it.
   *
   * @throws java.nio.file.InvalidPathException when it is no path
   */
  public NamedPath named(String path) {
    return new NamedPath(base.resolve(path), refusal(path));
  }

  /** Whether a path leads to a file that may be opened. */
  public boolean hasFile(String path) {
    NamedPath named = named(path);
    return named.refusal().isEmpty() && Files.isRegularFile(named.path());
  }

  private Optional<String> refusal(String path) {
    // "\\\\host\\share", "\\\\?\\" and "\\\\.\\" on every system, for a repository is for all of
    // them.
    if (path.replace('\\', '/').startsWith("//")) {
      return Optional.of(HOST);
    }
    Deque<Path> rest = new ArrayDeque<>();
    Path at = enter(real, base.getFileSystem().getPath(path), rest);
    int links = 0;
    while (!rest.isEmpty()) {
      Path next = at.resolve(rest.pop()).normalize();
      Optional<String> refusal = refusal(next);
      if (refusal.isPresent()) {
        return refusal;
      }
      boolean link = Files.isSymbolicLink(next) && links++ < MAX_LINKS;
      at = link ? enter(at, target(next), rest) : next;
    }
    return isWithin(at) ? Optional.empty() : Optional.of(outside);
  }

  /** Puts the names of a path before the rest of the way; returns the folder it starts from. */
  private static Path enter(Path folder, Path path, Deque<Path> rest) {
    Path whole = path.getRoot() == null ? path : folder.resolve(path);
    List<Path> names = new ArrayList<>();
    whole.forEach(name -> names.add(0, name));
    names.forEach(rest::push);
    return whole.getRoot() == null ? folder : whole.getRoot();
  }

  /** A link that cannot be read leads nowhere. */
  private static Path target(Path link) {
    try {
      return Files.readSymbolicLink(link);
    } catch (IOException e) {
      return link.getFileName();
    }
  }

  /** Why the way must not go on to a place. */
  private Optional<String> refusal(Path next) {
    boolean windows = next.getFileSystem().getSeparator().equals("\\");
    if (windows && isWindowsDevice(String.valueOf(next.getFileName()))) {
      return Optional.of(DEVICE);
    }
    // The user may have named the folder through a link.
    Path named = base.toAbsolutePath().normalize();
    if (real.startsWith(next) || next.startsWith(real) || named.startsWith(next)) {
      return Optional.empty();
    }
    String first = next.getNameCount() == 0 ? "" : next.getName(0).toString();
    if (!windows && DEVICES.contains(first)) {
      return Optional.of(DEVICE);
    }
    boolean host = windows ? isShare(next) : HOSTS.contains(first) && next.getNameCount() > 1;
    if (host && !real.startsWith(windows ? next.getRoot() : head(next))) {
      return Optional.of(HOST);
    }
    boolean onTheWay = isWithin(next) || within.orElseThrow().startsWith(next);
    return onTheWay ? Optional.empty() : Optional.of(outside);
  }

  private boolean isWithin(Path path) {
    return within.isEmpty() || path.startsWith(within.get());
  }

  private static boolean isShare(Path path) {
    return String.valueOf(path.getRoot()).startsWith("\\\\");
  }

  /** The folder of a computer, such as {@code /net/host}. */
  private static Path head(Path path) {
    return path.getRoot().resolve(path.subpath(0, 2));
  }

  static boolean isWindowsDevice(String name) {
    return WINDOWS_DEVICE.matcher(name).matches();
  }

  private static Path realPath(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      return folder.toAbsolutePath().normalize();
    }
  }
}
