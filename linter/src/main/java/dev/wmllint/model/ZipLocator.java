package dev.wmllint.model;

import java.io.IOException;
import java.util.Optional;

/** Decides whether a file is a zip at all, by its content. */
final class ZipLocator {
  private ZipLocator() {}

  /**
   * The end record of a zip. Bytes before the zip are fine, as in self-extracting archives, but not
   * another kind of archive that happens to hold a zip at its end.
   *
   * @throws UnreadableModelException when the file is something else, or a broken zip
   */
  static EndRecord locate(FileBytes file) throws IOException, UnreadableModelException {
    byte[] head = file.copy(0, FileFormat.HEAD);
    if (head.length == 0) {
      throw notAZip(FileFormat.empty());
    }
    if (startsLikeZip(head)) {
      Optional<EndRecord> end = EndRecord.find(file);
      if (end.isEmpty()) {
        throw UnreadableModelException.corrupt(
            "the zip is truncated: its central directory is missing");
      }
      return end.get();
    }
    Optional<FileFormat> binary = FileFormat.binary(head);
    if (binary.isPresent()) {
      throw notAZip(binary.get());
    }
    Optional<EndRecord> end = findAfterPrefix(file);
    if (end.isEmpty()) {
      throw notAZip(FileFormat.text(head).orElse(FileFormat.unknown()));
    }
    return end.get();
  }

  /** {@code PK}, and the start of any record that a zip may begin with; or less of it. */
  private static boolean startsLikeZip(byte[] head) {
    return head.length >= 2
        && head[0] == 'P'
        && head[1] == 'K'
        && (head.length < 4
            || (head[2] < 9 && head[2] + 1 == head[3])
            || (head[2] == '0' && head[3] == '0'));
  }

  private static Optional<EndRecord> findAfterPrefix(FileBytes file) throws IOException {
    try {
      return EndRecord.find(file);
    } catch (UnreadableModelException e) {
      // Some bytes of it look like the end of a zip, and that is all.
      return Optional.empty();
    }
  }

  private static UnreadableModelException notAZip(FileFormat format) {
    return new UnreadableModelException(
        ModelRule.NOT_A_ZIP,
        "model definition is " + format.description() + ", not a zip",
        format.help());
  }
}
