package dev.wmllint.config;

import static dev.wmllint.config.ConfigContext.quoted;

import dev.wmllint.model.ModelLimits;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.NodeLocator;
import dev.wmllint.yaml.YamlLimits;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The limits in force.
 *
 * @param set those that somebody has set, within their bounds
 */
public record Limits(Map<Limit, Setting<Long>> set) {
  public static final Limits DEFAULT = new Limits(Map.of());

  /** Bytes of a zip's central directory for each of its entries: a header and a long path. */
  private static final long DIRECTORY_BYTES_PER_ENTRY = 512;

  public Limits {
    set = Map.copyOf(set);
  }

  /** Reads <code>limits: {text-size: 2 MiB}</code>. */
  static Limits read(Node value, ConfigContext context) {
    Map<Limit, Setting<Long>> limits = new EnumMap<>(Limit.class);
    context
        .entries(value, "limits must be a mapping")
        .forEach(entry -> read(entry, limits, context));
    return new Limits(limits);
  }

  private static void read(Entry entry, Map<Limit, Setting<Long>> limits, ConfigContext context) {
    Span key = NodeLocator.keySpan(entry);
    Optional<Limit> limit = Limit.of(entry.name());
    if (limit.isEmpty()) {
      String known = "the limits are " + String.join(", ", Limit.keys());
      context.problem(
          key,
          "unknown limit "
              + quoted(entry.name())
              + context.didYouMean(entry.name(), Limit.keys(), known));
      return;
    }
    value(limit.get(), entry, context)
        .ifPresent(number -> limits.put(limit.get(), new Setting<>(number, context.origin(entry))));
  }

  private static Optional<Long> value(Limit limit, Entry entry, ConfigContext context) {
    String form = limit.isSize() ? "a size such as 2 MiB" : "a whole number";
    String mustBe = limit.key() + " must be " + form;
    Optional<String> text = context.text(entry.value(), NodeLocator.keySpan(entry), mustBe);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Span span = context.spanOf(entry.value());
    Optional<Long> number = limit.read(text.get());
    if (number.isEmpty()) {
      String units = limit.isSize() ? "; the units are B, KiB, MiB and GiB" : "";
      context.problem(span, mustBe + ", is " + quoted(text.get()) + units);
    } else if (number.get() < limit.least() || number.get() > context.owner().most(limit)) {
      long most = context.owner().most(limit);
      String more = number.get() > most && most < limit.most() ? "; more with --config only" : "";
      String bounds = limit.written(limit.least()) + " to " + limit.written(most);
      context.problem(span, limit.key() + " must be from " + bounds + ", is " + text.get() + more);
      return Optional.empty();
    }
    return number;
  }

  public Setting<Long> get(Limit limit) {
    return set.getOrDefault(limit, Setting.byDefault(limit.standard()));
  }

  private int count(Limit limit) {
    return Math.toIntExact(get(limit).value());
  }

  public YamlLimits yaml() {
    return new YamlLimits(count(Limit.TEXT_SIZE), count(Limit.NESTING), count(Limit.ALIAS_NODES));
  }

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
