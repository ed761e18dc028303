package dev.wmllint.manifest;

import dev.wmllint.schema.SchemaNode;
import dev.wmllint.text.Nearest;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All the names that the keys of one place of the format ever had. */
final class KeyNames {
  private final Map<String, String> legacyNotes;
  private final Map<String, String> laterNotes;
  private final Map<String, String> legacy = new LinkedHashMap<>();
  private final Map<String, String> later = new LinkedHashMap<>();
  private final Map<String, String> credential = new LinkedHashMap<>();
  private final Map<String, String> translated = new LinkedHashMap<>();
  private final Map<String, SchemaNode> properties;
  private final Set<String> fitting;
  private final Set<String> required = new HashSet<>();

  /**
   * Collects the names.
   *
   * @param schema the place
   * @param narrowed the same, given the values around it; empty where that is not known
   */
  KeyNames(SchemaNode schema, Optional<SchemaNode> narrowed) {
    this.legacyNotes = schema.legacyKeys();
    this.laterNotes = schema.laterKeys();
    this.fitting = narrowed.map(node -> node.properties().keySet()).orElse(Set.of());
    required.addAll(schema.required());
    narrowed.ifPresent(node -> required.addAll(node.required()));
    this.properties = schema.properties();
    properties.forEach(
        (name, property) -> {
          property.legacyNames().forEach(old -> legacy.putIfAbsent(old, name));
          property.laterNames().forEach(old -> later.putIfAbsent(old, name));
          property.credentialNames().forEach(old -> credential.putIfAbsent(old, name));
          property
              .translatedNames()
              .forEach(old -> translated.putIfAbsent(old.toLowerCase(Locale.ROOT), name));
        });
  }

  /** Whether it is a key of this place, under its present name. */
  boolean isPresent(String name) {
    return properties.containsKey(name) && !legacy.containsKey(name);
  }

  /** Whether a key of this place is or was called so in some revision or in the credential. */
  boolean isKnown(String name) {
    return properties.containsKey(name)
        || legacyNote(name).isPresent()
        || laterNote(name).isPresent()
        || Stream.of(legacy, later, credential, translated).anyMatch(old -> old.containsKey(name));
  }

  Optional<String> legacy(String name) {
    return Optional.ofNullable(legacy.get(name));
  }

  Optional<String> legacyNote(String name) {
    return Optional.ofNullable(legacyNotes.get(name));
  }

  Optional<String> later(String name) {
    return Optional.ofNullable(later.get(name));
  }

  Optional<String> laterNote(String name) {
    return Optional.ofNullable(laterNotes.get(name));
  }

  Optional<String> credential(String name) {
    return Optional.ofNullable(credential.get(name));
  }

  Optional<String> translated(String name) {
    return Optional.ofNullable(translated.get(name.toLowerCase(Locale.ROOT)));
  }

  boolean isRequired(String name) {
    return required.contains(name);
  }

  /** The present name of the key that a misspelt one was meant to be. */
  Optional<String> nearest(String name, Set<String> taken) {
    List<String> free =
        properties.keySet().stream()
            .filter(property -> isPresent(property) && !taken.contains(property))
            .toList();
    List<String> fits = free.stream().filter(fitting::contains).toList();
    return Nearest.of(name, fits)
        .or(() -> Nearest.of(name, free))
        .or(() -> nearestOld(name).filter(present -> !taken.contains(present)))
        .or(() -> Abbreviation.of(name, fits))
        .or(() -> Abbreviation.of(name, free))
        .or(() -> Nearest.of(name, properties.keySet()).filter(this::isPresent));
  }

  private Optional<String> nearestOld(String name) {
    return Nearest.of(name, legacy.keySet())
        .map(legacy::get)
        .or(() -> Nearest.of(name, credential.keySet()).map(credential::get));
  }
}
