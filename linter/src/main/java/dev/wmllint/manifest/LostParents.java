package dev.wmllint.manifest;

import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.MappingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keys whose mapping is not there: its own key was left out or made a comment, and its children
 * hang under a neighbour now, or stand beside it.
 */
final class LostParents {
  /** A single key may have many homes. */
  private static final int MIN_CHILDREN = 2;

  private final DocPath home;
  private final Set<String> taken;
  private final List<Lost> found = new ArrayList<>();

  private LostParents(DocPath home, Set<String> taken) {
    this.home = home;
    this.taken = taken;
  }

  /**
   * A mapping that is not there.
   *
   * @param entry an empty mapping that stands for it
   * @param keys the keys that belong in it, and stand elsewhere
   */
  record Lost(Entry entry, KeyIssue.Misplaced keys) {}

  /**
   * The mappings that {@code mapping} requires and lacks, where keys that belong in them stand in
   * it or in one of its children.
   *
   * @param taken the keys that the mapping has
   */
  static List<Lost> of(MappingNode mapping, SchemaNode schema, DocPath path, Set<String> taken) {
    LostParents parents = new LostParents(path, taken);
    if (!mapping.isDamaged()) {
      parents.look(mapping, schema);
    }
    return parents.found;
  }

  private void look(MappingNode mapping, SchemaNode schema) {
    for (String name : schema.required()) {
      Optional<SchemaNode> lost = schema.property(name).filter(LostParents::isMapping);
      if (lost.isEmpty() || taken.contains(name)) {
        continue;
      }
      boolean here = lookIn(mapping, schema, home, name, lost.get());
      for (Entry child : here ? List.<Entry>of() : mapping.entries()) {
        Optional<SchemaNode> inner = schema.property(child.name());
        if (inner.isPresent()
            && child.value() instanceof MappingNode stray
            && !stray.isDamaged()
            && lookIn(stray, inner.get(), home.key(child.name()), name, lost.get())) {
          break;
        }
      }
    }
  }

  private static boolean isMapping(SchemaNode schema) {
    return schema.types().contains("object") && !schema.properties().isEmpty();
  }

  /** Looks for children of {@code name} in one mapping; whether there are enough of them. */
  private boolean lookIn(
      MappingNode mapping, SchemaNode schema, DocPath path, String name, SchemaNode lost) {
    KeyNames own = new KeyNames(schema, Optional.empty());
    KeyNames wanted = new KeyNames(lost, Optional.empty());
    List<Entry> children = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      if (wanted.isKnown(entry.name()) && !own.isKnown(entry.name()) && !entry.isMerged()) {
        children.add(entry);
      }
    }
    if (children.size() < MIN_CHILDREN) {
      return false;
    }
    Entry first = children.get(0);
    Span place = first.key().span();
    MappingNode value = new MappingNode(place, false, List.of(), false);
    KeyIssue.Site site = new KeyIssue.Site(path, mapping, first, schema);
    List<Entry> others = List.copyOf(children.subList(1, children.size()));
    found.add(
        new Lost(
            new Entry(name, first.key(), value, Optional.empty()),
            new KeyIssue.Misplaced(site, home.key(name), others, true, true)));
    return true;
  }
}
