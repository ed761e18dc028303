package dev.wmllint.model;

import java.util.Optional;

/**
 * A file of the model definition.
 *
 * @param name its path from the root: {@code /} between the parts, without a leading {@code ./}
 * @param rawName its name as the zip has it; in a folder the same as {@code name}
 * @param index its place in the zip's central directory or in the folder's listing, from 0; differs
 *     for entries of one name
 * @param size expanded, in bytes, as declared by the zip
 * @param executable whether it can be started by its name
 * @param symlink whether it is a symbolic link; in a folder, where packing follows links, only of
 *     one that leads out of it
 * @param linkTarget where the link points, as written; empty when it could not be read
 */
public record ModelEntry(
    String name,
    String rawName,
    int index,
    long size,
    Executable executable,
    boolean symlink,
    Optional<String> linkTarget) {

  public String baseName() {
    return EntryName.baseName(name);
  }

  /** Whether it is a leaving of some tool, such as {@code __MACOSX/._train.py}. */
  public boolean isJunk() {
    return JunkKind.of(name).isPresent();
  }
}
