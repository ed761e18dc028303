package dev.wmllint.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

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
  public OtherNames {
    legacy = Collections.unmodifiableMap(legacy);
    later = Collections.unmodifiableMap(later);
    credential = Collections.unmodifiableMap(credential);
    translated = Collections.unmodifiableMap(translated);
    legacyNotes = Collections.unmodifiableMap(legacyNotes);
    laterNotes = Collections.unmodifiableMap(laterNotes);
  }

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
    Map<String, String> legacy = new LinkedHashMap<>();
    Map<String, String> later = new LinkedHashMap<>();
    Map<String, String> credential = new LinkedHashMap<>();
    Map<String, String> translated = new LinkedHashMap<>();
    mapping
        .properties()
        .forEach(
            (name, key) -> {
              key.legacyNames().forEach(other -> legacy.putIfAbsent(other, name));
              key.laterNames().forEach(other -> later.putIfAbsent(other, name));
              key.credentialNames().forEach(other -> credential.putIfAbsent(other, name));
              for (String other : key.translatedNames()) {
                translated.putIfAbsent(other.toLowerCase(Locale.ROOT), name);
              }
            });
    return new OtherNames(
        legacy, later, credential, translated, mapping.legacyKeys(), mapping.laterKeys());
  }
}
