package dev.wmllint.yaml;

import java.util.Optional;

/**
 * One key with its value.
 *
 * @param name the key's name; for a key that is no scalar, its text in the file
 * @param key the key's node
 * @param value the value's node; an omitted value is an empty plain scalar
 * @param mergedFrom the {@code <<} entry that brought this one in; empty for the mapping's own
 */
public record Entry(String name, Node key, Node value, Optional<Entry> mergedFrom) {
  /** The name of the key as the file has it; the entry may have got another one. */
  public String written() {
    return key instanceof ScalarNode scalar ? scalar.value() : name;
  }

  public Entry withValue(Node other) {
    return new Entry(name, key, other, mergedFrom);
  }

  public boolean isMerged() {
    return mergedFrom.isPresent();
  }
}
