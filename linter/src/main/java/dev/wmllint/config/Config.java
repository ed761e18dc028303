package dev.wmllint.config;

import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.RuleSetting;
import dev.wmllint.file.Glob;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings in force for the manifests of a folder, each with where it comes from.
 *
 * @param file the configuration, as it is to be shown; empty where there is none
 * @param rules what rules are set to; the others have their own severities
 * @param models which model definition belongs to which manifests; the first that fits counts
 * @param frameworks the frameworks in force; empty for the built-in table
 * @param limits what manifests and model definitions may grow to
 */
public record Config(
    Optional<Path> file,
    Map<RuleId, Setting<RuleSetting>> rules,
    List<Setting<ModelMapping>> models,
    Optional<Frameworks> frameworks,
    List<Setting<Glob>> exclude,
    Limits limits) {
  public static final Config DEFAULT =
      new Config(
          Optional.empty(), Map.of(), List.of(), Optional.empty(), List.of(), Limits.DEFAULT);

  public Config {
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    models = List.copyOf(models);
    exclude = List.copyOf(exclude);
  }

  public Config withRule(RuleId rule, RuleSetting setting, Origin origin) {
    Map<RuleId, Setting<RuleSetting>> changed = new LinkedHashMap<>(rules);
    changed.put(rule, new Setting<>(setting, origin));
    return new Config(file, changed, models, frameworks, exclude, limits);
  }

  public Config withFrameworks(Frameworks other) {
    return new Config(file, rules, models, Optional.of(other), exclude, limits);
  }

  /** What rules are set to, without where that comes from. */
  public Map<RuleId, RuleSetting> ruleSettings() {
    Map<RuleId, RuleSetting> settings = new LinkedHashMap<>();
    rules.forEach((rule, setting) -> settings.put(rule, setting.value()));
    return settings;
  }

  /** The pattern by which a manifest is not looked at. */
  Optional<Setting<Glob>> exclusion(Path manifest) {
    if (exclude.isEmpty()) {
      return Optional.empty();
    }
    Path path = fromFolder(manifest);
    return exclude.stream().filter(glob -> glob.value().matches(path)).findFirst();
  }

  public boolean excludes(Path manifest) {
    return exclusion(manifest).isPresent();
  }

  /**
   * The model definition that is named for a manifest, there or not.
   *
   * @return relative to the working folder where it lies below, otherwise absolute
   */
  public Optional<Path> model(Path manifest) {
    if (models.isEmpty()) {
      return Optional.empty();
    }
    Path path = fromFolder(manifest);
    return models.stream()
        .map(Setting::value)
        .filter(mapping -> mapping.manifests().matches(path))
        .findFirst()
        .map(mapping -> ShownPath.of(folder().resolve(mapping.model())));
  }

  /** Where the relative paths and the patterns begin: absolute, without {@code ..}. */
  private Path folder() {
    Path place = file.orElse(Path.of("none")).toAbsolutePath().normalize().getParent();
    return place == null ? Path.of("").toAbsolutePath() : place;
  }

  private Path fromFolder(Path manifest) {
    Path path = manifest.toAbsolutePath().normalize();
    try {
      return folder().relativize(path);
    } catch (IllegalArgumentException e) {
      // On another drive: nothing but the names can match.
      return path.getRoot() == null ? path : path.getRoot().relativize(path);
    }
  }
}
