package dev.wmllint.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A file's text, decoded once. Offsets everywhere are UTF-16 offsets into {@link #text()}.
 *
 * @param name for people: a path as the user gave it, or {@link #STDIN}
 * @param text the whole, line ends as they stand, never with the byte order mark; {@link #encode}
 *     puts it back
 * @param lines of the text
 * @param charset the encoding that was read: UTF-8, UTF-16LE or UTF-16BE
 * @param undecodable the first place whose bytes are not of the encoding, if there is one
 * @param likelyCharset the encoding that the bytes look like, where it is not the one that they
 *     were read in: UTF-32, UTF-16 without a byte order mark, or a single-byte encoding; a guess,
 *     for a message
 */
public record SourceText(
    String name,
    String text,
    LineIndex lines,
    Charset charset,
    boolean hasByteOrderMark,
    Optional<Span> undecodable,
    Optional<String> likelyCharset) {
  /** The display name of standard input, where the user gives none. */
  public static final String STDIN = "<stdin>";

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** A text that an editor holds; a leading byte order mark is taken off. */
  public static SourceText of(String name, String text) {
    boolean mark = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return of(name, mark ? text.substring(1) : text, StandardCharsets.UTF_8, mark);
  }

  /** A text that was never bytes. */
  private static SourceText of(String name, String text, Charset charset, boolean mark) {
    LineIndex lines = new LineIndex(text);
    return new SourceText(name, text, lines, charset, mark, Optional.empty(), Optional.empty());
  }

  /**
   * Decodes UTF-8, with or without a byte order mark, or UTF-16 with one. What cannot be decoded
   * becomes U+FFFD, and {@link #undecodable()} says where the first such place is.
   */
  public static SourceText decode(String name, byte[] bytes) {
    Charset charset = StandardCharsets.UTF_8;
    int skip = 0;
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      skip = 3;
    } else if (startsWith(bytes, 0xFF, 0xFE) && !startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
      charset = StandardCharsets.UTF_16LE;
      skip = 2;
    } else if (startsWith(bytes, 0xFE, 0xFF)) {
      charset = StandardCharsets.UTF_16BE;
      skip = 2;
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, skip, bytes.length - skip);
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(bytes.length - skip + 1);
    Optional<Span> undecodable = Optional.empty();
    if (decoder.decode(in, out, true).isError()) {
      undecodable = Optional.of(new Span(out.position(), out.position() + 1));
    }
    String text =
        undecodable.isPresent()
            ? new String(bytes, skip, bytes.length - skip, charset)
            : out.flip().toString();
    Optional<String> likely = skip > 0 ? Optional.empty() : likely(bytes, undecodable.isPresent());
    LineIndex lines = new LineIndex(text);
    return new SourceText(name, text, lines, charset, skip > 0, undecodable, likely);
  }

  /**
   * ASCII chars, of which a manifest is made mostly, have a NUL beside them in UTF-16, and three in
   * UTF-32; the side tells the byte order.
   */
  private static Optional<String> likely(byte[] bytes, boolean undecodable) {
    int[] quarters = new int[4];
    for (int i = 0; i < bytes.length; i++) {
      quarters[i % 4] += bytes[i] == 0 ? 1 : 0;
    }
    int[] nuls = {quarters[0] + quarters[2], quarters[1] + quarters[3]};
    int half = bytes.length / 2;
    if (bytes.length > 7 && nuls[0] + nuls[1] > half + half / 4) {
      return Optional.of(quarters[0] < quarters[3] ? "UTF-32LE" : "UTF-32BE");
    }
    if (bytes.length > 3 && nuls[1] > half * 3 / 4 && nuls[0] < half / 4) {
      return Optional.of("UTF-16LE");
    }
    if (bytes.length > 3 && nuls[0] > half * 3 / 4 && nuls[1] < half / 4) {
      return Optional.of("UTF-16BE");
    }
    return undecodable && nuls[0] + nuls[1] == 0 ? Optional.of("Windows-1252") : Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  public String slice(Span span) {
    return span.of(text);
  }

  /** The line end that the text uses: that of its first line, {@code \n} where it has none. */
  public String lineEnd() {
    if (lines.count() == 1) {
      return "\n";
    }
    return text.substring(lines.endOf(0), lines.startOf(1));
  }

  /** The same file with another text: name, encoding and byte order mark stay. */
  public SourceText withText(String changed) {
    return of(name, changed, charset, hasByteOrderMark);
  }

  /** The bytes of the file, in its encoding and with its byte order mark. */
  public byte[] encode() {
    return (hasByteOrderMark ? BYTE_ORDER_MARK + text : text).getBytes(charset);
  }
}
