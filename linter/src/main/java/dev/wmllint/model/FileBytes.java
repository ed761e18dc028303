package dev.wmllint.model;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Random access to a file through one small window, so that the size of a file never becomes a size
 * in memory. All offsets are bytes from the start of the file.
 */
final class FileBytes {
  /** Headers lie close together, contents are read in a row: one read serves several slices. */
  private static final int READ_AHEAD = 16 * 1024;

  private final FileChannel channel;
  private final long size;
  private ByteBuffer window = ByteBuffer.allocate(0);
  private long windowStart;

  FileBytes(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  long size() {
    return size;
  }

  /**
   * The bytes {@code [offset, offset + length)}, little-endian, valid until the next call.
   *
   * @throws EOFException when the file has no such bytes
   */
  ByteBuffer slice(long offset, int length) throws IOException {
    if (offset < 0 || offset > size || length > size - offset) {
      throw new EOFException();
    }
    if (offset < windowStart || offset + length > windowStart + window.limit()) {
      load(offset, length);
    }
    return window.slice((int) (offset - windowStart), length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A copy of at most {@code length} bytes from {@code offset} on. */
  byte[] copy(long offset, int length) throws IOException {
    byte[] copy = new byte[(int) Math.min(length, Math.max(0, size - offset))];
    slice(offset, copy.length).get(copy);
    return copy;
  }

  /** The bytes {@code [offset, offset + length)}, all of which the file has, one after another. */
  InputStream stream(long offset, long length) {
    return new InputStream() {
      private long at = offset;

      @Override
      public int read() throws IOException {
        return at == offset + length ? -1 : Byte.toUnsignedInt(slice(at++, 1).get());
      }

      @Override
      public int read(byte[] bytes, int from, int most) throws IOException {
        int part = (int) Math.min(most, offset + length - at);
        slice(at, part).get(bytes, from, part);
        at += part;
        return part > 0 ? part : -1;
      }
    };
  }

  private void load(long offset, int length) throws IOException {
    int wanted = (int) Math.min(Math.max(length, READ_AHEAD), size - offset);
    if (window.capacity() < wanted) {
      window = ByteBuffer.allocate(wanted);
    }
    window.clear().limit(wanted);
    windowStart = offset;
    while (window.hasRemaining()) {
      if (channel.read(window, offset + window.position()) < 0) {
        window.limit(0);
        throw new EOFException();
      }
    }
    window.flip();
  }
}
