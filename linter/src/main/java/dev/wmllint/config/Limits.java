package dev.wmllint.config;

import dev.wmllint.model.ModelLimits;
import dev.wmllint.yaml.YamlLimits;
import java.util.Map;

/**
 * The limits in force.
 *
 * @param set those that somebody has set, within their bounds
 */
public record Limits(Map<Limit, Setting<Long>> set) {
  /** As they come. */
  public static final Limits DEFAULT = new Limits(Map.of());

  /** Bytes of a zip's central directory for each of its entries: a header and a long path. */
  private static final long DIRECTORY_BYTES_PER_ENTRY = 512;

  public Limits {
    set = Map.copyOf(set);
  }

  /** A limit, and who says so. */
  public Setting<Long> get(Limit limit) {
    return set.getOrDefault(limit, Setting.byDefault(limit.standard()));
  }

  private int count(Limit limit) {
    return Math.toIntExact(get(limit).value());
  }

  /** Those of a manifest's text. */
  public YamlLimits yaml() {
    return new YamlLimits(count(Limit.TEXT_SIZE), count(Limit.NESTING), count(Limit.ALIAS_NODES));
  }

  /** Those of a model definition. */
  public ModelLimits model() {
    ModelLimits standard = ModelLimits.DEFAULT;
    int entries = count(Limit.ZIP_ENTRIES);
    return new ModelLimits(
        entries,
        Math.max(standard.maxDirectoryBytes(), entries * DIRECTORY_BYTES_PER_ENTRY),
        get(Limit.ZIP_EXPANDED_SIZE).value(),
        get(Limit.ZIP_RATIO).value(),
        standard.maxCheckedBytes());
  }
}
