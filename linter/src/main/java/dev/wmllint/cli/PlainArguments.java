package dev.wmllint.cli;

import dev.wmllint.spi.Given;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a command line of files and long options without picocli, which takes as long to be set up
 * as it takes to check a manifest. What is not plain, a mistake included, is left to picocli: it
 * knows all forms, and has the words for what is wrong.
 */
final class PlainArguments implements Given {
  /** Options of {@link OptionsParser#spec} without a value. */
  static final Set<String> FLAGS =
      Set.of(
          "--no-model",
          "--fix",
          "--unsafe-fixes",
          "--diff",
          "--no-config",
          "--write-baseline",
          "--skip-others",
          "--statistics",
          "--quiet");

  /** Options of {@link OptionsParser#spec} with one value that is taken as it stands. */
  static final Set<String> VALUED =
      Set.of(
          "--model",
          "--stdin-filename",
          "--config",
          "--frameworks",
          "--fail-on",
          "--baseline",
          "--jobs",
          "--format",
          "--color");

  private final List<String> positionals = new ArrayList<>();
  private final Map<String, List<String>> options = new HashMap<>();

  private PlainArguments() {}

  /** What is given; nothing where a word is not plain. */
  static Optional<Given> read(List<String> arguments) {
    PlainArguments given = new PlainArguments();
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      int equals = word.indexOf('=');
      if (!word.startsWith("-") || word.equals(Job.STDIN)) {
        given.positionals.add(word);
      } else if (FLAGS.contains(word)) {
        given.options.put(word, List.of());
      } else {
        boolean attached = equals > 0;
        String option = attached ? word.substring(0, equals) : word;
        i += attached ? 0 : 1;
        if (!VALUED.contains(option) || i == arguments.size()) {
          return Optional.empty();
        }
        String value = attached ? word.substring(equals + 1) : arguments.get(i);
        if (value.startsWith("-")) {
          return Optional.empty(); // perhaps an option, and the value forgotten
        }
        given.options.computeIfAbsent(option, name -> new ArrayList<>()).add(value);
      }
    }
    return Optional.of(given);
  }

  @Override
  public List<String> positionals() {
    return positionals;
  }

  @Override
  public boolean has(String option) {
    return options.containsKey(option);
  }

  @Override
  public Optional<String> value(String option) {
    List<String> all = values(option);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  @Override
  public List<String> values(String option) {
    return options.getOrDefault(option, List.of());
  }
}
