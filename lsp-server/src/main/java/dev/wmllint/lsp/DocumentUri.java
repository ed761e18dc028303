package dev.wmllint.lsp;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Addresses of documents, as clients write them: all kinds of schemes, encoded or not. */
public final class DocumentUri {
  private DocumentUri() {}

  /** The file that is meant; empty for {@code untitled:} and everything else that is no file. */
  public static Optional<Path> path(String uri) {
    try {
      URI parsed = new URI(uri);
      if (!"file".equals(lower(parsed.getScheme())) || parsed.getPath() == null) {
        return Optional.empty();
      }
      String host = parsed.getAuthority();
      boolean local = host == null || host.isEmpty() || lower(host).equals("localhost");
      URI file = local ? new URI("file", "", parsed.getPath(), null) : parsed;
      return Optional.of(Path.of(file));
    } catch (URISyntaxException
        | IllegalArgumentException
        | FileSystemNotFoundException
        | SecurityException e) {
      return Optional.empty();
    }
  }

  private static String lower(String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  /** The address of a file. */
  public static String of(Path path) {
    return path.toUri().toString();
  }

  /** What a document is called in messages: the last part of its address. */
  static String name(String uri) {
    Optional<Path> name = path(uri).map(Path::getFileName);
    return name.map(Path::toString).orElseGet(() -> uri.substring(uri.lastIndexOf('/') + 1));
  }
}
