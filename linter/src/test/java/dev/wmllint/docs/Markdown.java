package dev.wmllint.docs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of Markdown as our documents need to be executed. */
public final class Markdown {
  private static final Pattern FENCE =
      Pattern.compile("(?m)^```([a-z]+)([^\\n]*)\\n(.*?)^```$", Pattern.DOTALL);
  private static final Pattern ATTRIBUTE = Pattern.compile("([a-z]+)(?:=(?:\"([^\"]*)\"|(\\S+)))?");
  private static final Pattern COMMENT = Pattern.compile("<!-- ([a-z]+): (.*) -->\\n+$");

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
    /** The comment {@code <!-- name: value -->} in the line before the block. */
    public Optional<Map.Entry<String, String>> comment(String document) {
      String before = document.substring(0, document.lastIndexOf("```", start));
      Matcher comment = COMMENT.matcher(before);
      return comment.find()
          ? Optional.of(Map.entry(comment.group(1), comment.group(2)))
          : Optional.empty();
    }
  }

  /** The fenced blocks that name a language. */
  public static List<Fence> fences(String document) {
    List<Fence> fences = new ArrayList<>();
    Matcher fence = FENCE.matcher(document);
    while (fence.find()) {
      fences.add(
          new Fence(fence.group(1), attributes(fence.group(2)), fence.group(3), fence.start(3)));
    }
    return fences;
  }

  private static Map<String, String> attributes(String words) {
    Map<String, String> attributes = new HashMap<>();
    Matcher attribute = ATTRIBUTE.matcher(words);
    while (attribute.find()) {
      String value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
      attributes.put(attribute.group(1), value == null ? "" : value);
    }
    return Map.copyOf(attributes);
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
