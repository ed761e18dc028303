package dev.wmllint.manifest;

import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Required keys of a mapping that lie in one of its children, where the format has no such key:
 * they are indented too far.
 */
final class IndentedKeys {
  private final DocPath home;
  private final KeyNames names;
  private final Set<String> taken;
  private final List<KeyIssue.Misplaced> found = new ArrayList<>();

  private IndentedKeys(DocPath home, KeyNames names, Set<String> taken) {
    this.home = home;
    this.names = names;
    this.taken = new HashSet<>(taken);
  }

  /**
   * The keys that belong in {@code mapping}, those of one child together.
   *
   * @param names of the mapping's keys
   * @param taken the keys that the mapping has
   */
  static List<KeyIssue.Misplaced> of(
      MappingNode mapping, SchemaNode schema, DocPath path, KeyNames names, Set<String> taken) {
    IndentedKeys keys = new IndentedKeys(path, names, taken);
    keys.lookUnder(mapping, schema, path);
    return keys.found;
  }

  private void lookUnder(MappingNode mapping, SchemaNode schema, DocPath path) {
    for (Entry child : mapping.entries()) {
      schema
          .property(child.name())
          .ifPresent(inner -> look(child.value(), inner, path.key(child.name())));
    }
  }

  private void look(Node node, SchemaNode schema, DocPath path) {
    if (node instanceof SequenceNode list && schema.items().isPresent()) {
      for (int i = 0; i < list.items().size(); i++) {
        look(list.items().get(i).value(), schema.items().get(), path.index(i));
      }
    } else if (node instanceof MappingNode mapping) {
      KeyNames own = new KeyNames(schema, Optional.empty());
      List<Entry> deep = new ArrayList<>();
      for (Entry entry : mapping.entries()) {
        boolean wanted = names.isRequired(entry.name()) && !own.isKnown(entry.name());
        if (wanted && taken.add(entry.name())) {
          deep.add(entry);
        }
      }
      if (!deep.isEmpty()) {
        KeyIssue.Site site = new KeyIssue.Site(path, mapping, deep.get(0), schema);
        List<Entry> others = List.copyOf(deep.subList(1, deep.size()));
        found.add(new KeyIssue.Misplaced(site, home, others, true));
      }
      lookUnder(mapping, schema, path);
    }
  }
}
