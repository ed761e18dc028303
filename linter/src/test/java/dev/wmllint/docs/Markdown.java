package dev.wmllint.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of Markdown as our documents need to be executed. */
public final class Markdown {
  private static final Pattern FENCE =
      Pattern.compile("(?m)^```([a-z]+)([^\\n]*)\\n(.*?)^```$", Pattern.DOTALL);
  private static final Pattern COMMENT = Pattern.compile("<!-- ([a-z ]+): (.*) -->\\n+");
  private static final Pattern COMMENTS = Pattern.compile("(?:" + COMMENT.pattern() + ")*\\z");

  private Markdown() {}

  /**
   * A fenced block.
   *
   * @param language the first word behind the fence
   * @param attributes the others: {@code name}, {@code name=value} or {@code name="some values"}
   * @param text its lines
   * @param start where {@link #text} starts in the document, in UTF-16 units
   */
  public record Fence(String language, Map<String, String> attributes, String text, int start) {
    /** A comment on a line of its own before a block, such as {@code <!-- file: job.yaml -->}. */
    public record Comment(String name, String value) {}

    /** The comments in the lines before the block. */
    public List<Comment> comments(String document) {
      String before = document.substring(0, document.lastIndexOf("```", start));
      Matcher last = COMMENTS.matcher(before);
      if (!last.find()) {
        return List.of();
      }
      return COMMENT
          .matcher(last.group())
          .results()
          .map(comment -> new Comment(comment.group(1), comment.group(2)))
          .toList();
    }
  }

  /** The fenced blocks that name a language. */
  public static List<Fence> fences(String document) {
    List<Fence> fences = new ArrayList<>();
    Matcher fence = FENCE.matcher(document);
    while (fence.find()) {
      var info = dev.wmllint.page.Fence.of(fence.group(1) + fence.group(2));
      fences.add(new Fence(info.language(), info.attributes(), fence.group(3), fence.start(3)));
    }
    return fences;
  }

  /** The sections under headings of the second level, with what comes before them under "". */
  public static Map<String, String> sections(String document) {
    Map<String, String> sections = new LinkedHashMap<>();
    String heading = "";
    StringBuilder body = new StringBuilder();
    boolean fenced = false;
    for (String line : document.lines().toList()) {
      fenced ^= line.startsWith("```");
      if (!fenced && line.startsWith("## ")) {
        sections.put(heading, body.toString());
        heading = line.substring(3);
        body.setLength(0);
      } else {
        body.append(line).append('\n');
      }
    }
    sections.put(heading, body.toString());
    return sections;
  }
}
