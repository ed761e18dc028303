package dev.wmllint.docs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A manifest that shows only what matters: a comment {@code # …} stands for the other keys of its
 * mapping. They are copied, as text, from a whole manifest.
 */
final class ManifestSketch {
  private static final Pattern KEY = Pattern.compile("( *(?:- )*)([A-Za-z_]+):(?: .*)?");
  private static final Pattern OTHERS = Pattern.compile("( *(?:- )*)# …");
  private static final String NEXT_DOCUMENT = "---\n";

  private ManifestSketch() {}

  /** The whole manifest that a sketch stands for. */
  static String expand(String sketch, String whole) {
    Outline source = Outline.of(whole);
    List<String> documents = new ArrayList<>();
    for (String document : sketch.split("(?m)^" + NEXT_DOCUMENT, -1)) {
      documents.add(expandDocument(document, source));
    }
    return String.join(NEXT_DOCUMENT, documents);
  }

  private static String expandDocument(String sketch, Outline source) {
    Outline shown = Outline.of(sketch);
    List<String> out = new ArrayList<>();
    Path path = new Path();
    for (String line : sketch.lines().toList()) {
      Matcher others = OTHERS.matcher(line);
      if (others.matches()) {
        out.addAll(others(others.group(1), path.at(others.group(1).length()), shown, source));
      } else {
        path.enter(line);
        out.add(line);
      }
    }
    return out.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static List<String> others(
      String indent, List<String> mapping, Outline shown, Outline source) {
    List<String> lines = new ArrayList<>();
    source
        .keys(mapping)
        .forEach(
            (key, block) -> {
              if (!shown.keys(mapping).containsKey(key)) {
                lines.addAll(block.indented(lines.isEmpty() ? indent : blanks(indent)));
              }
            });
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("'# …' stands for nothing in " + mapping);
    }
    return lines;
  }

  private static String blanks(String indent) {
    return " ".repeat(indent.length());
  }

  /** The keys that enclose a line, told by their columns: a list's dash counts as indentation. */
  private static final class Path {
    private record Step(int column, String key) {}

    private final Deque<Step> steps = new ArrayDeque<>();

    /** The keys above a column. */
    List<String> at(int column) {
      while (!steps.isEmpty() && steps.getLast().column() >= column) {
        steps.removeLast();
      }
      return steps.stream().map(Step::key).toList();
    }

    /** Steps into the key of a line, if it has one. */
    void enter(String line) {
      Matcher key = KEY.matcher(line);
      if (key.matches()) {
        at(key.group(1).length());
        steps.addLast(new Step(key.group(1).length(), key.group(2)));
      }
    }
  }

  /** A key's lines, and the column that it starts in. */
  private record Block(int column, List<String> lines) {
    List<String> indented(String first) {
      List<String> result = new ArrayList<>();
      for (String line : lines) {
        String indent = result.isEmpty() ? first : blanks(first);
        result.add(indent + line.substring(column));
      }
      return result;
    }
  }

  /** Every mapping of a text by the keys that lead to it. */
  private record Outline(Map<List<String>, Map<String, Block>> mappings) {
    static Outline of(String text) {
      Map<List<String>, Map<String, Block>> mappings = new LinkedHashMap<>();
      Path path = new Path();
      List<Block> open = new ArrayList<>();
      for (String line : text.lines().toList()) {
        Matcher key = KEY.matcher(line);
        if (key.matches()) {
          int column = key.group(1).length();
          open.removeIf(block -> block.column() >= column);
          Block block = new Block(column, new ArrayList<>());
          open.add(block);
          mappings
              .computeIfAbsent(path.at(column), mapping -> new LinkedHashMap<>())
              .putIfAbsent(key.group(2), block);
          path.enter(line);
        }
        open.forEach(block -> block.lines().add(line));
      }
      return new Outline(mappings);
    }

    Map<String, Block> keys(List<String> mapping) {
      return mappings.getOrDefault(mapping, Map.of());
    }
  }
}
