package dev.wmllint.subcommand;

import dev.wmllint.scaffold.Draft;
import dev.wmllint.scaffold.Field;
import dev.wmllint.spi.Terminal;
import dev.wmllint.spi.UsageException;
import dev.wmllint.text.Printable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Asks a person for what was not given, on standard error: the answer may go to standard output.
 */
final class Questions {
  /** A person does not type more in one line. */
  private static final int MAX_LINE = 10_000;

  private final BufferedReader in;
  private final PrintStream err;

  Questions(Terminal terminal) {
    this.in = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
    this.err = terminal.err();
  }

  /**
   * The draft with the answers.
   *
   * @throws UsageException at the end of the input: that is how people walk away
   */
  Draft ask(Draft draft) throws UsageException {
    Draft answered = draft;
    err.println(
        "Enter accepts the value in brackets; Ctrl-D or Ctrl-C quits without writing a file.");
    for (Field field : Field.values()) {
      boolean open = answered.allowed(field).size() != 1;
      if (field.isAsked() && open && !answered.isGiven(field)) {
        answered = ask(answered, field);
      }
    }
    return answered;
  }

  private Draft ask(Draft draft, Field field) throws UsageException {
    list(draft, field);
    String proposal =
        draft
            .get(field)
            .map(value -> " [" + Printable.line(value) + "]: ")
            .orElse(" (enter: fill in later): ");
    while (true) {
      err.print(field.label() + proposal);
      err.flush();
      String answer = line().strip();
      if (answer.isEmpty()) {
        return draft;
      }
      Optional<String> problem = draft.problem(field, answer);
      if (problem.isEmpty()) {
        return draft.with(field, answer);
      }
      err.println("  " + Printable.line(problem.get()));
    }
  }

  private void list(Draft draft, Field field) {
    List<String> allowed = draft.allowed(field);
    int width = allowed.stream().mapToInt(String::length).max().orElse(0);
    for (String value : allowed) {
      String padded = value + " ".repeat(width - value.length());
      String line = "  " + padded + "  " + draft.meaning(field, value).orElse("");
      err.println(Printable.line(line).stripTrailing());
    }
  }

  private String line() throws UsageException {
    StringBuilder line = new StringBuilder();
    try {
      int c = in.read();
      while (c >= 0 && c != '\n' && line.length() < MAX_LINE) {
        line.append((char) c);
        c = in.read();
      }
      if (c < 0) {
        err.println();
        throw new UsageException("quit without writing anything");
      }
    } catch (IOException e) {
      throw new UsageException("cannot read the answer");
    }
    return line.toString();
  }
}
