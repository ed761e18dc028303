package dev.wmllint.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the central directory (APPNOTE 4.3.12): what unpacking goes by. */
final class CentralDirectory {
  private static final int SIGNATURE = 0x02014b50;
  private static final int SIGNATURE_SIZE = 4;
  private static final int HEADER_SIZE = 46;
  private static final int MAX_16 = 0xFFFF;
  private static final long MAX_32 = 0xFFFF_FFFFL;

  private CentralDirectory() {}

  /** Whether a central directory with at least one entry starts at {@code offset}. */
  static boolean startsAt(FileBytes file, long offset) throws IOException {
    return offset >= 0
        && offset <= file.size() - SIGNATURE_SIZE
        && file.slice(offset, SIGNATURE_SIZE).getInt(0) == SIGNATURE;
  }

  /**
   * All entries, in the directory's order.
   *
   * @throws UnreadableModelException when the directory is damaged, or over the limits
   */
  static List<CentralHeader> read(FileBytes file, EndRecord end, ModelLimits limits)
      throws IOException, UnreadableModelException {
    if (end.entries() > limits.maxEntries()) {
      throw UnreadableModelException.tooManyEntries(end.entries(), false, limits);
    }
    if (end.size() > limits.maxDirectoryBytes()) {
      throw UnreadableModelException.tooLargeDirectory(limits);
    }
    List<CentralHeader> headers = new ArrayList<>();
    long at = end.start();
    long stop = end.start() + end.size();
    while (at < stop && startsAt(file, at)) {
      if (headers.size() == limits.maxEntries()) {
        throw UnreadableModelException.tooManyEntries(limits.maxEntries(), true, limits);
      }
      at = readHeader(file, end.shift(), at, stop, headers);
    }
    // Writers without zip64 count modulo 65,536: more entries than declared may be right.
    if (((headers.size() - end.entries()) & MAX_16) != 0) {
      throw UnreadableModelException.damagedDirectory(
          headers.size() + " of its " + end.entries() + " entries can be read");
    }
    return headers;
  }

  /** Adds the header at {@code at}, and says where the next one starts. */
  private static long readHeader(
      FileBytes file, long shift, long at, long stop, List<CentralHeader> headers)
      throws IOException, UnreadableModelException {
    if (stop - at < HEADER_SIZE) {
      throw UnreadableModelException.damagedDirectory("its last entry is cut off");
    }
    // One slice lives at a time: everything of the fixed part is taken before the next.
    ByteBuffer fixed = ByteBuffer.wrap(file.copy(at, HEADER_SIZE)).order(ByteOrder.LITTLE_ENDIAN);
    int nameLength = Short.toUnsignedInt(fixed.getShort(28));
    int extraLength = Short.toUnsignedInt(fixed.getShort(30));
    int commentLength = Short.toUnsignedInt(fixed.getShort(32));
    long nameStart = at + HEADER_SIZE;
    long next = nameStart + nameLength + extraLength + commentLength;
    if (next > stop) {
      throw UnreadableModelException.damagedDirectory("its last entry is cut off");
    }
    byte[] name = file.copy(nameStart, nameLength);
    ByteBuffer extra = file.slice(nameStart + nameLength, extraLength);
    headers.add(header(headers.size(), fixed, name, extra, shift));
    return next;
  }

  private static CentralHeader header(
      int index, ByteBuffer fixed, byte[] name, ByteBuffer extra, long shift)
      throws UnreadableModelException {
    int flags = Short.toUnsignedInt(fixed.getShort(8));
    long compressedSize = Integer.toUnsignedLong(fixed.getInt(20));
    long size = Integer.toUnsignedLong(fixed.getInt(24));
    long offset = Integer.toUnsignedLong(fixed.getInt(42));
    Optional<ByteBuffer> zip64 = ExtraFields.find(extra, ExtraFields.ZIP64);
    if (zip64.isPresent()) {
      // Only the values that do not fit are there, in this order.
      size = wide(size, zip64.get());
      compressedSize = wide(compressedSize, zip64.get());
      offset = wide(offset, zip64.get());
    }
    if (compressedSize < 0 || size < 0 || offset < 0 || offset > Long.MAX_VALUE - shift) {
      throw UnreadableModelException.damagedDirectory(
          "the sizes of entry " + (index + 1) + " are impossible");
    }
    return new CentralHeader(
        index,
        EntryName.decode(name, flags, extra),
        EntryName.crc(name),
        Short.toUnsignedInt(fixed.getShort(4)) >>> 8,
        Byte.toUnsignedInt(fixed.get(6)),
        flags,
        Short.toUnsignedInt(fixed.getShort(10)),
        Integer.toUnsignedLong(fixed.getInt(16)),
        compressedSize,
        size,
        offset + shift,
        ExtraFields.isSound(extra),
        fixed.getInt(38));
  }

  private static long wide(long value, ByteBuffer zip64) {
    return value == MAX_32 && zip64.remaining() >= Long.BYTES ? zip64.getLong() : value;
  }
}
