package dev.wmllint.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The functions that a command defines. The body of each is followed once, from the folder of its
 * first call, so that long chains of calls cost no more than they are long.
 */
final class Functions {
  /** Deeper calls are not followed: each costs stack. */
  private static final int MAX_DEPTH = 50;

  private static final class Entry {
    final FunctionDefinition definition;
    boolean followed;

    /** Unknown, and so true, until the body has been followed. */
    boolean moves = true;

    Entry(FunctionDefinition definition) {
      this.definition = definition;
    }
  }

  private final List<Entry> all = new ArrayList<>();
  private final Map<String, Entry> byName = new HashMap<>();
  private int depth;

  /** Of two functions with one name the last is called. */
  void define(FunctionDefinition definition) {
    Entry entry = new Entry(definition);
    all.add(entry);
    byName.put(definition.name(), entry);
  }

  /** The folders after a call of {@code name}; unchanged when no function is called so. */
  Folders call(String name, Folders folders, BiFunction<List<Statement>, Folders, Folders> walk) {
    Optional<Entry> called = Optional.ofNullable(byName.get(name));
    if (called.isEmpty()) {
      return folders;
    }
    Entry entry = called.get();
    if (!entry.followed && depth < MAX_DEPTH) {
      return follow(entry, folders, walk);
    }
    return entry.moves ? Folders.UNKNOWN : folders;
  }

  /** Follows what is never called by a name that can be read, from an unknown folder. */
  void followRest(BiFunction<List<Statement>, Folders, Folders> walk) {
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).followed) {
        follow(all.get(i), Folders.UNKNOWN, walk);
      }
    }
  }

  private Folders follow(
      Entry entry, Folders folders, BiFunction<List<Statement>, Folders, Folders> walk) {
    entry.followed = true;
    depth++;
    Folders after = walk.apply(entry.definition.body(), folders);
    depth--;
    entry.moves = after.movedFrom(folders);
    return after;
  }
}
