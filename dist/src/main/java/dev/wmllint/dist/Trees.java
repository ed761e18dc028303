package dev.wmllint.dist;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Folders with all that is in them. */
final class Trees {
  private Trees() {}

  /** Everything below the folder, links not followed, in the order of the paths. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> !file.equals(folder)).sorted().toList();
    }
  }

  /** Removes a folder, if it is there. */
  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> content = new ArrayList<>(files(folder));
    // What is in a folder goes before it.
    Collections.reverse(content);
    for (Path file : content) {
      Files.delete(file);
    }
    Files.delete(folder);
  }

  /**
   * Removes packages, and the tarballs of them; those of other versions too: who looks for a
   * package is to find one.
   *
   * @param name a glob that their names match
   */
  static void removeMatching(Path folder, String name) throws IOException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, name + "{,.tar.gz}")) {
      for (Path old : found) {
        remove(old);
      }
    }
  }

  /** Copies a folder, with modes and links, to where nothing is yet. */
  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    for (Path file : files(from)) {
      Files.copy(
          file,
          to.resolve(from.relativize(file)),
          LinkOption.NOFOLLOW_LINKS,
          StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  /** Gives one time of modification to everything. */
  static void stamp(Path folder, FileTime time) throws IOException {
    for (Path file : files(folder)) {
      Files.getFileAttributeView(file, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
          .setTimes(time, null, null);
    }
  }
}
