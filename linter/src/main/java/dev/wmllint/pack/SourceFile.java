package dev.wmllint.pack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;

/** The content of a file that is packed; says which file it was that could not be read. */
final class SourceFile extends FilterInputStream {
  private final PlannedFile file;

  private SourceFile(PlannedFile file) throws IOException {
    super(Files.newInputStream(file.source()));
    this.file = file;
  }

  static SourceFile open(PlannedFile file) throws PackException {
    try {
      return new SourceFile(file);
    } catch (IOException e) {
      throw unreadable(file);
    }
  }

  /** All that packing calls. */
  @Override
  public int read(byte[] bytes, int offset, int length) throws PackException {
    try {
      return super.read(bytes, offset, length);
    } catch (IOException e) {
      throw unreadable(file);
    }
  }

  /**
   * What was read may be half old and half new, when the file was written to meanwhile.
   *
   * @param size how much was read, in bytes
   */
  void checkUnchanged(long size) throws PackException {
    BasicFileAttributes now;
    try {
      now = Files.readAttributes(file.source(), BasicFileAttributes.class);
    } catch (IOException e) {
      throw unreadable(file);
    }
    boolean same =
        size == file.size() && now.size() == size && now.lastModifiedTime().equals(file.modified());
    if (!same) {
      throw new PackException("'" + file.name() + "' changed while it was packed; pack again");
    }
  }

  private static PackException unreadable(PlannedFile file) {
    return new PackException(
        "cannot read '" + file.name() + "'; check its permissions, or exclude it");
  }
}
