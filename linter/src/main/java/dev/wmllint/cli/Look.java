package dev.wmllint.cli;

import dev.wmllint.config.ConfigResult;
import dev.wmllint.engine.FixResult;
import java.util.Optional;
import java.util.function.Supplier;

/** What came of looking at one manifest, before anything is said, written or corrected. */
sealed interface Look {
  /** It was not read: its configuration is not right. */
  record Misconfigured(ConfigResult config) implements Look {}

  /**
   * It was passed over, since the configuration excludes it.
   *
   * @param file what was read all the same, from standard input that is to be passed on
   */
  record Excluded(Optional<ManifestFile> file) implements Look {}

  /**
   * It cannot be read.
   *
   * @param reason in words for people
   */
  record Unread(String reason) implements Look {}

  /** A mistake of ours. */
  record Failed(Throwable cause) implements Look {}

  /**
   * It was looked at.
   *
   * @param asked whether the user named it, so that it is not passed over
   * @param findings what there is to say, of the corrected text if it is to be corrected
   * @param correction how to correct it, when that was asked for
   */
  record Linted(ManifestFile file, boolean asked, Masked findings, Optional<Correction> correction)
      implements Look {}

  /**
   * A correction that is still to be carried out.
   *
   * @param otherwise what there is to say if it cannot be
   */
  record Correction(FixResult result, Supplier<Masked> otherwise) {}
}
