package dev.wmllint.yaml;

import dev.wmllint.text.Blanks;
import dev.wmllint.text.LineIndex;
import dev.wmllint.yaml.lines.LineReader;
import dev.wmllint.yaml.syntax.Brackets;
import dev.wmllint.yaml.syntax.Candidate;
import dev.wmllint.yaml.syntax.FalseBlanks;
import dev.wmllint.yaml.syntax.ForeignText;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Mistakes that YAML reads as something: keys that seem to be indented, and are not; comments of
 * JSON, which YAML takes for text.
 */
final class Misreadings {
  private final ForeignText foreign;
  private final String text;

  Misreadings(String text, LineIndex lines) {
    this.text = text;
    this.foreign = new ForeignText(new LineReader(text, lines));
  }

  /** What is wrong with a text in spite of its being read, and how to read it. */
  Optional<Candidate> find(Node root) {
    if (FalseBlanks.hasAny(text) && isAny(root, this::isFalselyIndented)) {
      return foreign.falseBlanks();
    }
    if (Brackets.isFlow(text) && text.contains("/*") && isAny(root, this::startsWithComment)) {
      return foreign.comments();
    }
    return Optional.empty();
  }

  private boolean isFalselyIndented(ScalarNode scalar) {
    int start = scalar.span().start();
    return scalar.isPlain() && !scalar.isOmitted() && Blanks.isInvisible(text.charAt(start));
  }

  private boolean startsWithComment(ScalarNode scalar) {
    int start = scalar.span().start();
    return scalar.isPlain() && text.startsWith("/*", start) && scalar.value().contains("*/");
  }

  /** Whether a key, or a value in flow style, is wanted. */
  private static boolean isAny(Node root, Predicate<ScalarNode> wanted) {
    return root.all().stream()
        .filter(MappingNode.class::isInstance)
        .map(MappingNode.class::cast)
        .flatMap(
            mapping ->
                Stream.concat(
                    mapping.entries().stream().map(Entry::key),
                    mapping.isFlow() ? mapping.children().stream() : Stream.empty()))
        .anyMatch(node -> node instanceof ScalarNode scalar && wanted.test(scalar));
  }
}
