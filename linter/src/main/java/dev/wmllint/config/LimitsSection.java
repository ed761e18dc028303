package dev.wmllint.config;

import static dev.wmllint.config.ConfigContext.quoted;

import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.NodeLocator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** <code>limits: {text-size: 2 MiB}</code>. */
final class LimitsSection {
  private LimitsSection() {}

  static Limits read(Node value, ConfigContext context) {
    Map<Limit, Setting<Long>> limits = new EnumMap<>(Limit.class);
    context
        .mapping(value, "limits must be a mapping")
        .map(context::entries)
        .orElse(List.of())
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

  private static String units(Limit limit) {
    return limit.isSize() ? "; the units are B, KiB, MiB and GiB" : "";
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
      context.problem(span, mustBe + ", is " + quoted(text.get()) + units(limit));
    } else if (number.get() < limit.least() || number.get() > limit.most()) {
      context.problem(
          span,
          String.format(
              Locale.ROOT,
              "%s must be from %s to %s, is %s",
              limit.key(),
              limit.written(limit.least()),
              limit.written(limit.most()),
              text.get()));
      return Optional.empty();
    }
    return number;
  }
}
