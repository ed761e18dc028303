package dev.wmllint.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** Names of entries: bytes to text, and text to a path that can be compared. */
final class EntryName {
  static final Pattern SEPARATORS = Pattern.compile("[/\\\\]");

  private static final Pattern NOT_NORMAL = Pattern.compile("\\\\|(?:^|/)\\.?(?:/|$)");
  private static final int FLAG_UTF_8 = 1 << 11;
  private static final int UNICODE_PATH_HEAD = 5;
  private static final int MAX_SHOWN = 80;

  private EntryName() {}

  /**
   * Decodes a name as unzip does: by the UTF-8 flag, by the Unicode path extra field, else as code
   * page 437. Names without the flag that are well-formed UTF-8 are taken for it, since macOS packs
   * them so, and text of code page 437 practically never is.
   */
  static String decode(byte[] name, int flags, ByteBuffer extra) {
    if ((flags & FLAG_UTF_8) == 0) {
      Optional<String> unicode = unicodePath(name, extra);
      if (unicode.isPresent()) {
        return unicode.get();
      }
      if (!isUtf8(name)) {
        return new String(name, codePage437());
      }
    }
    return new String(name, StandardCharsets.UTF_8);
  }

  /** The extra field counts only while it was made for this very name: it carries its CRC-32. */
  private static Optional<String> unicodePath(byte[] name, ByteBuffer extra) {
    Optional<ByteBuffer> field = ExtraFields.find(extra, ExtraFields.UNICODE_PATH);
    if (field.isEmpty() || field.get().limit() < UNICODE_PATH_HEAD) {
      return Optional.empty();
    }
    if ((int) crc(name) != field.get().getInt(1)) {
      return Optional.empty();
    }
    byte[] path = new byte[field.get().limit() - UNICODE_PATH_HEAD];
    field.get().get(UNICODE_PATH_HEAD, path);
    return Optional.of(new String(path, StandardCharsets.UTF_8));
  }

  /** CRC-32 of a name's bytes, unsigned. */
  static long crc(byte[] name) {
    CRC32 crc = new CRC32();
    crc.update(name);
    return crc.getValue();
  }

  private static boolean isUtf8(byte[] name) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static Charset codePage437() {
    return Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;
  }

  /**
   * The path to compare: {@code \} is {@code /}, empty and {@code .} parts are gone. A {@code ..}
   * stays. Empty for the root itself.
   */
  static String normalize(String name) {
    if (!NOT_NORMAL.matcher(name).find()) {
      return name;
    }
    return SEPARATORS
        .splitAsStream(name)
        .filter(part -> !part.isEmpty() && !part.equals("."))
        .collect(Collectors.joining("/"));
  }

  static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /**
   * A name for a message: one line, no control or direction characters that could act on a
   * terminal, about 80 chars at most (its end is kept, which says more than its start).
   */
  static String shown(String name) {
    StringBuilder shown = new StringBuilder();
    int start = name.length();
    while (start > 0 && shown.length() < MAX_SHOWN) {
      char c = name.charAt(--start);
      shown.insert(0, isPrintable(c) ? String.valueOf(c) : escape(c));
    }
    return start > 0 ? "..." + shown : shown.toString();
  }

  private static String escape(char c) {
    return "\\u" + HexFormat.of().toHexDigits(c);
  }

  private static boolean isPrintable(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
