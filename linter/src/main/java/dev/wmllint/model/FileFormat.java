package dev.wmllint.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * What a file is that is not a zip, told by its content: names lie.
 *
 * @param description with its article
 */
record FileFormat(String description, String help) {
  /** How many first bytes show the format. */
  static final int HEAD = 8 * 1024;

  private static final String REPACK =
      "only zip is supported; repack with zip -r tf-model.zip . in the program's folder";
  private static final String DOWNLOAD = "a web page was saved in place of the zip; download again";
  private static final String GIVE_ZIP = "give the zip with the program's files";

  private static final int LONGEST_MAGIC = 8;
  private static final int TAR_BLOCK = 512;
  private static final int ESCAPE = 0x1B;

  /** Signatures at the start of what people submit by mistake, as published by the formats. */
  private static final Map<String, String> MAGIC =
      Map.of(
          "425a68", "a bzip2 archive",
          "fd377a585a00", "an xz archive",
          "377abcaf271c", "a 7z archive",
          "526172211a07", "a rar archive",
          "28b52ffd", "a Zstandard archive",
          "894844460d0a1a0a", "an HDF5 file");

  private static final String UTF_8_MARK = "\u00EF\u00BB\u00BF";

  private static final Set<String> MANIFEST_KEYS =
      Set.of("model_definition", "training_data_reference");

  /** {@code key:} at the start of a line, the key in quotes or not. */
  private static final Pattern BLOCK_KEY =
      Pattern.compile("(?md)^([\"']?)(?:" + String.join("|", MANIFEST_KEYS) + ")\\1? *:");

  static FileFormat empty() {
    return new FileFormat("an empty file", REPACK);
  }

  static FileFormat unknown() {
    return new FileFormat("an unknown kind of file", REPACK);
  }

  /** The format of a file that is certainly not a zip, nor a program with a zip after it. */
  static Optional<FileFormat> binary(byte[] head) {
    if (head.length >= 2 && head[0] == 0x1F && head[1] == (byte) 0x8B) {
      return Optional.of(archive(holdsTar(head) ? "a gzipped tar archive" : "a gzip archive"));
    }
    if (isTar(head)) {
      return Optional.of(archive("a tar archive"));
    }
    String hex = HexFormat.of().formatHex(head, 0, Math.min(head.length, LONGEST_MAGIC));
    return MAGIC.keySet().stream()
        .filter(hex::startsWith)
        .findFirst()
        .map(magic -> archive(MAGIC.get(magic)));
  }

  static Optional<FileFormat> text(byte[] head) {
    if (isHtml(head)) {
      return Optional.of(new FileFormat("an HTML page", DOWNLOAD));
    }
    if (!isText(head)) {
      return Optional.empty();
    }
    if (isManifest(head)) {
      return Optional.of(new FileFormat("a training manifest", GIVE_ZIP));
    }
    String start = new String(head, StandardCharsets.UTF_8).stripLeading();
    if (start.startsWith("version https://git-lfs.github.com/spec/")) {
      return Optional.of(new FileFormat("a Git LFS pointer", "fetch the file with git lfs pull"));
    }
    if (start.startsWith("<?xml")) {
      return Optional.of(new FileFormat("an XML file", DOWNLOAD));
    }
    if (start.startsWith("{") || start.startsWith("[")) {
      return Optional.of(new FileFormat("a JSON file", GIVE_ZIP));
    }
    return Optional.of(new FileFormat("a text file", REPACK));
  }

  private static FileFormat archive(String description) {
    return new FileFormat(description, REPACK);
  }

  private static boolean holdsTar(byte[] gzip) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return isTar(in.readNBytes(TAR_BLOCK));
    } catch (IOException e) {
      // Damaged or cut off by the length of the head: it is a gzip all the same.
      return false;
    }
  }

  /** By the magic of POSIX, or by the checksum that older archives have too. */
  private static boolean isTar(byte[] head) {
    if (head.length < TAR_BLOCK) {
      return false;
    }
    if (new String(head, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar")) {
      return true;
    }
    int sum = 0;
    for (int i = 0; i < TAR_BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : head[i] & 0xFF;
    }
    String checksum = new String(head, 148, 8, StandardCharsets.ISO_8859_1);
    return checksum.replace('\0', ' ').strip().equals(String.format(Locale.ROOT, "%06o", sum));
  }

  private static boolean isText(byte[] head) {
    if (head.length >= 2 && (head[0] & 0xFF) + (head[1] & 0xFF) == 0xFF + 0xFE) {
      // The byte order mark of UTF-16, in either order.
      return true;
    }
    // In whatever encoding: only binary formats have control characters.
    for (byte b : head) {
      if (b >= 0 && b < ' ' && !Character.isWhitespace(b) && b != ESCAPE) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a page starts here: a document type or an {@code html} tag, in any case, after a byte
   * order mark, white space, comments and an XML declaration.
   */
  static boolean isHtml(byte[] head) {
    // One char per byte: all that is looked for is ASCII.
    String text = new String(head, StandardCharsets.ISO_8859_1);
    int at = text.startsWith(UTF_8_MARK) ? UTF_8_MARK.length() : 0;
    while (true) {
      while (at < text.length() && text.charAt(at) <= ' ') {
        at++;
      }
      boolean comment = text.startsWith("<!--", at);
      if (!comment && !text.startsWith("<?xml ", at)) {
        return isTag(text, at, "<!doctype html") || isTag(text, at, "<html");
      }
      String close = comment ? "-->" : "?>";
      int end = text.indexOf(close, at);
      if (end < 0) {
        return false;
      }
      at = end + close.length();
    }
  }

  private static boolean isTag(String text, int at, String tag) {
    int end = at + tag.length();
    return text.regionMatches(true, at, tag, 0, tag.length())
        && (end == text.length() || text.charAt(end) <= ' ' || text.charAt(end) == '>');
  }

  /** Whether the text starts like a training manifest, in block YAML or in JSON. */
  static boolean isManifest(byte[] head) {
    // One char per byte: all that is looked for is ASCII.
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return text.stripLeading().startsWith("{") ? hasJsonKey(text) : BLOCK_KEY.matcher(text).find();
  }

  /**
   * A key of the outermost braces: strings are passed over whole, braces inside them do not count.
   */
  private static boolean hasJsonKey(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        case '"' -> {
          int end = endOfString(text, i + 1);
          String string = text.substring(i + 1, end);
          if (depth == 1 && MANIFEST_KEYS.contains(string)) {
            return true;
          }
          i = end;
        }
        default -> {}
      }
    }
    return false;
  }

  private static int endOfString(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, text.length());
  }
}
