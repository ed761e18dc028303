package dev.wmllint.spi;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * What a command talks to.
 *
 * @param out takes what was asked for, in UTF-8
 * @param err takes everything else, in UTF-8
 * @param environment the environment variables
 * @param interactive whether a person sits there, who can be asked: both {@code in} and {@code out}
 *     are a terminal
 */
public record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    boolean interactive) {
  public Terminal {
    environment = Map.copyOf(environment);
  }
}
