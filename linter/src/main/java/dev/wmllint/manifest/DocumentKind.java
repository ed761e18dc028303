package dev.wmllint.manifest;

import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.text.Nearest;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.lines.OutermostKeys;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The kinds of documents that people hand over: the manifest, its sister documents of the same
 * service family, and everything else. The one answer to the question whether something is a
 * manifest: by its top-level keys, or, where these cannot be read, by its text.
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

  private static final List<String> FILE_ENDINGS = List.of(".yaml", ".yml", ".json");
  private static final String MODEL = "model_definition";
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
    if (has.test(MODEL)) {
      return MANIFEST;
    }
    if (has.test("data_stores") || RUNNER_SIZES.stream().filter(has).count() >= 2) {
      return FFDL_MANIFEST;
    }
    Set<String> keys = ManifestSchema.builtIn().root().properties().keySet();
    boolean manifest = keys.stream().anyMatch(has);
    boolean misspelt =
        mapping.entries().stream().anyMatch(entry -> Nearest.isNear(entry.name(), MODEL));
    if (has.test("training_references") || (has.test("settings") && !manifest)) {
      return EXPERIMENT;
    }
    if (has.test("framework") && !misspelt) {
      return TRAINING_DEFINITION;
    }
    if (has.test("entity") && (has.test("metadata") || has.test("status"))) {
      return SERVICE_ANSWER;
    }
    return manifest || misspelt ? MANIFEST : OTHER;
  }

  /**
   * The kind of a document that is open in an editor. A file named on the command line is meant as
   * a manifest; this one need not be, and keys such as {@code settings} or {@code memory} are
   * common: where no key is the service's own, it is {@link #OTHER}.
   */
  public static DocumentKind inEditor(ManifestDocument document) {
    if (document.isRefused()) {
      return mayBecomeManifest(document) ? MANIFEST : OTHER;
    }
    if (!(document.root().orElse(null) instanceof MappingNode root)) {
      return OTHER;
    }
    DocumentKind kind = of(document.root());
    boolean sister = kind != MANIFEST && hasSisterKey(root);
    return sister || hasPresentKey(root) ? kind : OTHER;
  }

  private static boolean hasSisterKey(MappingNode root) {
    return root.entry("data_stores").isPresent()
        || root.entry("training_references").isPresent()
        || (root.get("entity").orElse(null) instanceof MappingNode entity && hasPresentKey(entity));
  }

  private static boolean hasPresentKey(MappingNode mapping) {
    SchemaNode schema = ManifestSchema.builtIn().root();
    Set<String> earlier = schema.otherNames().legacy().keySet();
    return schema.properties().keySet().stream()
        .anyMatch(key -> !earlier.contains(key) && mapping.entry(key).isPresent());
  }

  /**
   * Whether a document may become a manifest: its text cannot be read, and has the key of a model
   * definition where the outermost keys are. Text that only holds a manifest is none.
   */
  public static boolean mayBecomeManifest(ManifestDocument document) {
    boolean unread = document.isDamaged() || document.isRefused();
    return unread && OutermostKeys.of(document.source()).contains(MODEL);
  }

  /** Whether a file may be a manifest by its name. */
  public static boolean isManifestName(String file) {
    String lower = file.toLowerCase(Locale.ROOT);
    return FILE_ENDINGS.stream().anyMatch(lower::endsWith);
  }
}
