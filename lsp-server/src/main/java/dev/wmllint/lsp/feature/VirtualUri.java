package dev.wmllint.lsp.feature;

import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.lsp.document.DocumentUri;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Addresses of texts that are no files, for clients that fetch them from the server: the pages of
 * the rules, and the files inside of a zip.
 */
public sealed interface VirtualUri {
  /** The scheme that the server answers for. */
  String SCHEME = "wml-lint";

  /** The page of a rule: {@code wml-lint:/rules/unknown-key.md}. */
  record RulePage(String id) implements VirtualUri {}

  /** A file of a zip: {@code wml-lint:/model/src/train.py?file:///home/me/model.zip}. */
  record ModelFile(Path zip, String name) implements VirtualUri {}

  /** The address of a rule's page. */
  static String of(RuleId rule) {
    return SCHEME + ":/rules/" + rule + ".md";
  }

  /** The address of a file of a zip. */
  static Optional<String> of(Path zip, String name) {
    try {
      String query = zip.toUri().toString();
      return Optional.of(new URI(SCHEME, null, "/model/" + name, query, null).toASCIIString());
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Reads an address; empty when it is none of ours. */
  static Optional<VirtualUri> parse(String uri) {
    try {
      URI parsed = new URI(uri);
      String path = parsed.getPath();
      if (!SCHEME.equals(parsed.getScheme()) || path == null) {
        return Optional.empty();
      }
      if (path.startsWith("/rules/") && path.endsWith(".md")) {
        String id = path.substring("/rules/".length(), path.length() - ".md".length());
        return Optional.of(new RulePage(id));
      }
      if (path.startsWith("/model/") && parsed.getQuery() != null) {
        String name = path.substring("/model/".length());
        return DocumentUri.path(parsed.getQuery()).map(zip -> new ModelFile(zip, name));
      }
      return Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
