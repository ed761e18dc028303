package dev.wmllint.lsp.completion.propose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A case of a fixture file: {@code === name}, the text with the cursor, and then what is expected,
 * each part under a line of its own: {@code --- labels}, {@code --- first}, {@code --- accept
 * LABEL}, {@code --- accept as text LABEL}.
 */
public record Fixture(String file, String name, String text, List<Part> parts) {
  public static final Path TESTDATA = Path.of("src/test/resources/testdata/completion");

  /** What is expected, under a heading. */
  record Part(String heading, String text) {
    /** The lines, without blank ones at the end. */
    List<String> lines() {
      return text.isBlank() ? List.of() : text.stripTrailing().lines().toList();
    }
  }

  /** The text in an editor; JSON by its file's name or by its first char. */
  Editor editor(String lineEnd) {
    boolean json = file.contains("json") || text.startsWith("{");
    return Editor.of(json ? "job.json" : "job.yaml", text.replace("\n", lineEnd));
  }

  public static List<Path> files(Path folder, String... endings) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> Stream.of(endings).anyMatch(end -> file.toString().endsWith(end)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Fixture> all() {
    List<Fixture> fixtures = new ArrayList<>();
    for (Path file : files(TESTDATA, ".txt")) {
      for (String section : sections(read(file), "=== ")) {
        fixtures.add(fixture(file.getFileName().toString(), section));
      }
    }
    return fixtures;
  }

  private static Fixture fixture(String file, String section) {
    List<String> pieces = sections("--- text\n" + behindLine(section), "--- ");
    List<Part> parts = new ArrayList<>();
    for (String piece : pieces.subList(1, pieces.size())) {
      parts.add(new Part(firstLine(piece), behindLine(piece)));
    }
    return new Fixture(file, firstLine(section), behindLine(pieces.get(0)), parts);
  }

  private static List<String> sections(String text, String mark) {
    List<String> sections = new ArrayList<>();
    for (String section : text.split("(?m)^" + mark, -1)) {
      if (!section.isBlank() && text.contains(mark + section)) {
        sections.add(section);
      }
    }
    return sections;
  }

  private static String firstLine(String section) {
    return section.substring(0, section.indexOf('\n')).strip();
  }

  private static String behindLine(String section) {
    return section.substring(section.indexOf('\n') + 1);
  }
}
