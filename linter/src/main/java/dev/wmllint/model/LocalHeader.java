package dev.wmllint.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The header right before a content (APPNOTE 4.3.7).
 *
 * @param crc CRC-32 of the content, unsigned; 0 where it is left to the central directory or to a
 *     data descriptor
 * @param compressedSize in bytes; 0 likewise
 * @param end where the content starts, from the start of the file
 */
record LocalHeader(
    String rawName,
    long nameCrc,
    int method,
    long crc,
    long compressedSize,
    boolean soundExtra,
    long end) {
  static final int SIGNATURE = 0x04034b50;
  private static final int SIZE = 30;
  private static final int FLAG_DESCRIPTOR = 1 << 3;
  private static final long MAX_32 = 0xFFFF_FFFFL;

  /**
   * Whether both headers mean the same name. Their bytes may differ all the same: some packers
   * write the UTF-8 form, or the other slash, into one of the two only.
   */
  boolean hasNameOf(CentralHeader header) {
    return nameCrc == header.nameCrc()
        || EntryName.normalize(rawName).equals(EntryName.normalize(header.rawName()));
  }

  /**
   * What the central directory says otherwise; empty for nothing. Some unpack by the one, some by
   * the other.
   */
  Optional<String> differenceFrom(CentralHeader header) {
    if (method != header.method()) {
      return Optional.of("compression method");
    }
    if (crc != 0 && crc != header.crc()) {
      return Optional.of("checksum");
    }
    return compressedSize != 0 && compressedSize != header.compressedSize()
        ? Optional.of("compressed size")
        : Optional.empty();
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
    boolean later = (flags & FLAG_DESCRIPTOR) != 0;
    return Optional.of(
        new LocalHeader(
            EntryName.decode(name, flags, extra),
            EntryName.crc(name),
            Short.toUnsignedInt(fixed.getShort(8)),
            later ? 0 : Integer.toUnsignedLong(fixed.getInt(14)),
            later ? 0 : compressedSize(fixed, extra),
            ExtraFields.isSound(extra),
            end));
  }

  /** Both sizes are in the zip64 extra field when one of them is (APPNOTE 4.5.3). */
  private static long compressedSize(ByteBuffer fixed, ByteBuffer extra) {
    long size = Integer.toUnsignedLong(fixed.getInt(18));
    if (size != MAX_32) {
      return size;
    }
    return ExtraFields.find(extra, ExtraFields.ZIP64)
        .filter(wide -> wide.limit() >= 2 * Long.BYTES)
        .map(wide -> wide.getLong(Long.BYTES))
        .orElse(0L);
  }
}
