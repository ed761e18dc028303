package dev.wmllint.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zips byte by byte, wrong ones too: every field can be set to something else. */
final class ZipBytes {
  static final int UNIX = 3;
  static final int MACOS = 19;
  static final int WINDOWS = 0;
  static final int UTF_8 = 1 << 11;
  static final int ENCRYPTED = 1;

  private final List<Entry> entries = new ArrayList<>();
  private boolean realEnd;
  private byte[] gap = {};
  private byte[] prefix = {};
  private byte[] comment = {};
  private byte[] trailer = {};
  private boolean zip64End;
  private boolean shifted = true;
  private int declaredEntries = -1;

  /** One entry, sound unless told otherwise. */
  static final class Entry {
    private byte[] name;
    private byte[] localName;
    private byte[] content = {};
    private byte[] packed;
    private byte[] centralExtra = {};
    private byte[] localExtra = {};
    private int localMethod = -1;
    private long localCrc = -1;
    private long localPacked = -1;
    private int version = 20;
    private int host = UNIX;
    private int mode = 0100644;
    private int flags;
    private int method = 8;
    private long crc = -1;
    private long size = -1;
    private long offset = -1;
    private boolean zip64;
    private boolean descriptor;
    private boolean omitLocal;

    Entry content(String text) {
      return content(text.getBytes(StandardCharsets.UTF_8));
    }

    Entry content(byte[] bytes) {
      content = bytes;
      return this;
    }

    /** The compressed bytes, where they are not simply those of the content. */
    Entry packed(byte[] bytes) {
      packed = bytes;
      return this;
    }

    Entry stored() {
      return method(0);
    }

    Entry method(int number) {
      method = number;
      return this;
    }

    Entry mode(int unixMode) {
      mode = unixMode;
      return this;
    }

    Entry link(String target) {
      return mode(0120777).content(target);
    }

    Entry host(int number) {
      host = number;
      return this;
    }

    Entry flags(int bits) {
      flags = bits;
      return this;
    }

    Entry crc(long wrong) {
      crc = wrong;
      return this;
    }

    /** The declared size. */
    Entry size(long declared) {
      size = declared;
      return this;
    }

    /** The name's own bytes, in whatever encoding. */
    Entry name(byte[] bytes) {
      name = bytes;
      localName = bytes;
      return this;
    }

    Entry localName(String other) {
      localName = other.getBytes(StandardCharsets.UTF_8);
      return this;
    }

    Entry extra(byte[] central) {
      centralExtra = central;
      return this;
    }

    Entry localExtra(byte[] local) {
      localExtra = local;
      return this;
    }

    Entry localMethod(int other) {
      localMethod = other;
      return this;
    }

    Entry localCrc(long other) {
      localCrc = other;
      return this;
    }

    /** The compressed size that the local header declares. */
    Entry localPacked(long other) {
      localPacked = other;
      return this;
    }

    /** The version of the format that is needed, times ten. */
    Entry version(int needed) {
      version = needed;
      return this;
    }

    /** Where the central directory says that the local header is. */
    Entry offset(long wrong) {
      offset = wrong;
      return this;
    }

    /** Listed in the central directory, and nothing else. */
    Entry omitLocal() {
      omitLocal = true;
      return this;
    }

    /** Sizes and offset go to the zip64 extra field, though they would fit. */
    Entry zip64() {
      zip64 = true;
      return this;
    }

    /** Sizes and checksum follow the content, as when a zip is written to a pipe. */
    Entry descriptor() {
      descriptor = true;
      flags |= 1 << 3;
      return this;
    }
  }

  ZipBytes add(String name, String content) {
    return add(name, entry -> entry.content(content));
  }

  ZipBytes add(String name, Consumer<Entry> more) {
    Entry entry = new Entry().name(name.getBytes(StandardCharsets.UTF_8));
    boolean ascii = name.chars().allMatch(c -> c < 128);
    entry.flags(ascii ? 0 : UTF_8);
    more.accept(entry);
    entries.add(entry);
    return this;
  }

  ZipBytes folder(String name) {
    return add(name, entry -> entry.stored().mode(040755));
  }

  ZipBytes prefix(String text) {
    prefix = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  /** Offsets count from the start of the file, also behind a prefix. */
  ZipBytes unshifted() {
    shifted = false;
    return this;
  }

  ZipBytes comment(byte[] bytes) {
    comment = bytes;
    return this;
  }

  ZipBytes trailer(byte[] bytes) {
    trailer = bytes;
    return this;
  }

  ZipBytes zip64End() {
    zip64End = true;
    return this;
  }

  /** The end record holds the real numbers, too, as some writers do it. */
  ZipBytes realEnd() {
    realEnd = true;
    return this;
  }

  /** Bytes between the directory and the end record. */
  ZipBytes gap(byte[] bytes) {
    gap = bytes;
    return this;
  }

  ZipBytes declaredEntries(int wrong) {
    declaredEntries = wrong;
    return this;
  }

  byte[] bytes() {
    Out out = new Out();
    out.bytes(prefix);
    long base = shifted ? prefix.length : 0;
    Out directory = new Out();
    for (Entry entry : entries) {
      write(entry, out, directory, base);
    }
    long start = out.size() - base;
    out.bytes(directory.toByteArray());
    int count = declaredEntries < 0 ? entries.size() : declaredEntries;
    out.bytes(gap);
    if (zip64End) {
      long position = out.size() - base;
      out.u32(0x06064b50).u64(44).u16(45).u16(45).u32(0).u32(0);
      out.u64(count).u64(count).u64(directory.size()).u64(start);
      out.u32(0x07064b50).u32(0).u64(position).u32(1);
    }
    boolean hidden = zip64End && !realEnd;
    int shown = hidden ? 0xFFFF : count;
    out.u32(0x06054b50).u16(0).u16(0).u16(shown).u16(shown);
    out.u32(hidden ? -1 : directory.size()).u32(hidden ? -1 : start);
    out.u16(comment.length).bytes(comment).bytes(trailer);
    return out.toByteArray();
  }

  private static void write(Entry entry, Out out, Out directory, long base) {
    byte[] packed = entry.packed;
    if (packed == null) {
      packed = entry.method == 8 ? deflate(entry.content) : entry.content;
    }
    CRC32 sum = new CRC32();
    sum.update(entry.content);
    long crc = entry.crc < 0 ? sum.getValue() : entry.crc;
    long size = entry.size < 0 ? entry.content.length : entry.size;
    long offset = entry.offset < 0 ? out.size() - base : entry.offset;
    if (!entry.omitLocal) {
      writeLocal(entry, out, packed, crc, size);
    }
    byte[] extra = entry.centralExtra;
    if (entry.zip64) {
      extra = new Out().u16(1).u16(24).u64(size).u64(packed.length).u64(offset).toByteArray();
    }
    directory.u32(0x02014b50).u16(entry.host << 8 | 30).u16(entry.version).u16(entry.flags);
    directory.u16(entry.method).u32(0).u32(crc);
    directory.u32(entry.zip64 ? -1 : packed.length).u32(entry.zip64 ? -1 : size);
    directory.u16(entry.name.length).u16(extra.length).u16(0).u16(0).u16(0);
    directory.u32(entry.host == WINDOWS ? 0x20 : (long) entry.mode << 16);
    directory.u32(entry.zip64 ? -1 : offset).bytes(entry.name).bytes(extra);
  }

  private static void writeLocal(Entry entry, Out out, byte[] packed, long crc, long size) {
    boolean later = entry.descriptor;
    int method = entry.localMethod < 0 ? entry.method : entry.localMethod;
    long localCrc = entry.localCrc < 0 ? crc : entry.localCrc;
    long localPacked = entry.localPacked < 0 ? packed.length : entry.localPacked;
    out.u32(0x04034b50).u16(entry.version).u16(entry.flags).u16(method).u32(0);
    out.u32(later ? 0 : localCrc).u32(later ? 0 : localPacked).u32(later ? 0 : size);
    out.u16(entry.localName.length).u16(entry.localExtra.length);
    out.bytes(entry.localName).bytes(entry.localExtra).bytes(packed);
    if (later) {
      out.u32(0x08074b50).u32(crc).u32(packed.length).u32(size);
    }
  }

  static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] chunk = new byte[8192];
    while (!deflater.finished()) {
      out.write(chunk, 0, deflater.deflate(chunk));
    }
    deflater.end();
    return out.toByteArray();
  }

  /** Little-endian output. */
  static final class Out {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Out u16(int value) {
      return put(2, value);
    }

    Out u32(long value) {
      return put(4, value);
    }

    Out u64(long value) {
      return put(8, value);
    }

    Out bytes(byte[] more) {
      bytes.writeBytes(more);
      return this;
    }

    int size() {
      return bytes.size();
    }

    byte[] toByteArray() {
      return bytes.toByteArray();
    }

    private Out put(int length, long value) {
      ByteBuffer buffer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value);
      bytes.write(buffer.array(), 0, length);
      return this;
    }
  }
}
