package dev.wmllint.command;

import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A program or builtin with its arguments. The redirections of a compound command follow it as a
 * command without words; {@code [[ … ]]} is a command whose first word is {@code [[}.
 *
 * @param span from the first assignment, word or redirection to the last
 * @param words the program and its arguments; empty when there are only assignments or redirections
 */
public record SimpleCommand(
    Span span, List<Assignment> assignments, List<Word> words, List<Redirection> redirections)
    implements Statement {

  public SimpleCommand {
    assignments = List.copyOf(assignments);
    words = List.copyOf(words);
    redirections = List.copyOf(redirections);
  }

  /** All its words, in the order in which the shell expands them. */
  List<Word> allWords() {
    List<Word> all = new ArrayList<>();
    assignments.forEach(assignment -> all.add(assignment.value()));
    all.addAll(words);
    redirections.forEach(redirection -> all.add(redirection.target()));
    return all;
  }

  /** The word that names the program, as it is written: perhaps {@code env} or {@code time}. */
  public Optional<Word> firstWord() {
    return words.stream().findFirst();
  }
}
