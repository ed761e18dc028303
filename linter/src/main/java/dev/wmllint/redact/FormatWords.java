package dev.wmllint.redact;

import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.SequenceNode;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where a manifest has words of the format: its keys, and the values that the schema lists. They
 * stay where a secret happens to be spelt alike. In the place of {@code bucket:} a mask would not
 * hide the secret but tell it.
 */
final class FormatWords {
  private static final ConnectionKeys KEYS = ConnectionKeys.builtIn();

  private static final Pattern NOT_PART = Pattern.compile("[.\\[\\]]+");
  private static final Pattern PLAIN_WORDS = Pattern.compile("[A-Za-z]+([_-][A-Za-z]+)+");
  private static final Pattern INDEX = Pattern.compile("\\d{1,4}");

  private final TreeMap<Integer, Integer> endsByStart = new TreeMap<>();
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  FormatWords(Node root) {
    collect(root);
  }

  /** Whether a part of the text is one of the words, or lies in one. */
  boolean hold(Span part) {
    Map.Entry<Integer, Integer> word = endsByStart.floorEntry(part.start());
    return word != null && part.end() <= word.getValue();
  }

  private void collect(Node node) {
    if (!seen.add(node)) {
      return;
    }
    if (node instanceof MappingNode mapping) {
      for (Entry entry : mapping.entries()) {
        if (entry.key() instanceof ScalarNode key && isKey(key.value())) {
          add(key);
        }
        collect(entry.value());
      }
    } else if (node instanceof SequenceNode list) {
      list.items().forEach(item -> collect(item.value()));
    } else if (node instanceof ScalarNode scalar && KEYS.isValue(scalar.value())) {
      add(scalar);
    }
  }

  private void add(ScalarNode scalar) {
    endsByStart.put(scalar.contentSpan().start(), scalar.contentSpan().end());
  }

  /** Whether a part of a sentence is a word of the format, or lies in one. */
  static boolean hold(String sentence, Span part) {
    String word = wordAt(sentence, part);
    return KEYS.isKey(word) || KEYS.isValue(word);
  }

  /** Whether a part of a path is a key that may be shown, or lies in one. */
  static boolean holdKey(String path, Span part) {
    return isKey(wordAt(path, part));
  }

  /** A key of the format, or one in plain words, as keys are and few secrets. */
  private static boolean isKey(String name) {
    return KEYS.isKey(name) || PLAIN_WORDS.matcher(name).matches();
  }

  private static String wordAt(String sentence, Span part) {
    int start = part.start();
    while (start > 0 && isPart(sentence.charAt(start - 1))) {
      start--;
    }
    int end = part.end();
    while (end < sentence.length() && isPart(sentence.charAt(end))) {
      end++;
    }
    return sentence.substring(start, end);
  }

  /** Whether a piece of a message is nothing but words of the format, such as a path of keys. */
  static boolean isAll(String piece) {
    String[] words = NOT_PART.split(piece);
    return words.length > 0
        && Arrays.stream(words)
            .allMatch(
                word -> KEYS.isKey(word) || KEYS.isValue(word) || INDEX.matcher(word).matches());
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }
}
