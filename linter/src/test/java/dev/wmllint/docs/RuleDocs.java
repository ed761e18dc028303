package dev.wmllint.docs;

import dev.wmllint.cli.Cli;
import dev.wmllint.page.Fence;
import dev.wmllint.page.RuleList;
import dev.wmllint.page.RulePage;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes {@code docs/rules/}: an index, and for each rule its page with what a reader on the web
 * needs beside it: the way to the others, what the model definition of an example holds, and what
 * the linter says about each wrong one.
 */
final class RuleDocs {
  private static final String MADE =
      "<!-- Made from %s by GeneratedDocsTest; edit that instead. -->\n";
  private static final Pattern NEXT_FINDING = Pattern.compile("(?m)^(?=\\S)");

  private final Path folder;

  /** Prepares; examples are tried in a folder. */
  RuleDocs(Path folder) {
    this.folder = folder;
  }

  /** All documents by their names. */
  Map<String, String> all() throws IOException {
    Map<String, String> documents = new LinkedHashMap<>();
    documents.put("README.md", index());
    List<RuleInfo> rules = RuleRegistry.catalogue();
    for (int i = 0; i < rules.size(); i++) {
      String id = rules.get(i).id().value();
      String previous = i == 0 ? "" : " · ← " + link(rules.get(i - 1));
      String next = i == rules.size() - 1 ? "" : " · " + link(rules.get(i + 1)) + " →";
      documents.put(
          id + ".md",
          MADE.formatted("linter/src/main/resources/rules/" + id + ".md")
              + "\n[All rules](README.md)"
              + previous
              + next
              + "\n\n"
              + page(RulePage.of(rules.get(i).id()).orElseThrow()));
    }
    return documents;
  }

  private static String link(RuleInfo rule) {
    return "[" + rule.id() + "](" + rule.id() + ".md)";
  }

  private static String index() {
    return MADE.formatted("the catalogue of rules")
        + """

        # Rules

        *Errors* make the service refuse the run, or the run fail. *Warnings* are for what may well not be
        meant, and *infos* are worth knowing. A *safe* fix keeps the meaning of all that was right, and
        `--fix` makes it; an *unsafe* one may change it, and is made with `--unsafe-fixes`.

        `wml-lint explain RULE` shows a page at the terminal. `--rule RULE=off` switches a rule off, or gives
        it another severity, and a comment `# wml-lint: ignore[RULE] reason` hides a single finding.

        """
        + RuleList.markdown("##", id -> "[" + id + "](" + id + ".md)");
  }

  private String page(RulePage page) throws IOException {
    String text = page.markdown();
    int wrong = text.indexOf("\n## Wrong\n");
    int right = text.indexOf("\n## Right\n");
    StringBuilder out = new StringBuilder();
    int done = 0;
    for (Markdown.Fence fence : Markdown.fences(text)) {
      int opening = text.lastIndexOf("```", fence.start());
      int closing = fence.start() + fence.text().length();
      out.append(text, done, opening);
      new Fence(fence.language(), fence.attributes())
          .caption()
          .ifPresent(caption -> out.append(caption).append("\n\n"));
      out.append("```").append(fence.language()).append('\n').append(fence.text()).append("```");
      if (fence.start() > wrong && fence.start() < right) {
        out.append("\n\nThe linter says:\n\n```text\n").append(said(page, fence)).append("```");
      }
      done = closing + "```".length();
    }
    return out.append(text.substring(done)).toString();
  }

  /**
   * The rule's findings, without the lines' numbers: those of the whole manifest say nothing here.
   */
  private String said(RulePage page, Markdown.Fence fence) throws IOException {
    PageExample example = PageExample.write(fence, folder);
    String output =
        new Cli(folder)
            .run("--quiet", example.manifest().toString(), example.model().toString())
            .out();
    StringBuilder said = new StringBuilder();
    for (String finding : NEXT_FINDING.splitAsStream(output).toList()) {
      if (finding.contains(" [" + page.id() + "]\n")) {
        said.append(
            finding
                .replaceFirst("^job\\.yaml:\\d+:\\d+: ", "")
                .replaceAll("(?m)^ +\\d* \\| ", "  | ")
                .replaceAll("(?m)^ += .*: job\\.yaml:\\d+:\\d+\n", "")
                .replaceAll("(?m)^ += ", "  = "));
      }
    }
    return said.toString();
  }
}
