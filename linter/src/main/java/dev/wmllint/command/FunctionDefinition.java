package dev.wmllint.command;

import java.util.List;

/**
 * {@code name() { … }}: its body runs where it is called.
 *
 * @param name empty where only the running shell knows it
 * @param body in the order in which it is written
 */
public record FunctionDefinition(String name, List<Statement> body) implements Statement {
  public FunctionDefinition {
    body = List.copyOf(body);
  }
}
