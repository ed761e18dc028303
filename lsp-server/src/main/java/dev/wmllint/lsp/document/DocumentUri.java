package dev.wmllint.lsp.document;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** Addresses of documents, as clients write them: all kinds of schemes, encoded or not. */
public final class DocumentUri {
  /** What an address may hold beside letters and digits. */
  private static final String LEGAL = "-._~:/@!$&'()*+,;=";

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private DocumentUri() {}

  /**
   * The file that is meant; empty for {@code untitled:} and everything else that is no file. Many
   * clients leave chars as they are that an address may not hold, such as spaces and brackets.
   */
  public static Optional<Path> path(String uri) {
    return uri == null ? Optional.empty() : parse(uri).flatMap(DocumentUri::file);
  }

  private static Optional<URI> parse(String uri) {
    try {
      return Optional.of(new URI(uri));
    } catch (URISyntaxException e) {
      try {
        return Optional.of(new URI(encoded(uri)));
      } catch (URISyntaxException stillWrong) {
        return Optional.empty();
      }
    }
  }

  /**
   * Encodes what an address may not hold (RFC 3986, 2.2 and 2.3). A client that does not encode a
   * space does not encode {@code ?} and {@code #} either: they belong to the path.
   */
  private static String encoded(String uri) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < uri.length(); i += Character.charCount(uri.codePointAt(i))) {
      int c = uri.codePointAt(i);
      if (LEGAL.indexOf(c) >= 0 || (c < 0x80 && Character.isLetterOrDigit(c)) || isEscape(uri, i)) {
        out.appendCodePoint(c);
      } else {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          out.append('%').append(HEX.toHexDigits(b));
        }
      }
    }
    return out.toString();
  }

  private static boolean isEscape(String uri, int at) {
    return uri.charAt(at) == '%'
        && at + 2 < uri.length()
        && HexFormat.isHexDigit(uri.charAt(at + 1))
        && HexFormat.isHexDigit(uri.charAt(at + 2));
  }

  private static Optional<Path> file(URI uri) {
    String path = uri.getRawPath();
    if (!"file".equals(lower(uri.getScheme())) || path == null) {
      return Optional.empty();
    }
    String host = uri.getRawAuthority();
    boolean local = host == null || lower(host).equals("localhost");
    try {
      // The JDK makes paths of ASCII alone, and of each escape the byte that it stands for.
      return Optional.of(Path.of(new URI("file://" + (local ? "" : host) + encoded(path))));
    } catch (URISyntaxException
        | IllegalArgumentException
        | FileSystemNotFoundException
        | SecurityException e) {
      return Optional.empty();
    }
  }

  /**
   * The same for all addresses of one file, however they are encoded. Links are not followed: their
   * two names are two files to a client.
   */
  public static Optional<Path> identity(String uri) {
    return path(uri).map(DocumentUri::identity);
  }

  /** The same for all spellings of a path that differ in {@code .} and {@code ..} alone. */
  public static Path identity(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static String lower(String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  /** The address of a file. */
  public static String of(Path path) {
    return path.toUri().toString();
  }

  /** What a document is called in messages: the last part of its address. */
  public static String name(String uri) {
    Optional<Path> name = path(uri).map(Path::getFileName);
    return name.map(Path::toString).orElseGet(() -> uri.substring(uri.lastIndexOf('/') + 1));
  }
}
