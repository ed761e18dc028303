package dev.wmllint.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What stands right before a content (APPNOTE 4.3.7). Only its name and its length are of interest:
 * sizes and checksum may be left to the central directory or to a data descriptor.
 *
 * @param rawName the name, decoded and otherwise as it stands
 * @param nameCrc CRC-32 of the name's bytes
 * @param end where the content starts, from the start of the file
 */
record LocalHeader(String rawName, long nameCrc, long end) {
  static final int SIGNATURE = 0x04034b50;
  private static final int SIZE = 30;

  /**
   * Whether both headers mean the same name. Their bytes may differ all the same: some packers
   * write the UTF-8 form, or the other slash, into one of the two only.
   */
  boolean hasNameOf(CentralHeader header) {
    return nameCrc == header.nameCrc()
        || EntryName.normalize(rawName).equals(EntryName.normalize(header.rawName()));
  }

  /** The header at {@code offset}; empty when there is none. */
  static Optional<LocalHeader> read(FileBytes file, long offset) throws IOException {
    if (offset < 0 || offset > file.size() - SIZE) {
      return Optional.empty();
    }
    ByteBuffer fixed = ByteBuffer.wrap(file.copy(offset, SIZE)).order(ByteOrder.LITTLE_ENDIAN);
    int nameLength = Short.toUnsignedInt(fixed.getShort(26));
    int extraLength = Short.toUnsignedInt(fixed.getShort(28));
    long nameStart = offset + SIZE;
    long end = nameStart + nameLength + extraLength;
    if (fixed.getInt(0) != SIGNATURE || end > file.size()) {
      return Optional.empty();
    }
    byte[] name = file.copy(nameStart, nameLength);
    ByteBuffer extra = file.slice(nameStart + nameLength, extraLength);
    int flags = Short.toUnsignedInt(fixed.getShort(6));
    return Optional.of(
        new LocalHeader(EntryName.decode(name, flags, extra), EntryName.crc(name), end));
  }
}
