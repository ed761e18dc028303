package dev.wmllint.model;

/**
 * What was read of one entry's content.
 *
 * @param size of what was read, expanded, in bytes
 * @param crc CRC-32 of what was read, unsigned
 * @param wellFormed false where the compressed data cannot be expanded to its end
 */
// Its bytes are handed on, and two contents are never compared.
@SuppressWarnings("ArrayRecordComponent")
record Content(byte[] head, long size, long crc, boolean wellFormed) {
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
    return crc == header.crc() ? "" : "its checksum is wrong";
  }
}
