package dev.wmllint.page;

import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.SeverityColour;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.FixKind;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.text.Colour;
import dev.wmllint.text.JsonOut;
import dev.wmllint.text.Palette;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The list of all rules, in three forms. */
public final class RuleList {
  private static final int VERSION = 1;
  private static final String GAP = "  ";

  private RuleList() {}

  /**
   * For a terminal: chapter by chapter, one rule under the other.
   *
   * @param width the number of columns that summaries are wrapped to
   */
  public static String text(int width, boolean coloured) {
    Palette palette = new Palette(coloured);
    StringBuilder out = new StringBuilder();
    for (Chapter chapter : Chapter.values()) {
      out.append(palette.paint(Colour.BOLD, chapter.title())).append('\n');
      List<RuleInfo> rules = RuleRegistry.of(chapter);
      int idWidth = rules.stream().mapToInt(rule -> rule.id().value().length()).max().orElse(0);
      rules.forEach(rule -> out.append(row(rule, idWidth, width, palette)));
      out.append('\n');
    }
    return out.append(
            """
            fix    is made by --fix
            fix?   may change the meaning, and is made by --unsafe-fixes

            'wml-lint explain RULE' says more.
            """)
        .toString();
  }

  private static String row(RuleInfo rule, int idWidth, int width, Palette palette) {
    String severity = rule.severity().label();
    String fix = mark(rule.fix());
    String indent = " ".repeat(2 + idWidth + 2 + 7 + 2 + 4 + 2);
    Paragraph summary = new Paragraph();
    summary.add(rule.summary(), Colour.NONE);
    List<String> lines = summary.lines(Math.max(20, width - indent.length()), palette);
    return GAP
        + palette.paint(Colour.CODE, rule.id().value())
        + " ".repeat(idWidth - rule.id().value().length())
        + GAP
        + palette.paint(SeverityColour.of(rule.severity()), severity)
        + " ".repeat(7 - severity.length())
        + GAP
        + palette.paint(Colour.RIGHT, fix)
        + " ".repeat(4 - fix.length())
        + GAP
        + String.join("\n" + indent, lines)
        + "\n";
  }

  private static String mark(FixKind fix) {
    return switch (fix) {
      case SAFE -> "fix";
      case UNSAFE -> "fix?";
      case NONE -> "";
    };
  }

  /** For programs: one line of JSON, rules sorted by id. */
  public static String json() {
    ObjectNode list = JsonOut.object().put("version", VERSION);
    ArrayNode rules = list.putArray("rules");
    RuleRegistry.catalogue().stream()
        .sorted(Comparator.comparing(RuleInfo::id))
        .forEach(
            rule ->
                rules
                    .addObject()
                    .put("id", rule.id().value())
                    .put("severity", rule.severity().label())
                    .put("fix", word(rule.fix()))
                    .put("needsModel", rule.needsModel())
                    .put("summary", rule.summary()));
    return JsonOut.line(list);
  }

  /** For documents: a table for each chapter. */
  public static String markdown() {
    return markdown("##", id -> "`" + id + "`");
  }

  /**
   * The same, with headings and links as a document needs them.
   *
   * @param heading the marks of a chapter's heading
   * @param name how a rule's name is written
   */
  public static String markdown(String heading, Function<RuleId, String> name) {
    StringBuilder out = new StringBuilder();
    for (Chapter chapter : Chapter.values()) {
      out.append(out.length() == 0 ? "" : "\n");
      out.append(heading).append(' ').append(chapter.title()).append("\n\n");
      out.append("| rule | severity | fix | finds |\n|---|---|---|---|\n");
      for (RuleInfo rule : RuleRegistry.of(chapter)) {
        out.append("| ").append(name.apply(rule.id()));
        out.append(" | ").append(rule.severity().label());
        out.append(" | ").append(word(rule.fix()));
        out.append(" | ").append(rule.summary()).append(" |\n");
      }
    }
    return out.toString();
  }

  private static String word(FixKind fix) {
    return fix.name().toLowerCase(Locale.ROOT);
  }
}
