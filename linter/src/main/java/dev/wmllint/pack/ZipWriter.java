package dev.wmllint.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Writes a zip whose bytes depend on names, contents and modes alone (PKWARE's APPNOTE 6.3.10,
 * section 4.3). Contents are stored: what deflating yields depends on the zlib at hand, and
 * programs are small. {@code java.util.zip} cannot write modes, without which {@code ./run.sh} does
 * not start, and a library that can would be larger than the linter, for these few records.
 *
 * <p>Without zip64: no file, and no zip, of 4 GiB or more.
 */
final class ZipWriter {
  static final int REGULAR_FILE = 0100644;
  static final int EXECUTABLE_FILE = 0100755;

  /** What fits into the 4 bytes of sizes and offsets; the highest value would mean zip64. */
  static final long MAX_SIZE = 0xFFFF_FFFEL;

  private static final int LOCAL_HEADER = 0x04034b50;
  private static final int CENTRAL_HEADER = 0x02014b50;
  private static final int END_OF_DIRECTORY = 0x06054b50;
  private static final int LOCAL_HEADER_SIZE = 30;
  private static final int CENTRAL_HEADER_SIZE = 46;
  private static final int END_SIZE = 22;
  private static final short MADE_BY_UNIX = 0x031e;
  private static final short NEEDS_1_0 = 10;
  private static final short NAMES_ARE_UTF_8 = 0x0800;
  private static final short STORED = 0;
  private static final short NONE = 0;
  private static final int MAX_NAME = 0xFFFF;
  private static final int MAX_ENTRIES = 0xFFFE;
  private static final int BLOCK = 1 << 16;

  private final SeekableByteChannel out;
  private final DosTime time;
  private final byte[] block = new byte[BLOCK];
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(ByteBuffer name, int mode, int crc, long size, long offset) {}

  /**
   * @param out empty; stays open
   */
  ZipWriter(SeekableByteChannel out, DosTime time) {
    this.out = out;
    this.time = time;
  }

  /** How large a zip will be, in bytes, that holds files of these names and this total size. */
  static long sizeOf(List<String> names, long contents) {
    long size = contents + END_SIZE;
    for (String name : names) {
      size += LOCAL_HEADER_SIZE + CENTRAL_HEADER_SIZE + 2L * name.getBytes(UTF_8).length;
    }
    return size;
  }

  /**
   * Adds a file, whose content is copied as it is read.
   *
   * @param name its path, {@code /} between the parts
   * @return the size of the content, in bytes
   * @throws PackException when the zip would become too large for its format
   */
  long add(String name, int mode, InputStream content) throws IOException {
    ByteBuffer nameBytes = ByteBuffer.wrap(name.getBytes(UTF_8));
    if (nameBytes.remaining() > MAX_NAME || entries.size() == MAX_ENTRIES) {
      throw new PackException("a zip has no room for '" + name + "'");
    }
    long offset = out.position();
    write(local(new Entry(nameBytes, mode, 0, 0, offset)));
    CRC32 crc = new CRC32();
    long size = copy(content, crc);
    Entry entry = new Entry(nameBytes, mode, (int) crc.getValue(), size, offset);
    long end = out.position();
    out.position(offset);
    write(local(entry));
    out.position(end);
    entries.add(entry);
    return size;
  }

  private long copy(InputStream content, CRC32 crc) throws IOException {
    long size = 0;
    int read = content.read(block);
    while (read >= 0) {
      crc.update(block, 0, read);
      write(ByteBuffer.wrap(block, 0, read));
      size += read;
      read = content.read(block);
    }
    return size;
  }

  /** Writes the directory, after which nothing can be added. */
  void finish() throws IOException {
    long start = out.position();
    for (Entry entry : entries) {
      write(central(entry));
    }
    long size = out.position() - start;
    write(
        buffer(END_SIZE)
            .putInt(END_OF_DIRECTORY)
            .putShort(NONE) // this disk
            .putShort(NONE) // the directory's disk
            .putShort((short) entries.size())
            .putShort((short) entries.size())
            .putInt((int) size)
            .putInt((int) start)
            .putShort(NONE) // comment
            .flip());
  }

  private ByteBuffer local(Entry entry) {
    ByteBuffer header = buffer(LOCAL_HEADER_SIZE + entry.name().remaining()).putInt(LOCAL_HEADER);
    return common(header, entry).put(entry.name().duplicate()).flip();
  }

  private ByteBuffer central(Entry entry) {
    ByteBuffer header =
        buffer(CENTRAL_HEADER_SIZE + entry.name().remaining())
            .putInt(CENTRAL_HEADER)
            .putShort(MADE_BY_UNIX);
    return common(header, entry)
        .putShort(NONE) // comment
        .putShort(NONE) // disk
        .putShort(NONE) // internal attributes
        .putInt(entry.mode() << 16)
        .putInt((int) entry.offset())
        .put(entry.name().duplicate())
        .flip();
  }

  private ByteBuffer common(ByteBuffer header, Entry entry) {
    return header
        .putShort(NEEDS_1_0)
        .putShort(NAMES_ARE_UTF_8)
        .putShort(STORED)
        .putShort(time.time())
        .putShort(time.date())
        .putInt(entry.crc())
        .putInt((int) entry.size())
        .putInt((int) entry.size())
        .putShort((short) entry.name().remaining())
        .putShort(NONE); // extra field
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void write(ByteBuffer bytes) throws IOException {
    if (out.position() > MAX_SIZE - bytes.remaining()) {
      throw new PackException(tooLarge());
    }
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  static String tooLarge() {
    return "the zip would be larger than 4 GiB; keep only the program's files: data belongs in the"
        + " bucket";
  }
}
