package dev.wmllint.command;

import java.util.List;

/**
 * Statements that share a shell or a condition.
 *
 * @param body in the order in which they are written
 */
public record Compound(Kind kind, List<Statement> body) implements Statement {
  /** What holds the statements together. */
  public enum Kind {
    /** {@code { …; }}. */
    GROUP,
    /** {@code ( … )}. */
    SUBSHELL,
    /** The first command of a pipeline. */
    PIPE_START,
    /** A later command of a pipeline: its input is the command before. */
    PIPED,
    /** What runs beside the rest: {@code … &}. */
    BACKGROUND,
    /** What may be passed over: {@code if}, {@code case}, after {@code ||} or a test. */
    BRANCH,
    /** {@code for}, {@code while}, {@code until}, {@code select}: may run never or many times. */
    LOOP;

    /** Whether a {@code cd} inside is forgotten at the end. */
    public boolean isOwnShell() {
      return this == SUBSHELL || this == PIPE_START || this == PIPED || this == BACKGROUND;
    }

    /** Whether it is unknown that the body runs exactly once. */
    public boolean isConditional() {
      return this == BRANCH || this == LOOP;
    }
  }

  public Compound {
    body = List.copyOf(body);
  }
}
