package dev.wmllint.model;

import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.lines.OutermostKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private static final int LONGEST_MAGIC = 6;
  private static final int TAR_BLOCK = 512;
  private static final int ESCAPE = 0x1B;

  /** Signatures at the start of what people submit by mistake, as published by the formats. */
  private static final Map<String, String> MAGIC =
      Map.of(
          "425a68", "a bzip2 archive",
          "fd377a585a00", "an xz archive",
          "377abcaf271c", "a 7z archive",
          "526172211a07", "a rar archive");

  private static final String UTF_8_MARK = "\u00EF\u00BB\u00BF";

  private static final Set<String> MANIFEST_KEYS =
      Set.of("model_definition", "training_data_reference");

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

  /** By the magic of POSIX. */
  private static boolean isTar(byte[] head) {
    return head.length >= TAR_BLOCK
        && new String(head, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar");
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
    return !Collections.disjoint(OutermostKeys.of(SourceText.decode("head", head)), MANIFEST_KEYS);
  }
}
