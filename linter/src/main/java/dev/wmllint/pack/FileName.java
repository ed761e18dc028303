package dev.wmllint.pack;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Names of files as the file system has them. */
final class FileName {
  private static final char UNDECODABLE = '\uFFFD';

  private FileName() {}

  /**
   * The last part of a path; empty when its bytes are no UTF-8. In a locale such as {@code C} Java
   * cannot decode names beyond ASCII; a URI then has the bytes, so that the zip is the same there.
   */
  static Optional<String> of(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.indexOf(UNDECODABLE) < 0 ? Optional.of(name) : ofUri(path);
  }

  private static Optional<String> ofUri(Path path) {
    String raw = path.toUri().getRawPath();
    int end = raw.endsWith("/") ? raw.length() - 1 : raw.length();
    String part = raw.substring(raw.lastIndexOf('/', end - 1) + 1, end);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < part.length(); i++) {
      if (part.charAt(i) == '%') {
        bytes.write(Integer.parseInt(part, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.write(part.charAt(i));
      }
    }
    try {
      ByteBuffer encoded = ByteBuffer.wrap(bytes.toByteArray());
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(encoded).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
