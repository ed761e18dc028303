package dev.wmllint.rules.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One case of a fixture file.
 *
 * <pre>
 * == a slip in the name
 * framework: tensorflow 1.2-py3
 * zip: train.py run.sh-x
 * command: python3 trian.py
 * ! command-file-missing [trian.py] did you mean 'train.py'
 * fix: python3 train.py
 * </pre>
 *
 * Each {@code !} line is a finding: rule, underlined text, and what its help must contain. The
 * {@code fix:} below it is the command after its first fix; without one there must be none. Lines
 * under {@code command:} that are indented continue it, with their line ends.
 *
 * @param zip the entries; {@code -x} and {@code +x} behind a name are its exec bit, {@code ->} a
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
  public static List<CommandCase> read(String text) {
    List<CommandCase> cases = new ArrayList<>();
    for (String block : text.split("(?m)^== ", -1)) {
      if (!block.isBlank() && !block.startsWith("#")) {
        cases.add(readOne(block.lines().toList()));
      }
    }
    return cases;
  }

  private static CommandCase readOne(List<String> lines) {
    String framework = "tensorflow 1.2-py3";
    Optional<List<String>> zip = Optional.of(List.of("train.py"));
    List<String> beside = List.of();
    List<String> residue = List.of();
    List<String> styles = List.of();
    List<String> command = new ArrayList<>();
    List<Expected> expected = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int colon = line.indexOf(':');
      if (line.startsWith("  ")) {
        command.add(line.substring(2));
      } else if (line.startsWith("! ")) {
        int open = line.indexOf('[');
        int close = line.indexOf(']', open);
        expected.add(
            new Expected(
                line.substring(2, open).strip(),
                line.substring(open + 1, close),
                line.substring(close + 1).strip(),
                Optional.empty()));
      } else {
        String value = line.substring(colon + 1).strip();
        switch (line.substring(0, colon)) {
          case "framework" -> framework = value;
          case "zip" -> zip = value.equals("none") ? Optional.empty() : Optional.of(words(value));
          case "beside" -> beside = words(value);
          case "styles" -> styles = words(value);
          case "then" -> residue = words(value);
          case "command" -> {
            if (!value.isEmpty()) {
              command.add(value);
            }
          }
          case "fix" -> {
            Expected last = expected.remove(expected.size() - 1);
            expected.add(
                new Expected(last.rule(), last.underlined(), last.help(), Optional.of(value)));
          }
          default -> throw new IllegalArgumentException(line);
        }
      }
    }
    return new CommandCase(
        lines.get(0).strip(), framework, zip, beside, command, expected, residue, styles);
  }

  boolean isAbout(CommandStyle style) {
    return style.suits(command) && (styles.isEmpty() || styles.contains(style.name()));
  }

  private static List<String> words(String value) {
    return value.isEmpty() ? List.of() : List.of(value.split(" +"));
  }
}
