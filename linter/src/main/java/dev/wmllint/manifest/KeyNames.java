package dev.wmllint.manifest;

import dev.wmllint.schema.Lazy;
import dev.wmllint.schema.OtherNames;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.text.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All the names that the keys of one place of the format ever had. */
final class KeyNames {
  private final SchemaNode schema;
  private final Optional<SchemaNode> narrowed;
  private final Map<String, SchemaNode> properties;
  private final OtherNames others;

  /** Read when a key is like none: the file may be full of such, and most have none. */
  private final Lazy<Abbreviation> abbreviations;

  /**
   * {@code narrowed}: the same place, given the values around it; empty where that is not known.
   */
  KeyNames(SchemaNode schema, Optional<SchemaNode> narrowed) {
    this.schema = schema;
    this.narrowed = narrowed;
    this.properties = schema.properties();
    this.others = schema.otherNames();
    this.abbreviations = new Lazy<>(() -> new Abbreviation(properties.keySet()));
  }

  /** Whether it is a key of this place, under its present name. */
  boolean isPresent(String name) {
    return properties.containsKey(name) && !others.legacy().containsKey(name);
  }

  /** Whether a key of this place is or was called so in some revision or in the credential. */
  boolean isKnown(String name) {
    return properties.containsKey(name) || others.contains(name);
  }

  Optional<String> legacy(String name) {
    return Optional.ofNullable(others.legacy().get(name));
  }

  Optional<String> legacyNote(String name) {
    return Optional.ofNullable(others.legacyNotes().get(name));
  }

  Optional<String> later(String name) {
    return Optional.ofNullable(others.later().get(name));
  }

  Optional<String> laterNote(String name) {
    return Optional.ofNullable(others.laterNotes().get(name));
  }

  Optional<String> credential(String name) {
    return Optional.ofNullable(others.credential().get(name));
  }

  Optional<String> translated(String name) {
    return Optional.ofNullable(others.translated().get(name.toLowerCase(Locale.ROOT)));
  }

  boolean isRequired(String name) {
    return schema.required().contains(name)
        || (narrowed.isPresent() && narrowed.get().required().contains(name));
  }

  /** The present name of the key that a misspelt one was meant to be. */
  Optional<String> nearest(String name, Set<String> taken) {
    List<String> free =
        properties.keySet().stream()
            .filter(property -> isPresent(property) && !taken.contains(property))
            .toList();
    List<String> fits = free.stream().filter(this::isFitting).toList();
    return Nearest.of(name, fits)
        .or(() -> Nearest.of(name, free))
        .or(() -> nearestOld(name).filter(present -> !taken.contains(present)))
        .or(() -> abbreviations.get().of(name, fits::contains))
        .or(() -> abbreviations.get().of(name, free::contains))
        .or(() -> Nearest.of(name, properties.keySet()).filter(this::isPresent));
  }

  private boolean isFitting(String name) {
    return narrowed.isPresent() && narrowed.get().properties().containsKey(name);
  }

  private Optional<String> nearestOld(String name) {
    return Nearest.of(name, others.legacy().keySet())
        .map(others.legacy()::get)
        .or(() -> Nearest.of(name, others.credential().keySet()).map(others.credential()::get));
  }
}
