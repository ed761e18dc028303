package dev.wmllint.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who owns a file and who may use it.
 *
 * @param posix on systems with owner, group and mode
 * @param acl on systems with access lists, as on Windows
 */
record FileState(Optional<PosixFileAttributes> posix, Optional<List<AclEntry>> acl) {
  static FileState of(Path file) throws IOException {
    PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (posix != null) {
      return new FileState(Optional.of(posix.readAttributes()), Optional.empty());
    }
    AclFileAttributeView acl = Files.getFileAttributeView(file, AclFileAttributeView.class);
    return new FileState(
        Optional.empty(), acl == null ? Optional.empty() : Optional.of(acl.getAcl()));
  }

  Optional<Set<PosixFilePermission>> permissions() {
    return posix.map(PosixFileAttributes::permissions);
  }

  /**
   * Gives a file this owner, as far as that is allowed.
   *
   * @param access also its mode or access list
   */
  void applyTo(Path file, boolean access) throws IOException {
    if (posix.isPresent()) {
      PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
      chown(view, posix.get());
      // After the owner: a change of owner takes bits away.
      if (access) {
        view.setPermissions(posix.get().permissions());
      }
    } else if (acl.isPresent() && access) {
      Files.getFileAttributeView(file, AclFileAttributeView.class).setAcl(acl.get());
    }
  }

  private static void chown(PosixFileAttributeView view, PosixFileAttributes wanted)
      throws IOException {
    PosixFileAttributes now = view.readAttributes();
    try {
      if (!now.group().equals(wanted.group())) {
        view.setGroup(wanted.group());
      }
      if (!now.owner().equals(wanted.owner())) {
        view.setOwner(wanted.owner());
      }
    } catch (IOException e) {
      // Giving files away is the superuser's right; the content is what was asked for.
    }
  }
}
