package dev.wmllint.lsp.feature;

import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.lsp.document.DocumentUri;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelEntry;
import dev.wmllint.model.ModelKind;
import dev.wmllint.page.RulePage;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.text.Count;
import dev.wmllint.text.Printable;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Texts that are no files, for clients that fetch them from the server: the pages of the rules
 * ({@code wml-lint:/rules/unknown-key.md}), the files inside of a zip ({@code
 * wml-lint:/model/src/train.py?file:///home/me/model.zip}), and the list of them ({@code
 * wml-lint:/contents/model.zip?file:///home/me/model.zip}).
 */
public final class VirtualTexts {
  /** The scheme that the server answers for. */
  public static final String SCHEME = "wml-lint";

  private static final String RULES = "/rules/";
  private static final String PAGE = ".md";
  private static final String MODEL = "/model/";
  private static final String CONTENTS = "/contents/";

  /** No program is longer, and no editor likes more. */
  private static final int MAX_BYTES = 1 << 20;

  private VirtualTexts() {}

  static String address(RuleId rule) {
    return SCHEME + ":" + RULES + rule + PAGE;
  }

  /**
   * Where an editor can open a file: the file itself in a folder, its text in a zip for a client
   * that can fetch that.
   */
  static Optional<String> address(ModelDefinition model, String entry, ClientAbilities client) {
    if (model.kind() == ModelKind.FOLDER) {
      return Optional.of(DocumentUri.of(model.path().resolve(entry)));
    }
    return client.fetchesText() ? address(model.path(), entry) : Optional.empty();
  }

  private static Optional<String> address(Path zip, String name) {
    try {
      String query = zip.toUri().toString();
      return Optional.of(new URI(SCHEME, null, MODEL + name, query, null).toASCIIString());
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /**
   * The text at an address; empty when it leads to nothing.
   *
   * @param models opens model definitions
   */
  public static Optional<String> at(String address, Function<Path, ModelDefinition> models) {
    try {
      URI uri = new URI(address);
      String path = uri.getPath();
      if (!SCHEME.equals(uri.getScheme()) || path == null) {
        return Optional.empty();
      }
      if (path.startsWith(RULES) && path.endsWith(PAGE)) {
        String id = path.substring(RULES.length(), path.length() - PAGE.length());
        return RuleRegistry.find(id)
            .map(RuleInfo::id)
            .flatMap(RulePage::of)
            .map(RulePage::markdown);
      }
      if (path.startsWith(MODEL) && uri.getQuery() != null) {
        String name = path.substring(MODEL.length());
        return DocumentUri.path(uri.getQuery()).map(models).flatMap(zip -> text(zip, name));
      }
      if (path.startsWith(CONTENTS) && uri.getQuery() != null) {
        return DocumentUri.path(uri.getQuery()).map(models).map(VirtualTexts::contents);
      }
      return Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Sizes first, for names may be of any length. */
  private static String contents(ModelDefinition model) {
    StringBuilder text = new StringBuilder(Printable.line(ModelEntries.name(model)));
    if (!model.isReadable()) {
      return text.append(" cannot be read\n").toString();
    }
    text.append(": ").append(Count.of(model.fileCount(), "file")).append("\n\n");
    for (ModelEntry entry : model.entries()) {
      String size = ModelEntries.size(entry.size());
      text.append(String.format(Locale.ROOT, "%10s  %s\n", size, Printable.line(entry.name())));
    }
    return text.toString();
  }

  private static Optional<String> text(ModelDefinition model, String name) {
    return model
        .file(name)
        .flatMap(entry -> model.readHead(entry, MAX_BYTES).map(bytes -> text(entry, bytes)));
  }

  private static String text(ModelEntry entry, byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return entry.name() + " is no text (" + ModelEntries.size(entry.size()) + ")\n";
      }
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
