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
 * and version, and two lines of success. What is around the rows does not matter, nor do colours
 * and how the text was saved.
 */
public final class FrameworkList {
  private static final Pattern ROW = Pattern.compile("\\s*\\d{1,9}\\s+(\\S+)\\s+(\\S+)\\s*");

  /** What begins like a row: a number and a space. */
  private static final Pattern NUMBERED = Pattern.compile("\\s*\\d{1,9}[.):]?(\\s.*)?");

  /** The last line of the program's other lists, {@code 1 records found.}, looks like a row. */
  private static final Pattern COUNT = Pattern.compile("\\s*\\d+\\s+records?\\s+found\\W*");

  /** Control sequences of terminals (ECMA-48, 5.4). */
  private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-?]*[ -/]*[@-~]");

  /** What follows so many bytes is not read. */
  public static final int MAX_BYTES = 1 << 20;

  private FrameworkList() {}

  /** The lines without colours and odd spaces. */
  private static List<String> plain(String printed) {
    return printed
        .lines()
        .map(line -> COLOUR.matcher(line).replaceAll("").replace('\u00A0', ' '))
        .toList();
  }

  /** A line that was passed over although it is numbered like a row; lines count from 1. */
  public record Unread(int line, String text) {}

  /** The lines that were to be rows, it seems, and are none. */
  public static List<Unread> unread(String printed) {
    List<Unread> unread = new ArrayList<>();
    List<String> lines = plain(printed);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean numbered = NUMBERED.matcher(line).matches();
      if (numbered && !ROW.matcher(line).matches() && !COUNT.matcher(line).matches()) {
        unread.add(new Unread(i + 1, line.strip()));
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
    return of(SourceText.decode(name.toString(), in.readNBytes(MAX_BYTES)).text(), name);
  }

  /** The list in a text; empty when there is no row in it. */
  public static Optional<Frameworks> of(String text, Path name) {
    List<String> printed = plain(text);
    Map<String, Set<String>> versions = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (int i = 0; i < printed.size(); i++) {
      Matcher row = ROW.matcher(printed.get(i));
      if (row.matches() && !COUNT.matcher(printed.get(i)).matches()) {
        versions.computeIfAbsent(row.group(1), key -> new LinkedHashSet<>()).add(row.group(2));
        lines.putIfAbsent(row.group(1), i + 1);
      }
    }
    Map<String, Setting<List<String>>> table = new LinkedHashMap<>();
    lines.forEach(
        (framework, line) ->
            table.put(
                framework,
                new Setting<>(
                    List.copyOf(versions.get(framework)), new Origin.InFile(name, line))));
    return table.values().stream().findFirst().map(first -> new Frameworks(first.origin(), table));
  }
}
