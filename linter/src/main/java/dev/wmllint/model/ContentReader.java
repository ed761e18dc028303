package dev.wmllint.model;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Reads contents of a zip chunk by chunk. Declared sizes are never trusted: the caller says how
 * many bytes it wants, and no more are expanded.
 */
final class ContentReader implements AutoCloseable {
  private static final int CHUNK = 16 * 1024;

  private final FileBytes file;
  private final Inflater inflater = new Inflater(true);
  private final byte[] chunk = new byte[CHUNK];

  ContentReader(FileBytes file) {
    this.file = file;
  }

  /**
   * @param header of an entry that is neither encrypted nor of an unsupported method
   * @param start of the content in the file; all of it is inside the file
   * @param limit how many bytes to expand at most
   * @param head how many of the first bytes to keep
   */
  Content read(CentralHeader header, long start, long limit, int head) throws IOException {
    boolean deflated = header.method() == CentralHeader.DEFLATED && header.compressedSize() > 0;
    int buffer = (int) Math.min(CHUNK, header.compressedSize());
    inflater.reset();
    InputStream packed = file.stream(start, header.compressedSize());
    InputStream in = deflated ? new InflaterInputStream(packed, inflater, buffer) : packed;
    ByteArrayOutputStream kept = new ByteArrayOutputStream(0);
    CRC32 crc = new CRC32();
    long size = 0;
    boolean wellFormed = true;
    try {
      int count = 0;
      while (count >= 0 && size < limit) {
        count = in.read(chunk, 0, (int) Math.min(CHUNK, limit - size));
        size += Math.max(0, count);
        crc.update(chunk, 0, Math.max(0, count));
        kept.write(chunk, 0, Math.max(0, Math.min(count, head - kept.size())));
      }
    } catch (ZipException | EOFException e) {
      wellFormed = false;
    }
    return new Content(kept.toByteArray(), size, crc.getValue(), wellFormed);
  }

  @Override
  public void close() {
    inflater.end();
  }
}
