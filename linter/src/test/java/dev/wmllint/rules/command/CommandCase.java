package dev.wmllint.rules.command;

import dev.wmllint.TestCase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A case of {@code testdata/command-rules}: a command, in as many lines as it has in the manifest.
 *
 * <pre>
 * === a slip in the name
 * python3 trian.py
 * --- framework tensorflow 1.2-py3
 * --- zip train.py run.sh-x
 * --- finding command-file-missing [trian.py]
 * did you mean 'train.py'
 * --- fix python3 train.py
 * </pre>
 *
 * Each {@code finding} has the rule, the underlined text, and what its help must contain. The
 * {@code fix} below it is the command after its first fix; without one there must be none.
 *
 * @param zip the entries; {@code -x} and {@code +x} after a name are its exec bit, {@code ->} a
 *     link's target; empty when there is no model definition
 * @param beside files that stand beside the manifest
 * @param residue rules that may speak after a fix
 * @param styles the styles that it is about; empty for all
 */
public record CommandCase(
    String name,
    String framework,
    Optional<List<String>> zip,
    List<String> beside,
    List<String> command,
    List<Expected> expected,
    List<String> residue,
    List<String> styles) {

  /** A finding. */
  public record Expected(String rule, String underlined, String help, Optional<String> fixed) {}

  /** Reads the cases of a file. */
  public static List<CommandCase> read(Path file) {
    return TestCase.read(file).stream().map(CommandCase::of).toList();
  }

  private static CommandCase of(TestCase one) {
    String framework = "tensorflow 1.2-py3";
    Optional<List<String>> zip = Optional.of(List.of("train.py"));
    List<String> beside = List.of();
    List<String> residue = List.of();
    List<String> styles = List.of();
    List<Expected> expected = new ArrayList<>();
    for (TestCase.Part part : one.parts()) {
      String value = part.argument();
      switch (part.keyword()) {
        case "framework" -> framework = value;
        case "zip" -> zip = value.equals("none") ? Optional.empty() : Optional.of(words(value));
        case "beside" -> beside = words(value);
        case "styles" -> styles = words(value);
        case "then" -> residue = words(value);
        case "finding" -> {
          int open = value.indexOf('[');
          expected.add(
              new Expected(
                  value.substring(0, open).strip(),
                  value.substring(open + 1, value.lastIndexOf(']')),
                  part.text().strip(),
                  Optional.empty()));
        }
        case "fix" -> {
          Expected last = expected.remove(expected.size() - 1);
          expected.add(
              new Expected(last.rule(), last.underlined(), last.help(), Optional.of(value)));
        }
        default -> throw new IllegalArgumentException(one.name() + ": " + part.heading());
      }
    }
    List<String> command = one.text().stripTrailing().lines().toList();
    return new CommandCase(one.name(), framework, zip, beside, command, expected, residue, styles);
  }

  boolean isAbout(CommandStyle style) {
    return styles.isEmpty()
        ? style.suits(command)
        : styles.contains(style.name()) && (style.suits(command) || style == CommandStyle.LITERAL);
  }

  private static List<String> words(String value) {
    return value.isEmpty() ? List.of() : List.of(value.split(" +"));
  }
}
