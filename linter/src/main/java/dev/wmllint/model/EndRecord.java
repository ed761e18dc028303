package dev.wmllint.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Where the central directory of a zip lies, as the end of central directory record says (APPNOTE
 * 4.3.16), or its zip64 form (4.3.14).
 *
 * @param entries as declared; writers without zip64 count modulo 65,536
 * @param start of the central directory, from the start of the file
 * @param size of the central directory, in bytes
 * @param shift bytes before the zip itself: every offset in it counts from there
 * @param gap bytes between the directory and what ends the zip: some programs look for the
 *     directory right before its end, and find none
 */
record EndRecord(long entries, long start, long size, long shift, long gap) {
  private static final int SIGNATURE = 0x06054b50;
  private static final int SIZE = 22;
  private static final int MAX_COMMENT = 0xFFFF;

  private static final int LOCATOR_SIGNATURE = 0x07064b50;
  private static final int LOCATOR_SIZE = 20;
  private static final int ZIP64_SIGNATURE = 0x06064b50;
  private static final int ZIP64_SIZE = 56;

  private static final int MAX_16 = 0xFFFF;
  private static final long MAX_32 = 0xFFFF_FFFFL;

  /**
   * Finds the record; empty where there is none at all. A comment may hold bytes that look like a
   * record, and a file may go on after the zip. So every candidate is tried, from the end of the
   * file on: first those whose comment ends with the file, then the others, which unzip takes too.
   * Of these, a record of an empty zip counts last: it points at nothing that could confirm it.
   *
   * @throws UnreadableModelException when there are records, and none leads to a central directory
   */
  static Optional<EndRecord> find(FileBytes file) throws IOException, UnreadableModelException {
    int length = (int) Math.min(file.size(), SIZE + MAX_COMMENT);
    long tailStart = file.size() - length;
    ByteBuffer tail = ByteBuffer.wrap(file.copy(tailStart, length)).order(ByteOrder.LITTLE_ENDIAN);
    Optional<EndRecord> loose = Optional.empty();
    Optional<EndRecord> empty = Optional.empty();
    boolean split = false;
    boolean any = false;
    for (int at = length - SIZE; at >= 0; at--) {
      if (tail.getInt(at) != SIGNATURE) {
        continue;
      }
      any = true;
      split |= isPartOfSplitZip(tail, at);
      boolean exact = at + SIZE + unsigned(tail.getShort(at + 20)) == length;
      if (exact || loose.isEmpty()) {
        Optional<EndRecord> record = read(file, tail, at, tailStart + at);
        if (record.isPresent() && record.get().entries() == 0) {
          empty = exact || tailStart + at == 0 ? record : empty;
        } else if (record.isPresent() && exact) {
          return record;
        } else if (record.isPresent()) {
          loose = record;
        }
      }
    }
    Optional<EndRecord> best = loose.isPresent() ? loose : empty;
    if (best.isEmpty() && split) {
      throw new UnreadableModelException(
          ModelRule.CORRUPT, "the zip is one part of a split zip", "join the parts with zip -s 0");
    }
    if (best.isEmpty() && any) {
      throw UnreadableModelException.damagedDirectory("it is not where the end of the zip says");
    }
    return best;
  }

  /** The record at {@code at} of the tail, if a central directory really lies where it says. */
  private static Optional<EndRecord> read(FileBytes file, ByteBuffer tail, int at, long position)
      throws IOException {
    long entries = unsigned(tail.getShort(at + 10));
    long size = Integer.toUnsignedLong(tail.getInt(at + 12));
    long offset = Integer.toUnsignedLong(tail.getInt(at + 16));
    long end = position;
    // Some writers add the zip64 form also where all numbers fit: the directory ends before it.
    Optional<Zip64> zip64 = Zip64.find(file, position);
    if (zip64.isPresent()) {
      entries = entries == MAX_16 ? zip64.get().entries() : entries;
      size = size == MAX_32 ? zip64.get().size() : size;
      offset = offset == MAX_32 ? zip64.get().offset() : offset;
      end = zip64.get().position();
    }
    if (entries < 0 || size < 0 || offset < 0 || size > end || (entries == 0 && size != 0)) {
      return Optional.empty();
    }
    if (entries == 0 || CentralDirectory.startsAt(file, end - size)) {
      long shift = end - size - offset;
      return shift < 0
          ? Optional.empty()
          : Optional.of(new EndRecord(entries, end - size, size, shift, 0));
    }
    // Something may lie between the directory and its end record: trust the offset then.
    return offset <= end - size && CentralDirectory.startsAt(file, offset)
        ? Optional.of(new EndRecord(entries, offset, size, 0, end - size - offset))
        : Optional.empty();
  }

  private static boolean isPartOfSplitZip(ByteBuffer tail, int at) {
    int disk = unsigned(tail.getShort(at + 4));
    return disk != 0 && disk != MAX_16;
  }

  private static int unsigned(short value) {
    return Short.toUnsignedInt(value);
  }

  /** The zip64 end record; {@code position} is where it starts. */
  private record Zip64(long position, long entries, long size, long offset) {
    /**
     * Reads it through the locator that lies right before the end record. The locator's offset does
     * not count bytes before the zip; the record then still lies right before the locator.
     */
    static Optional<Zip64> find(FileBytes file, long endRecord) throws IOException {
      long locator = endRecord - LOCATOR_SIZE;
      if (locator < 0) {
        return Optional.empty();
      }
      ByteBuffer bytes = file.slice(locator, LOCATOR_SIZE);
      if (bytes.getInt(0) != LOCATOR_SIGNATURE) {
        return Optional.empty();
      }
      Optional<Zip64> declared = at(file, bytes.getLong(8), locator);
      return declared.isPresent() ? declared : at(file, locator - ZIP64_SIZE, locator);
    }

    private static Optional<Zip64> at(FileBytes file, long position, long locator)
        throws IOException {
      if (position < 0 || position > locator - ZIP64_SIZE) {
        return Optional.empty();
      }
      ByteBuffer bytes = file.slice(position, ZIP64_SIZE);
      return bytes.getInt(0) == ZIP64_SIGNATURE
          ? Optional.of(
              new Zip64(position, bytes.getLong(32), bytes.getLong(40), bytes.getLong(48)))
          : Optional.empty();
    }
  }
}
