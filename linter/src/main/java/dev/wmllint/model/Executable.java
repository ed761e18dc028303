package dev.wmllint.model;

import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Whether a file may be started by its name, as in {@code ./run.sh}. */
public enum Executable {
  /** At least one of the three execute bits of its Unix mode is set. */
  YES,
  /** It has a Unix mode, without an execute bit. */
  NO,
  /**
   * No Unix mode is known: the zip was made on Windows, or the folder is there. Unpacking such an
   * entry on Unix gives a file without the bit, but its maker never said so.
   */
  NOT_RECORDED;

  private static final int ANY_EXECUTE_BIT = 0111;

  public static Executable of(Set<PosixFilePermission> permissions) {
    return permissions.contains(PosixFilePermission.OWNER_EXECUTE)
            || permissions.contains(PosixFilePermission.GROUP_EXECUTE)
            || permissions.contains(PosixFilePermission.OTHERS_EXECUTE)
        ? YES
        : NO;
  }

  static Executable ofMode(int unixMode) {
    return (unixMode & ANY_EXECUTE_BIT) != 0 ? YES : NO;
  }
}
