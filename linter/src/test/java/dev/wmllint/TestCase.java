package dev.wmllint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A case of a case file: {@code === NAME}, a text, and then what belongs to it, each part below a
 * line {@code --- HEADING}. What is above the first case is a comment.
 *
 * @param name may be empty
 * @param text without the last line end
 */
public record TestCase(String name, String text, List<Part> parts) {
  /** What is below a heading, with its line ends. */
  public record Part(String heading, String text) {
    /** The first word of the heading. */
    public String keyword() {
      return heading.split(" ", 2)[0];
    }

    /** The heading after its first word. */
    public String argument() {
      return heading.substring(keyword().length()).strip();
    }
  }

  /** The cases of a file under {@code testdata}. */
  public static List<TestCase> read(Path file) {
    List<TestCase> cases = new ArrayList<>();
    for (Part section : sections("===", "\n" + Fixture.read(file).text())) {
      List<Part> parts = sections("---", "\n--- text\n" + section.text());
      String text = parts.remove(0).text();
      cases.add(
          new TestCase(
              section.heading(), text.substring(0, Math.max(0, text.length() - 1)), parts));
    }
    return cases;
  }

  /** The parts of a text that begin with a mark at the start of a line. */
  private static List<Part> sections(String mark, String text) {
    List<Part> sections = new ArrayList<>();
    String[] pieces = text.split("\n" + mark + "(?= |\n)", -1);
    for (int i = 1; i < pieces.length; i++) {
      // The line end before a mark belongs to what is above it.
      String piece = i == pieces.length - 1 ? pieces[i] : pieces[i] + "\n";
      int end = piece.indexOf('\n');
      sections.add(new Part(piece.substring(0, end).strip(), piece.substring(end + 1)));
    }
    return sections;
  }

  /** The case with another part, as a file has it. */
  public String written(Part part) {
    return ("=== " + name).strip() + "\n" + text + "\n--- " + part.heading() + "\n" + part.text();
  }
}
