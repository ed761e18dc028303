package dev.wmllint.spi;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** What was given on a command line, whoever has read it. Options go by their long names. */
public interface Given {
  /** What stands there without an option's name, in order. */
  List<String> positionals();

  /** Whether an option was given. */
  boolean has(String option);

  /** The value of an option that counts once: the last one. */
  Optional<String> value(String option);

  /** The values of an option that may be repeated. */
  List<String> values(String option);

  /** What picocli has read. */
  static Given of(ParseResult result) {
    return new Given() {
      @Override
      public List<String> positionals() {
        return List.copyOf(result.matchedPositionalValue(0, List.<String>of()));
      }

      @Override
      public boolean has(String option) {
        return result.hasMatchedOption(option);
      }

      @Override
      public Optional<String> value(String option) {
        return Optional.ofNullable(result.matchedOptionValue(option, (String) null));
      }

      @Override
      public List<String> values(String option) {
        return List.copyOf(result.matchedOptionValue(option, List.<String>of()));
      }
    };
  }
}
