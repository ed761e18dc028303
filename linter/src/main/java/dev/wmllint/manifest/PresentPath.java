package dev.wmllint.manifest;

import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.schema.SchemaNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paths under the present names of keys, whatever a file calls them: they stay the same when the
 * keys are corrected.
 */
public final class PresentPath {
  private static final Pattern STEP = Pattern.compile("\\[(\\d{1,9})\\]|\\.?([^.\\[]+)");

  private PresentPath() {}

  /**
   * The present path of a place, as far as the format knows it; what lies deeper stays as it is.
   *
   * @param written as {@link DocPath#toString} writes it
   */
  public static String of(String written) {
    Optional<SchemaNode> place = Optional.of(ManifestSchema.builtIn().root());
    DocPath path = DocPath.ROOT;
    Matcher step = STEP.matcher(written);
    int at = 0;
    while (place.isPresent() && step.find() && step.start() == at) {
      SchemaNode schema = place.get();
      if (step.group(1) != null) {
        path = path.index(Integer.parseInt(step.group(1)));
        place = schema.items();
      } else {
        boolean bare = schema.items().isPresent();
        path = bare ? path.index(0) : path;
        schema = schema.items().orElse(schema);
        String name = nameOf(step.group(2), schema);
        path = path.key(name);
        place = schema.property(name);
      }
      at = step.end();
    }
    return path + written.substring(at);
  }

  private static String nameOf(String key, SchemaNode schema) {
    KeyNames names = new KeyNames(schema, Optional.empty());
    if (names.isPresent(key)) {
      return key;
    }
    return names
        .legacy(key)
        .or(() -> names.later(key))
        .or(() -> names.credential(key))
        .or(() -> Normalizer.swapped(key).filter(names::isPresent))
        .or(() -> names.translated(key))
        .or(() -> names.nearest(key, Set.of()))
        .orElse(key);
  }
}
