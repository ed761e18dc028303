package dev.wmllint.lsp;

import dev.wmllint.config.ConfigFinder;
import dev.wmllint.manifest.DocumentKind;
import dev.wmllint.yaml.ManifestDocument;
import java.util.List;
import java.util.Locale;

/** What a document is to the server. Most documents of an editor are none of its business. */
public enum Role {
  /** A training manifest, finished or not. */
  MANIFEST,
  /** Another format of the same service family: told so, and left alone. */
  SISTER,
  /** A configuration of the linter. */
  CONFIGURATION,
  /** Anything else: nothing is said about it. */
  STRANGER;

  static final String MANIFEST_LANGUAGE = "wml-manifest";

  private static final List<String> LANGUAGES = List.of("yaml", "yml", "json", "jsonc");

  /**
   * The role of a document.
   *
   * @param named whether the configuration says that it is a manifest
   */
  static Role of(OpenDocument document, Lazy<ManifestDocument> tree, boolean named) {
    if (document.languageId().equals(MANIFEST_LANGUAGE) || named) {
      return MANIFEST;
    }
    if (ConfigFinder.isConfigName(document.source().name())) {
      return CONFIGURATION;
    }
    if (!isYaml(document)) {
      return STRANGER;
    }
    return switch (DocumentKind.inEditor(tree.get())) {
      case MANIFEST -> MANIFEST;
      case OTHER -> STRANGER;
      default -> SISTER;
    };
  }

  private static boolean isYaml(OpenDocument document) {
    String language = document.languageId().replaceFirst("\\..*", "");
    String name = document.source().name().toLowerCase(Locale.ROOT);
    return LANGUAGES.contains(language)
        || LANGUAGES.contains(name.substring(name.lastIndexOf('.') + 1));
  }
}
