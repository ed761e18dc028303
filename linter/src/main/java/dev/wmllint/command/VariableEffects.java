package dev.wmllint.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Variables that builtins set: {@code export X=1}, {@code read X}. */
final class VariableEffects {
  private static final Set<String> DECLARING =
      Set.of("declare", "typeset", "local", "readonly", "let");
  private static final Set<String> READING =
      Set.of("read", "getopts", "mapfile", "readarray", "unset");
  private static final Set<String> PASSING_ON = Set.of("export", "env", "sudo");

  private VariableEffects() {}

  /** Adds the names that a command sets. */
  static void collect(List<Word> words, Set<String> assigned) {
    Optional<String> program = words.stream().findFirst().flatMap(Word::literal);
    if (program.isEmpty()) {
      return;
    }
    boolean declares = DECLARING.contains(program.get());
    boolean passesOn = PASSING_ON.contains(program.get());
    boolean reads = READING.contains(program.get());
    boolean prints = program.get().equals("printf") && words.size() > 2 && words.get(1).is("-v");
    for (Word word : words.subList(1, words.size())) {
      String text = word.plainPrefix();
      String name = text.substring(0, Assignment.nameLength(text));
      boolean assigns = (declares || passesOn) && Assignment.prefixLength(text) > 0;
      boolean named = (reads || declares) && word.is(name) && !name.isEmpty();
      if (assigns || named) {
        assigned.add(name);
      }
    }
    if (prints) {
      words.get(2).literal().ifPresent(assigned::add);
    }
  }
}
