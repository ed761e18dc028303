package dev.wmllint.lsp.document;

import dev.wmllint.config.ConfigFinder;
import dev.wmllint.manifest.DocumentKind;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

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
  private static final List<String> MANIFEST_KEYS =
      List.of("model_definition", "training_data_reference");
  private static final List<String> RELATED_KEYS =
      List.of("data_stores", "training_references", "training_data_reference");
  private static final Pattern MANIFEST_LINE = Pattern.compile("(?m)^[{\"' ]*model_definition\\b");

  /**
   * The role of a document.
   *
   * @param named whether the configuration says that it is a manifest
   */
  static DocumentRole of(OpenDocument document, Supplier<ManifestDocument> tree, boolean named) {
    if (document.languageId().equals(OpenDocument.MANIFEST_LANGUAGE) || named) {
      return MANIFEST;
    }
    if (ConfigFinder.isConfigName(document.source().name())) {
      return CONFIGURATION;
    }
    if (!isYaml(document)) {
      return OTHER;
    }
    Optional<Node> root = tree.get().root();
    if (tree.get().isRefused()) {
      boolean found = MANIFEST_LINE.matcher(document.source().text()).find();
      return found ? MANIFEST : OTHER;
    }
    if (!(root.orElse(null) instanceof MappingNode mapping)) {
      return OTHER;
    }
    DocumentKind kind = DocumentKind.of(root);
    if (kind == DocumentKind.MANIFEST && hasAny(mapping, MANIFEST_KEYS)) {
      return MANIFEST;
    }
    boolean related = kind != DocumentKind.MANIFEST && kind != DocumentKind.OTHER;
    return related && isCertain(mapping) ? RELATED : OTHER;
  }

  private static boolean isYaml(OpenDocument document) {
    String language = document.languageId().replaceFirst("\\..*", "");
    String name = document.source().name().toLowerCase(Locale.ROOT);
    return LANGUAGES.contains(language)
        || LANGUAGES.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  /**
   * A file named on the command line is meant as a manifest; one that is open in an editor need not
   * be, and keys such as {@code settings} or {@code memory} are everybody's.
   */
  private static boolean isCertain(MappingNode root) {
    boolean answer =
        root.get("entity").orElse(null) instanceof MappingNode entity
            && hasAny(entity, List.of("model_definition", "training_results_reference"));
    return answer || hasAny(root, RELATED_KEYS);
  }

  private static boolean hasAny(MappingNode mapping, List<String> keys) {
    return keys.stream().anyMatch(key -> mapping.entry(key).isPresent());
  }
}
