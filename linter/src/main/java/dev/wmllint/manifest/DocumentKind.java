package dev.wmllint.manifest;

import dev.wmllint.text.Nearest;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The kinds of documents that people hand over: the manifest, its sister documents of the same
 * service family, and everything else. They are told apart by their top-level keys.
 */
public enum DocumentKind {
  MANIFEST("a training manifest"),
  FFDL_MANIFEST("an FfDL manifest (the open-source runner's format)"),
  /** Half of a 2018 experiment: framework and data, without a {@code model_definition}. */
  TRAINING_DEFINITION("a training definition (2018), which describes no run by itself"),
  /** A 2018 experiment over training definitions. */
  EXPERIMENT("an experiment (2018), which runs training definitions"),
  /** What the service answers. */
  SERVICE_ANSWER("an answer of the service, not a request"),
  OTHER("no training manifest");

  private static final Set<String> MANIFEST_KEYS =
      Set.of(
          "model_definition",
          "training_data_reference",
          "training_results_reference",
          "training_data",
          "training_results");
  private static final List<String> RUNNER_SIZES = List.of("gpus", "cpus", "memory", "learners");

  private final String words;

  DocumentKind(String words) {
    this.words = words;
  }

  /** What it is, in words that continue "this is". */
  public String words() {
    return words;
  }

  /** The kind of a document; nothing at all is {@link #OTHER}. */
  public static DocumentKind of(Optional<Node> root) {
    if (!(root.orElse(null) instanceof MappingNode mapping)) {
      return OTHER;
    }
    Predicate<String> has = key -> mapping.entry(key).isPresent();
    if (has.test("model_definition")) {
      return MANIFEST;
    }
    if (has.test("data_stores") || RUNNER_SIZES.stream().filter(has).count() >= 2) {
      return FFDL_MANIFEST;
    }
    if (has.test("training_references") || (has.test("settings") && !hasManifestKey(mapping))) {
      return EXPERIMENT;
    }
    if (has.test("framework") && !isMisspelt(mapping, "model_definition")) {
      return TRAINING_DEFINITION;
    }
    if (has.test("entity") && (has.test("metadata") || has.test("status"))) {
      return SERVICE_ANSWER;
    }
    return hasManifestKey(mapping) || isMisspelt(mapping, "model_definition") ? MANIFEST : OTHER;
  }

  private static boolean hasManifestKey(MappingNode mapping) {
    return mapping.entries().stream().map(Entry::name).anyMatch(MANIFEST_KEYS::contains);
  }

  private static boolean isMisspelt(MappingNode mapping, String key) {
    return mapping.entries().stream().anyMatch(entry -> Nearest.isNear(entry.name(), key));
  }
}
