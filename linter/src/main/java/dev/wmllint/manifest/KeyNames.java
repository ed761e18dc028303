package dev.wmllint.manifest;

import dev.wmllint.schema.Lazy;
import dev.wmllint.schema.OtherNames;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.text.Nearest;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.ScalarNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All the names that the keys of one place of the format ever had. */
final class KeyNames {
  private static final Pattern JOINED = Pattern.compile("(\\w{1,64})(\\s*[\\s:=]\\s*)\\S.*");

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

  /** Whether a mapping that has required keys can do without this one. */
  boolean isOptional(String name) {
    return narrowed.isPresent() && !schema.required().isEmpty() && !isRequired(name);
  }

  /**
   * Keys without a value whose own text goes on after a name of this place: {@code version 1.2}.
   * Between brackets only: elsewhere YAML does not read such a key.
   */
  Optional<KeyIssue.JoinedKey> joined(Entry entry) {
    if (!(entry.key() instanceof ScalarNode key) || !key.isPlain() || !entry.value().isOmitted()) {
      return Optional.empty();
    }
    Matcher parts = JOINED.matcher(key.value());
    if (!parts.matches() || !isPresent(parts.group(1))) {
      return Optional.empty();
    }
    Span gap = key.sourceSpan(new Span(parts.start(2), parts.end(2)));
    return Optional.of(new KeyIssue.JoinedKey(entry, parts.group(1), gap));
  }

  /**
   * The present name of the key that a misspelt one was meant to be. A credential's key is none
   * whose value is shown.
   */
  Optional<String> nearest(String name, Set<String> taken) {
    Optional<String> meant = guess(name, taken);
    return SecretNames.isCredential(name)
        ? meant.filter(present -> properties.get(present).isSecret())
        : meant;
  }

  private Optional<String> guess(String name, Set<String> taken) {
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
