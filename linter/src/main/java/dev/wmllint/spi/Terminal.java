package dev.wmllint.spi;

import dev.wmllint.text.Printable;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * What a command talks to.
 *
 * @param out takes what was asked for, in UTF-8
 * @param rawOut the same stream without anything in between: a write fails when the reader is gone,
 *     where {@code out} keeps quiet; for a conversation with a program
 * @param err takes everything else, in UTF-8
 * @param interactive whether a person sits there, who can be asked: both {@code in} and {@code out}
 *     are a terminal
 */
public record Terminal(
    InputStream in,
    PrintStream out,
    OutputStream rawOut,
    PrintStream err,
    Map<String, String> environment,
    boolean interactive) {
  private static final int USUAL_WIDTH = 80;
  private static final int NARROWEST = 40;

  /** Longer lines are hard to read, however wide the terminal is. */
  private static final int WIDEST = 100;

  public Terminal {
    environment = Map.copyOf(environment);
  }

  /** Shows people a line, beside what was asked for. */
  public void show(String line) {
    err.println(Printable.startOfLine(line));
  }

  public void say(String words) {
    show("wml-lint: " + words);
  }

  /** How wide running text may become: what {@code COLUMNS} says, within what can be read. */
  public int width() {
    String columns = environment.getOrDefault("COLUMNS", "");
    if (!columns.matches("[1-9][0-9]{0,5}")) {
      return USUAL_WIDTH;
    }
    return Math.max(NARROWEST, Math.min(WIDEST, Integer.parseInt(columns)));
  }
}
