package dev.wmllint.yaml;

import dev.wmllint.text.Blanks;
import dev.wmllint.text.LineIndex;
import dev.wmllint.yaml.lines.LineReader;
import dev.wmllint.yaml.syntax.Brackets;
import dev.wmllint.yaml.syntax.Candidate;
import dev.wmllint.yaml.syntax.FalseBlanks;
import dev.wmllint.yaml.syntax.ForeignText;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Mistakes that YAML reads as something: keys that seem to be indented, and are not; comments of
 * JSON, which YAML takes for text.
 */
final class Misreadings {
  private final ForeignText foreign;
  private final String text;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

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

  private boolean isAny(Node node, Predicate<ScalarNode> wanted) {
    if (!seen.add(node)) {
      return false;
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.items().stream().anyMatch(item -> isAny(item.value(), wanted));
    }
    return node instanceof MappingNode mapping
        ? mapping.entries().stream()
            .anyMatch(entry -> isMet(entry.key(), wanted) || isMetOrHeld(entry, mapping, wanted))
        : false;
  }

  private boolean isMetOrHeld(Entry entry, MappingNode mapping, Predicate<ScalarNode> wanted) {
    return isAny(entry.value(), wanted) || (mapping.isFlow() && isMet(entry.value(), wanted));
  }

  private static boolean isMet(Node node, Predicate<ScalarNode> wanted) {
    return node instanceof ScalarNode scalar && wanted.test(scalar);
  }
}
