package dev.wmllint.file;

import java.io.IOException;
import java.nio.file.Path;

/** A file that was not written; whatever stood there still does. */
public final class CannotWriteException extends IOException {
  private static final long serialVersionUID = 1L;

  CannotWriteException(Path file, String reason) {
    super("cannot write '" + file + "': " + reason);
  }

  CannotWriteException(Path file, String reason, IOException cause) {
    super("cannot write '" + file + "': " + reason, cause);
  }
}
