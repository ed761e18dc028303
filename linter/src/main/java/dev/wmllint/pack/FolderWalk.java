package dev.wmllint.pack;

import dev.wmllint.file.PendingFile;
import dev.wmllint.model.ModelFault;
import dev.wmllint.model.ModelLimits;
import dev.wmllint.model.PackingRules;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Decides what of a folder is packed. Links within the folder are packed as what they point to, for
 * unpacking makes no links everywhere; whatever could not be packed truly, such as a link out of
 * the folder, stops it.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {
  private final Path root;
  private final Path realRoot;
  private final Optional<Path> output;
  private final Exclusions exclusions;
  private final ModelLimits limits;
  private final List<PlannedFile> files = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final Deque<Folder> open = new ArrayDeque<>();

  private int entries;

  private static final class Folder {
    private final String prefix;
    private boolean empty = true;

    Folder(String prefix) {
      this.prefix = prefix;
    }
  }

  private FolderWalk(Path root, Optional<Path> output, Exclusions exclusions, ModelLimits limits)
      throws IOException {
    this.root = root;
    this.realRoot = root.toRealPath();
    this.output = output;
    this.exclusions = exclusions;
    this.limits = limits;
  }

  /**
   * @param output the zip to write, when it is there already: it may lie in the folder
   * @throws PackException when the folder cannot be packed as it is
   * @throws IOException when the folder itself cannot be read
   */
  static PackPlan plan(Path root, Optional<Path> output, Exclusions exclusions, ModelLimits limits)
      throws IOException {
    FolderWalk walk = new FolderWalk(root, output, exclusions, limits);
    EnumSet<FileVisitOption> follow = EnumSet.of(FileVisitOption.FOLLOW_LINKS);
    Files.walkFileTree(root, follow, Integer.MAX_VALUE, walk);
    walk.files.sort(Comparator.comparing(PlannedFile::name));
    walk.leftOut.sort(Comparator.comparing(LeftOut::name));
    return new PackPlan(walk.files, walk.leftOut, exclusions.unused());
  }

  @Override
  public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
      throws IOException {
    if (open.isEmpty()) {
      open.push(new Folder(""));
      return FileVisitResult.CONTINUE;
    }
    String name = nameOf(path) + "/";
    if (isLeftOut(path, name)) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    check(path, name);
    open.push(new Folder(name));
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path path, IOException failure) throws IOException {
    Folder folder = open.pop();
    if (failure != null) {
      throw unreadable(folder.prefix);
    }
    if (folder.empty && !open.isEmpty()) {
      leftOut.add(new LeftOut(folder.prefix, "an empty folder"));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
    String name = nameOf(path);
    if (isLeftOut(path, name)) {
      return FileVisitResult.CONTINUE;
    }
    if (attributes.isSymbolicLink()) {
      throw new PackException("'" + name + "' is a link to nothing; repair it" + orExclude());
    }
    if (!attributes.isRegularFile()) {
      leftOut.add(new LeftOut(name, "not a regular file"));
      return FileVisitResult.CONTINUE;
    }
    check(path, name);
    if (output.isPresent() && Files.isSameFile(path, output.get())) {
      leftOut.add(new LeftOut(name, "the zip itself"));
    } else if (isManifest(path, name)) {
      leftOut.add(new LeftOut(name, "a training manifest, which is submitted beside the zip"));
    } else {
      files.add(new PlannedFile(path, name, attributes.size(), attributes.lastModifiedTime()));
    }
    return FileVisitResult.CONTINUE;
  }

  /** Comes also in place of a folder that cannot be listed. */
  @Override
  public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
    if (open.isEmpty()) {
      throw failure;
    }
    String name = nameOf(path);
    if (isLeftOut(path, name)) {
      return FileVisitResult.CONTINUE;
    }
    if (failure instanceof FileSystemLoopException) {
      throw new PackException(
          "'" + name + "' is a link to a folder around it; remove it" + orExclude());
    }
    throw unreadable(name);
  }

  private String nameOf(Path path) throws PackException {
    Folder folder = open.getFirst();
    folder.empty = false;
    Optional<String> name = FileName.of(path);
    if (name.isEmpty()) {
      throw new PackException(
          "the name of '" + folder.prefix + path.getFileName() + "' is not UTF-8; rename it");
    }
    return folder.prefix + name.get();
  }

  private boolean isLeftOut(Path path, String name) {
    Optional<String> reason = PackingRules.junk(name);
    if (reason.isEmpty() && PendingFile.isLeaving(path)) {
      reason = Optional.of("an unfinished file of wml-lint");
    }
    if (reason.isEmpty()) {
      reason = exclusions.match(root.relativize(path)).map(glob -> "excluded by '" + glob + "'");
    }
    reason.ifPresent(why -> leftOut.add(new LeftOut(name, why)));
    return reason.isPresent();
  }

  private void check(Path path, String name) throws IOException {
    // Folders count too: through links to one another, few of them make many.
    refuse(PackingRules.tooMany(++entries, limits));
    refuse(PackingRules.unsafeName(name));
    if (Files.isSymbolicLink(path) && !path.toRealPath().startsWith(realRoot)) {
      throw new PackException(
          "'"
              + name
              + "' is a link out of the folder; put what it points to in its place"
              + orExclude());
    }
  }

  private static boolean isManifest(Path path, String name) throws PackException {
    try {
      return PackingRules.isManifest(name, path);
    } catch (IOException e) {
      throw unreadable(name);
    }
  }

  private static void refuse(Optional<ModelFault> fault) throws PackException {
    if (fault.isPresent()) {
      throw new PackException(fault.get().message() + "; " + fault.get().help());
    }
  }

  private static PackException unreadable(String name) {
    return new PackException("cannot read '" + name + "'; check its permissions" + orExclude());
  }

  private static String orExclude() {
    return ", or exclude it";
  }
}
