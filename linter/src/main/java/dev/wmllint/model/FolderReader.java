package dev.wmllint.model;

import dev.wmllint.file.Reach;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a folder as packing it would: a link to a file of it is the file, junk is passed over. A
 * link to a folder is not walked: inside the folder it is followed when a path is looked up. What
 * is after a link that leads out is not known, and never read.
 */
final class FolderReader {
  private final Path root;
  private final ModelLimits limits;
  private final Faults faults;
  private final NameCheck names;
  private final Reach reach;
  private final boolean posix;
  private final List<ModelEntry> entries = new ArrayList<>();
  private final Map<String, String> links = new HashMap<>();
  private final Set<String> folders = new HashSet<>();
  private final Set<String> unread = new HashSet<>();
  private final Deque<String> toList = new ArrayDeque<>();
  private int seen;

  FolderReader(Path root, ModelLimits limits, Faults faults) {
    this.root = root;
    this.limits = limits;
    this.faults = faults;
    this.names = new NameCheck(faults);
    this.reach = Reach.ofComputer(root);
    this.posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /**
   * Lists the folder and all in it, each folder sorted by name.
   *
   * @throws IOException when the folder itself cannot be listed
   * @throws UnreadableModelException when it has no files, or more than the limits allow
   */
  ModelContents read() throws IOException, UnreadableModelException {
    Path realRoot = root.toRealPath();
    look(realRoot, "", list(root));
    while (!toList.isEmpty()) {
      String folder = toList.remove();
      try {
        look(realRoot, folder + "/", list(root.resolve(folder)));
      } catch (IOException e) {
        unread.add(folder);
      }
    }
    if (entries.isEmpty() && unread.isEmpty()) {
      throw new UnreadableModelException(
          ModelRule.EMPTY, "the folder has no files", "give the folder of the program");
    }
    return new ModelContents(entries, links, folders, unread, List.of());
  }

  private List<String> list(Path folder) throws IOException, UnreadableModelException {
    List<String> found = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        if (++seen > limits.maxEntries()) {
          throw UnreadableModelException.tooManyEntries(limits.maxEntries(), true, limits);
        }
        found.add(child.getFileName().toString());
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    Collections.sort(found);
    return found;
  }

  private void look(Path realRoot, String prefix, List<String> children) {
    for (String child : children) {
      String name = prefix + child;
      if (JunkKind.of(child).isPresent()) {
        continue;
      }
      try {
        Path path = root.resolve(name);
        BasicFileAttributes attributes = attributes(path, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isSymbolicLink()) {
          lookThroughLink(realRoot, name, path);
        } else if (attributes.isDirectory()) {
          folders.add(name);
          toList.add(name);
        } else if (attributes.isRegularFile()) {
          addFile(name, path, attributes);
        }
      } catch (IOException e) {
        // Gone, not allowed, or a link to nowhere: nothing that packing would take along.
      } catch (InvalidPathException e) {
        // A locale without its characters: what else it may be called is not known.
        unread.add(prefix.isEmpty() ? "" : prefix.substring(0, prefix.length() - 1));
      }
    }
  }

  private void lookThroughLink(Path realRoot, String name, Path path) throws IOException {
    if (reach.named(name).refusal().isPresent()) {
      // Even whether it is a file cannot be known without a look at what must be left alone.
      folders.add(name);
      unread.add(name);
      return;
    }
    BasicFileAttributes attributes = attributes(path);
    Path target = path.toRealPath();
    boolean inside = target.startsWith(realRoot);
    if (attributes.isRegularFile()) {
      if (inside) {
        addFile(name, path, attributes);
      } else {
        addLinkOut(name, Files.readSymbolicLink(path).toString());
      }
    } else if (attributes.isDirectory()) {
      if (inside) {
        Path folder = realRoot.resolve(name).getParent();
        links.put(name, folder.relativize(target).toString().replace('\\', '/'));
      } else {
        folders.add(name);
        unread.add(name);
      }
    }
  }

  private BasicFileAttributes attributes(Path path, LinkOption... options) throws IOException {
    return posix
        ? Files.readAttributes(path, PosixFileAttributes.class, options)
        : Files.readAttributes(path, BasicFileAttributes.class, options);
  }

  private void add(String name, long size, Executable executable, Optional<String> linkTarget) {
    names.safe(name);
    names.single(name);
    entries.add(
        new ModelEntry(
            name, name, entries.size(), size, executable, linkTarget.isPresent(), linkTarget));
  }

  private void addFile(String name, Path path, BasicFileAttributes attributes) {
    add(name, attributes.size(), executable(attributes), Optional.empty());
    if (ContentLook.isProgram(name)) {
      ContentLook.look(name, headIfReadable(path, ContentLook.headLength(name)), faults);
    }
  }

  /** It is there, as in a zip, and that is all that is known of it. */
  private void addLinkOut(String name, String target) {
    add(name, target.length(), Executable.NOT_RECORDED, Optional.of(target));
    faults.add(Cause.LINK_OUT_OF_FOLDER, name, target);
  }

  private static Executable executable(BasicFileAttributes attributes) {
    return attributes instanceof PosixFileAttributes posixAttributes
        ? Executable.of(posixAttributes.permissions())
        : Executable.NOT_RECORDED;
  }

  /** Empty when the file cannot be read: then nothing is said of it. */
  private static byte[] headIfReadable(Path path, int length) {
    try {
      return head(path, length);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /** The first bytes of a file in a folder, unless it has become a link out of it. */
  static Optional<byte[]> head(Path root, String name, int length) throws IOException {
    Path file = root.resolve(name).toRealPath();
    return file.startsWith(root.toRealPath()) ? Optional.of(head(file, length)) : Optional.empty();
  }

  static byte[] head(Path path, int length) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(length);
    }
  }
}
