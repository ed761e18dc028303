package dev.wmllint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.spi.Arguments;
import dev.wmllint.spi.Given;
import dev.wmllint.spi.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;

/** What is read without picocli is what picocli would have read. */
class PlainArgumentsTest {
  @Test
  void knowsOptionsAsTheyAreDescribed() {
    for (OptionSpec option : OptionsParser.spec("").options()) {
      for (String name : option.names()) {
        if (PlainArguments.FLAGS.contains(name)) {
          assertEquals(0, option.arity().max(), name);
        } else if (PlainArguments.VALUED.contains(name)) {
          assertEquals("1", option.arity().toString(), name);
          assertEquals("", option.splitRegex(), name);
        }
      }
    }
    List<String> described = new ArrayList<>();
    OptionsParser.spec("").options().forEach(option -> described.addAll(List.of(option.names())));
    assertTrue(described.containsAll(PlainArguments.FLAGS));
    assertTrue(described.containsAll(PlainArguments.VALUED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-h",
        "--help",
        "--",
        "--rule=x=off",
        "--formt",
        "--fix=yes",
        "--model",
        "--model -"
      })
  void leavesTheRestToPicocli(String words) {
    assertEquals(Optional.empty(), PlainArguments.read(List.of(words.split(" ", -1))));
  }

  @Test
  void readsAsPicocliDoes() throws UsageException {
    List<String> words = new ArrayList<>(PlainArguments.FLAGS.stream().sorted().toList());
    words.addAll(List.of("job.yaml", "-", "", "@file", "a=b", "'quoted'", "\"x\"", "${y}", "a b"));
    for (String option : PlainArguments.VALUED.stream().sorted().toList()) {
      words.addAll(List.of(option, option + "=", option + "=x=y", option + "=--fix"));
    }
    Random random = new Random(1);
    int plain = 0;
    for (int round = 0; round < 3_000; round++) {
      List<String> line = new ArrayList<>();
      for (int i = random.nextInt(6); i >= 0; i--) {
        line.add(words.get(random.nextInt(words.size())));
      }
      Optional<Given> read = PlainArguments.read(line);
      if (read.isPresent()) {
        plain++;
        Given expected = Given.of(Arguments.parse(OptionsParser.spec(""), line));
        assertEquals(describe(expected), describe(read.get()), () -> String.join(" ", line));
      }
    }
    assertTrue(plain > 500, "only " + plain);
  }

  private static String describe(Given given) {
    StringBuilder words = new StringBuilder(given.positionals().toString());
    PlainArguments.FLAGS.stream().sorted().forEach(flag -> words.append(given.has(flag)));
    for (String option : PlainArguments.VALUED.stream().sorted().toList()) {
      words.append('|').append(given.has(option));
      if (option.equals("--format")) {
        words.append(given.values(option));
      } else {
        words.append(given.value(option));
      }
    }
    return words.toString();
  }
}
