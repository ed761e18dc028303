package dev.wmllint.help;

import dev.wmllint.help.CommandText.Entry;
import dev.wmllint.help.CommandText.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The help of a command, for a terminal. It is ours and not picocli's, which breaks lines inside of
 * file names and lists every option in the synopsis.
 */
public final class HelpText {
  private static final String INDENT = "  ";

  /** Where a long option starts that has no short one before it. */
  private static final String BESIDE_SHORT = "    ";

  /** Texts begin here at the latest; a longer term has a line of its own. */
  private static final int LAST_COLUMN = 30;

  private final int width;
  private final StringBuilder out = new StringBuilder();

  private HelpText(int width) {
    this.width = width;
  }

  /**
   * The help.
   *
   * @param width of the lines, in columns; only what must not be broken is longer
   */
  public static String of(CommandText command, int width) {
    return new HelpText(width).write(command);
  }

  private String write(CommandText command) {
    String lead = "Usage: ";
    for (String way : command.synopsis()) {
      out.append(lead).append(way).append('\n');
      lead = " ".repeat(lead.length());
    }
    lines(command.description());
    int column = column(command.options());
    command.options().forEach(section -> section(section, column));
    command.lists().forEach(section -> section(section, column(List.of(section))));
    lines(command.footer());
    return out.toString();
  }

  private void lines(List<String> lines) {
    out.append(lines.isEmpty() ? "" : "\n");
    for (String line : lines) {
      if (line.isEmpty() || line.startsWith(" ")) {
        out.append(line).append('\n');
      } else {
        wrapped("", line).forEach(part -> out.append(part).append('\n'));
      }
    }
  }

  /** Where the texts begin: after the longest term that leaves room for them. */
  private static int column(List<Section> sections) {
    return sections.stream()
        .flatMap(section -> section.entries().stream())
        .mapToInt(entry -> indented(entry).length() + INDENT.length())
        .filter(end -> end <= LAST_COLUMN)
        .max()
        .orElse(LAST_COLUMN);
  }

  private static String indented(Entry entry) {
    return INDENT + (entry.term().startsWith("--") ? BESIDE_SHORT : "") + entry.term();
  }

  private void section(Section section, int column) {
    out.append('\n');
    if (!section.heading().isEmpty()) {
      out.append(section.heading()).append(":\n");
    }
    for (Entry entry : section.entries()) {
      String term = indented(entry);
      String indent = " ".repeat(column);
      List<String> lines = wrapped(indent, entry.text());
      if (term.length() + INDENT.length() > column) {
        out.append(term).append('\n');
      } else {
        lines.set(0, term + lines.get(0).substring(term.length()));
      }
      lines.forEach(line -> out.append(line).append('\n'));
    }
  }

  private List<String> wrapped(String indent, String text) {
    return wrap(List.of(text.split(" ", -1)), width - indent.length()).stream()
        .map(line -> indent + line)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Lines of words: at least one, and longer than the width only where a single word is. */
  static List<String> wrap(List<String> words, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
