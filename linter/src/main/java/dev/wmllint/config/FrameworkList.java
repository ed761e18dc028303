package dev.wmllint.config;

import dev.wmllint.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list that {@code bx ml list frameworks} prints: a heading, a header, numbered rows of name
 * and version, and two lines of good wishes. What stands around the rows does not matter, nor do
 * colours and how the text was saved.
 */
public final class FrameworkList {
  private static final Pattern ROW = Pattern.compile("\\s*\\d{1,9}\\s+(\\S+)\\s+(\\S+)\\s*");

  /** What begins like a row: a number that stands alone. */
  private static final Pattern NUMBERED = Pattern.compile("\\s*\\d{1,9}[.):]?(\\s.*)?");

  /** The last line of the program's other lists, {@code 1 records found.}, looks like a row. */
  private static final Pattern COUNT = Pattern.compile("\\s*\\d+\\s+records?\\s+found\\W*");

  /** Control sequences of terminals (ECMA-48, 5.4). */
  private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-?]*[ -/]*[@-~]");

  /** What stands behind so many bytes is not read. */
  public static final int MAX_BYTES = 1 << 20;

  private FrameworkList() {}

  /** One row, and its line, from 1. */
  private record Row(String name, String version, int line) {}

  /** The versions of each framework, in the order of the list; empty when there is no row. */
  private static Map<String, List<String>> table(List<Row> rows) {
    Map<String, Set<String>> versions = new LinkedHashMap<>();
    for (Row row : rows) {
      versions.computeIfAbsent(row.name(), name -> new LinkedHashSet<>()).add(row.version());
    }
    Map<String, List<String>> table = new LinkedHashMap<>();
    versions.forEach((name, set) -> table.put(name, List.copyOf(set)));
    return table;
  }

  private static List<Row> rows(String printed) {
    List<Row> rows = new ArrayList<>();
    int line = 0;
    for (String text : printed.lines().toList()) {
      line++;
      String plain = COLOUR.matcher(text).replaceAll("").replace('\u00A0', ' ');
      Matcher row = ROW.matcher(plain);
      if (row.matches() && !COUNT.matcher(plain).matches()) {
        rows.add(new Row(row.group(1), row.group(2), line));
      }
    }
    return rows;
  }

  /** A line that was passed over although it is numbered like a row; lines count from 1. */
  public record Unread(int line, String text) {}

  /** The lines that were to be rows, it seems, and are none. */
  public static List<Unread> unread(String printed) {
    List<Unread> unread = new ArrayList<>();
    int line = 0;
    for (String text : printed.lines().toList()) {
      line++;
      String plain = COLOUR.matcher(text).replaceAll("").replace('\u00A0', ' ');
      boolean numbered = NUMBERED.matcher(plain).matches();
      if (numbered && !ROW.matcher(plain).matches() && !COUNT.matcher(plain).matches()) {
        unread.add(new Unread(line, plain.strip()));
      }
    }
    return unread;
  }

  /**
   * The list in a file, in whatever encoding a shell has written it: UTF-8, or UTF-16 with a byte
   * order mark.
   *
   * @return empty when there is no row in it
   * @throws IOException when it cannot be read
   */
  public static Optional<Frameworks> read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, ShownPath.of(file));
    }
  }

  /**
   * The list in a stream.
   *
   * @param name what the stream is called, for {@link Origin}
   * @return empty when there is no row in it
   * @throws IOException when it cannot be read
   */
  public static Optional<Frameworks> read(InputStream in, Path name) throws IOException {
    String printed = SourceText.decode(name.toString(), in.readNBytes(MAX_BYTES)).text();
    List<Row> rows = rows(printed);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Integer> lines = new LinkedHashMap<>();
    rows.forEach(row -> lines.putIfAbsent(row.name(), row.line()));
    Map<String, Setting<List<String>>> versions = new LinkedHashMap<>();
    table(rows)
        .forEach(
            (framework, list) -> {
              Origin origin = new Origin.InFile(name, lines.get(framework));
              versions.put(framework, new Setting<>(list, origin));
            });
    return Optional.of(new Frameworks(new Origin.InFile(name, rows.get(0).line()), versions));
  }
}
