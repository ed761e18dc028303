package dev.wmllint.lsp.document;

import dev.wmllint.config.ConfigFinder;
import dev.wmllint.manifest.DocumentKind;
import dev.wmllint.yaml.ManifestDocument;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What a document is to the server. Most documents of an editor are none of its business. */
public enum DocumentRole {
  /** A training manifest, finished or not. */
  MANIFEST,
  /** Another format of the same service family: one finding says so, no more. */
  RELATED,
  /** A configuration of the linter. */
  CONFIGURATION,
  /** Anything else: nothing is said about it. */
  OTHER;

  private static final List<String> LANGUAGES = List.of("yaml", "yml", "json", "jsonc");

  /**
   * The role of a document.
   *
   * @param named whether the configuration says that it is a manifest
   */
  static DocumentRole of(OpenDocument document, Supplier<ManifestDocument> tree, boolean named) {
    // Before anything else: a pattern such as "*.yaml" for manifests fits it too.
    if (ConfigFinder.isConfigName(document.source().name())) {
      return CONFIGURATION;
    }
    if (document.languageId().equals(OpenDocument.MANIFEST_LANGUAGE) || named) {
      return MANIFEST;
    }
    if (!isYaml(document)) {
      return OTHER;
    }
    return switch (DocumentKind.inEditor(tree.get())) {
      case MANIFEST -> MANIFEST;
      case OTHER -> OTHER;
      default -> RELATED;
    };
  }

  /** Whether a document is YAML or JSON, by its language or its name. */
  static boolean isYaml(OpenDocument document) {
    String language = document.languageId().replaceFirst("\\..*", "");
    String name = document.source().name().toLowerCase(Locale.ROOT);
    return LANGUAGES.contains(language)
        || LANGUAGES.contains(name.substring(name.lastIndexOf('.') + 1));
  }
}
