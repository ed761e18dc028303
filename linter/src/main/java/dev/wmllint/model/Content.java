package dev.wmllint.model;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;

/** What was read of one entry's content: its size, its checksum, and its first bytes. */
final class Content {
  private final CRC32 crc = new CRC32();
  private final int wanted;
  private final ByteArrayOutputStream head = new ByteArrayOutputStream(0);
  private long size;
  private boolean wellFormed = true;

  /** Keeps at most {@code wanted} first bytes. */
  Content(int wanted) {
    this.wanted = wanted;
  }

  void add(byte[] bytes, int count) {
    size += count;
    crc.update(bytes, 0, count);
    head.write(bytes, 0, Math.min(count, wanted - head.size()));
  }

  /** The compressed data makes no sense from here on. */
  void malformed() {
    wellFormed = false;
  }

  boolean isWellFormed() {
    return wellFormed;
  }

  byte[] head() {
    return head.toByteArray();
  }

  /**
   * What is wrong with a content that was read as far as its header says, and one byte more; empty
   * when nothing is.
   */
  String damage(CentralHeader header) {
    if (!wellFormed) {
      return "it cannot be expanded";
    }
    if (size > header.size()) {
      return "it expands to more than the " + header.size() + " bytes that are declared";
    }
    if (size < header.size()) {
      return "it has " + size + " of the " + header.size() + " bytes that are declared";
    }
    return crc.getValue() == header.crc() ? "" : "its checksum is wrong";
  }
}
