package dev.wmllint.model;

/**
 * One entry as the central directory describes it (APPNOTE 4.3.12); zip64 sizes already resolved.
 *
 * @param index from 0
 * @param rawName the name, decoded and otherwise unchanged
 * @param nameCrc CRC-32 of the name's bytes, to know them again
 * @param host the system that the attributes are of: upper byte of "version made by"
 * @param versionNeeded the version of the format that is needed to unpack it, times ten
 * @param crc CRC-32 of the content, unsigned
 * @param compressedSize in bytes
 * @param size in bytes, expanded
 * @param offset of the local header, from the start of the file
 * @param soundExtra whether its extra field is made of whole blocks
 * @param externalAttributes the Unix mode in the upper half, MS-DOS attributes in the lowest byte
 */
record CentralHeader(
    int index,
    String rawName,
    long nameCrc,
    int host,
    int versionNeeded,
    int flags,
    int method,
    long crc,
    long compressedSize,
    long size,
    long offset,
    boolean soundExtra,
    int externalAttributes)
    implements Comparable<CentralHeader> {
  static final int STORED = 0;
  static final int DEFLATED = 8;

  /** APPNOTE 6.3 of 2006, which introduced LZMA; no later one has brought a higher number. */
  private static final int MAX_VERSION = 63;

  private static final long MAX_DEFLATION = 1032;

  private static final int AES_ENCRYPTED = 99;
  private static final int HOST_UNIX = 3;
  private static final int HOST_MACOS = 19;
  private static final int FLAG_ENCRYPTED = 1;
  private static final int FILE_TYPE = 0170000;
  private static final int TYPE_FOLDER = 0040000;
  private static final int TYPE_SYMLINK = 0120000;

  /** In the order in which the entries lie in the file. */
  @Override
  public int compareTo(CentralHeader other) {
    return Long.compare(offset, other.offset);
  }

  boolean isEncrypted() {
    return (flags & FLAG_ENCRYPTED) != 0 || method == AES_ENCRYPTED;
  }

  boolean isSupportedMethod() {
    return method == STORED || method == DEFLATED;
  }

  /** Whether as many bytes can come out of so few: deflate has no more than 1032 of one. */
  boolean isPossibleSize() {
    long most = method == STORED ? compressedSize : MAX_DEFLATION * (compressedSize + 1);
    return !isSupportedMethod() || isEncrypted() || most < 0 || size <= most;
  }

  /** The number of the compression method, and what people call it (APPNOTE 4.4.5). */
  String methodName() {
    return switch (method) {
      case 9 -> "9 (deflate64)";
      case 12 -> "12 (bzip2)";
      case 14 -> "14 (LZMA)";
      case 93 -> "93 (Zstandard)";
      case 95 -> "95 (XZ)";
      default -> Integer.toString(method);
    };
  }

  boolean isSupportedVersion() {
    return versionNeeded <= MAX_VERSION;
  }

  boolean isFolder() {
    return rawName.endsWith("/") || rawName.endsWith("\\") || fileType() == TYPE_FOLDER;
  }

  boolean isSymlink() {
    return fileType() == TYPE_SYMLINK;
  }

  Executable executable() {
    return unixMode() == 0 ? Executable.NOT_RECORDED : Executable.ofMode(unixMode());
  }

  private int fileType() {
    return unixMode() & FILE_TYPE;
  }

  /** 0 where the maker of the zip had no Unix modes. */
  private int unixMode() {
    return host == HOST_UNIX || host == HOST_MACOS ? externalAttributes >>> 16 : 0;
  }
}
