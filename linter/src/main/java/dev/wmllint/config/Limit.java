package dev.wmllint.config;

import dev.wmllint.model.ModelLimits;
import dev.wmllint.yaml.YamlLimits;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The limits that a configuration may set, each with what is sensible for it. */
public enum Limit {
  /** Length of a manifest in UTF-16 units. */
  TEXT_SIZE(
      "text-size",
      Unit.SIZE,
      YamlLimits.DEFAULT.maxTextLength(),
      1 << 10,
      YamlLimits.DEFAULT.maxTextLength(),
      64 << 20),

  /** Mappings and lists inside each other. */
  NESTING("nesting", Unit.COUNT, YamlLimits.DEFAULT.maxDepth(), 10, 500, 500),

  /** Nodes that all aliases of a manifest stand for together. */
  ALIAS_NODES("alias-nodes", Unit.COUNT, YamlLimits.DEFAULT.maxAliasNodes(), 0, 100_000, 100_000),

  /** Files and folders of a model definition. */
  ZIP_ENTRIES("zip-entries", Unit.COUNT, ModelLimits.DEFAULT.maxEntries(), 1, 200_000, 500_000),

  /** What a zip may expand to at any ratio, in bytes. */
  ZIP_EXPANDED_SIZE(
      "zip-expanded-size",
      Unit.SIZE,
      ModelLimits.DEFAULT.maxExpandedBytes(),
      1 << 20,
      1L << 40,
      1L << 40),

  /** Expanded by packed size, for what expands to more than that. */
  ZIP_RATIO("zip-ratio", Unit.COUNT, ModelLimits.DEFAULT.maxRatio(), 2, 10_000, 10_000);

  private final String key;
  private final Unit unit;
  private final long standard;
  private final long least;
  private final long ceiling;
  private final long most;

  /** Of IEC 80000-13; each is 1,024 times the one before. */
  private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");
  private static final Pattern SIZE =
      Pattern.compile("([0-9]{1,9}) ?(" + String.join("|", UNITS) + ")");

  private enum Unit {
    COUNT,
    SIZE
  }

  Limit(String key, Unit unit, long standard, long least, long ceiling, long most) {
    this.key = key;
    this.unit = unit;
    this.standard = standard;
    this.least = least;
    this.ceiling = ceiling;
    this.most = most;
  }

  /** Its key under {@code limits}. */
  public String key() {
    return key;
  }

  /** Its value where no other is set. */
  public long standard() {
    return standard;
  }

  public long least() {
    return least;
  }

  /** As far as the user may go. */
  public long most() {
    return most;
  }

  /**
   * As far as a configuration may go that was only found: one file must not take much longer than
   * ten seconds. The worst text takes that long at 1 MiB.
   */
  public long ceiling() {
    return ceiling;
  }

  /** Whether it may be given with a unit, such as {@code 2 MiB}. */
  public boolean isSize() {
    return unit == Unit.SIZE;
  }

  public String written(long value) {
    for (int i = UNITS.size() - 1; i > 0 && isSize() && value > 0; i--) {
      long factor = 1L << (10 * i);
      if (value % factor == 0) {
        return value / factor + " " + UNITS.get(i);
      }
    }
    return Long.toString(value);
  }

  /** The value of a text, within the bounds or not; empty when it is no value of this kind. */
  Optional<Long> read(String text) {
    Matcher size = SIZE.matcher(text);
    if (isSize() && size.matches()) {
      return Optional.of(Long.parseLong(size.group(1)) << (10 * UNITS.indexOf(size.group(2))));
    }
    return NUMBER.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(Limit::key).toList();
  }

  static Optional<Limit> of(String key) {
    return Arrays.stream(values()).filter(limit -> limit.key.equals(key)).findFirst();
  }
}
