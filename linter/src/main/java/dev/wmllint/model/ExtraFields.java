package dev.wmllint.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** The extensible part of a header: blocks of id, length and data (APPNOTE 4.5). */
final class ExtraFields {
  /** Sizes and offset that do not fit in 32 bits (APPNOTE 4.5.3). */
  static final int ZIP64 = 0x0001;

  /** The name in UTF-8, of zips that have it otherwise in the header (APPNOTE 4.6.9). */
  static final int UNICODE_PATH = 0x7075;

  private ExtraFields() {}

  /** Whether no block is longer than what is left. Fewer bytes than a block has are padding. */
  static boolean isSound(ByteBuffer extra) {
    int at = 0;
    while (at + 4 <= extra.limit()) {
      at += 4 + Short.toUnsignedInt(extra.getShort(at + 2));
    }
    return at <= extra.limit();
  }

  /** The data of the first block of that id; broken blocks end the search, as unzip does. */
  static Optional<ByteBuffer> find(ByteBuffer extra, int id) {
    int at = 0;
    while (at + 4 <= extra.limit()) {
      int length = Short.toUnsignedInt(extra.getShort(at + 2));
      if (at + 4 + length > extra.limit()) {
        break;
      }
      if (Short.toUnsignedInt(extra.getShort(at)) == id) {
        return Optional.of(extra.slice(at + 4, length).order(ByteOrder.LITTLE_ENDIAN));
      }
      at += 4 + length;
    }
    return Optional.empty();
  }
}
