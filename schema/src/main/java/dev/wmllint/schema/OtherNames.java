package dev.wmllint.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the keys of one mapping are called elsewhere: maps from the other name to the present one,
 * in the schema's order. Where two keys share a name, the first has it.
 *
 * @param legacy the names of earlier revisions
 * @param later the names of later revisions
 * @param credential the names in the service credential
 * @param translated the names of translated documentation, in lower case
 * @param legacyNotes keys of earlier revisions without a counterpart → what they were
 * @param laterNotes keys of later revisions without a counterpart → what they are
 */
public record OtherNames(
    Map<String, String> legacy,
    Map<String, String> later,
    Map<String, String> credential,
    Map<String, String> translated,
    Map<String, String> legacyNotes,
    Map<String, String> laterNotes) {
  /** Whether some key has or had this name elsewhere, be it one that this format lacks. */
  public boolean contains(String name) {
    return legacy.containsKey(name)
        || later.containsKey(name)
        || credential.containsKey(name)
        || translated.containsKey(name)
        || legacyNotes.containsKey(name)
        || laterNotes.containsKey(name);
  }

  static OtherNames of(SchemaNode mapping) {
    return new OtherNames(
        present(mapping, key -> key.legacyNames().stream()),
        present(mapping, key -> key.laterNames().stream()),
        present(mapping, key -> key.credentialNames().stream()),
        present(
            mapping,
            key -> key.translatedNames().stream().map(name -> name.toLowerCase(Locale.ROOT))),
        mapping.legacyKeys(),
        mapping.laterKeys());
  }

  private static Map<String, String> present(
      SchemaNode mapping, Function<SchemaNode, Stream<String>> others) {
    Map<String, String> present = new LinkedHashMap<>();
    mapping
        .properties()
        .forEach((name, key) -> others.apply(key).forEach(one -> present.putIfAbsent(one, name)));
    return Collections.unmodifiableMap(present);
  }
}
