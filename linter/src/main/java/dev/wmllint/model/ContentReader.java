package dev.wmllint.model;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

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
   * Reads a content.
   *
   * @param header of an entry that is neither encrypted nor of an unsupported method
   * @param start of the content in the file; all of it is inside the file
   * @param limit how many bytes to expand at most
   * @param head how many of the first bytes to keep
   */
  Content read(CentralHeader header, long start, long limit, int head) throws IOException {
    Content content = new Content(head);
    if (header.method() == CentralHeader.DEFLATED && header.compressedSize() > 0) {
      inflate(start, header.compressedSize(), limit, content);
    } else {
      copy(start, Math.min(header.compressedSize(), limit), content);
    }
    return content;
  }

  @Override
  public void close() {
    inflater.end();
  }

  private void copy(long start, long length, Content content) throws IOException {
    for (long at = 0; at < length; at += CHUNK) {
      int part = (int) Math.min(CHUNK, length - at);
      file.slice(start + at, part).get(chunk, 0, part);
      content.add(chunk, part);
    }
  }

  private void inflate(long start, long compressedSize, long limit, Content content)
      throws IOException {
    inflater.reset();
    long at = 0;
    long produced = 0;
    while (produced < limit && !inflater.finished()) {
      if (inflater.needsInput() && at < compressedSize) {
        int part = (int) Math.min(CHUNK, compressedSize - at);
        inflater.setInput(file.slice(start + at, part));
        at += part;
      }
      int length;
      try {
        length = inflater.inflate(chunk, 0, (int) Math.min(CHUNK, limit - produced));
      } catch (DataFormatException e) {
        content.malformed();
        return;
      }
      boolean canGoOn = inflater.finished() || (inflater.needsInput() && at < compressedSize);
      if (length == 0 && !canGoOn) {
        content.malformed();
        return;
      }
      produced += length;
      content.add(chunk, length);
    }
  }
}
