package dev.wmllint.subcommand;

import dev.wmllint.page.RulePage;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.spi.Arguments;
import dev.wmllint.spi.ColourOption;
import dev.wmllint.spi.ExitCode;
import dev.wmllint.spi.Subcommand;
import dev.wmllint.spi.Terminal;
import dev.wmllint.spi.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code wml-lint explain RULE}: the page of a rule. */
public final class ExplainCommand implements Subcommand {
  private static final String FORMAT = "--format";

  private enum Format {
    TEXT,
    MARKDOWN
  }

  @Override
  public String name() {
    return "explain";
  }

  @Override
  public String summary() {
    return "explain what a rule finds, why it matters, and how to fix it";
  }

  @Override
  public CommandSpec spec() {
    return CommandSpec.create()
        .addPositional(
            Arguments.files("RULE", "0..*", "The name that is in brackets after a finding.")
                .completionCandidates(RuleRegistry.names())
                .build())
        .addOption(
            Arguments.option(FORMAT, "FORMAT", "text (default) or markdown.")
                .completionCandidates(List.of("text", "markdown"))
                .build())
        .addOption(ColourOption.spec().build());
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws UsageException {
    List<RulePage> pages = new ArrayList<>();
    for (String word : Arguments.positionals(arguments)) {
      pages.add(page(word));
    }
    if (pages.isEmpty()) {
      throw new UsageException("no rule given; 'wml-lint rules' lists them");
    }
    boolean coloured = ColourOption.isOn(arguments, terminal.environment());
    int width = terminal.width();
    Format format = Arguments.choice(arguments, FORMAT, formats()).orElse(Format.TEXT);
    Function<RulePage, String> form =
        switch (format) {
          case TEXT -> page -> page.forTerminal(width, coloured);
          case MARKDOWN -> RulePage::markdown;
        };
    terminal.out().print(pages.stream().map(form).collect(Collectors.joining("\n")));
    return ExitCode.CLEAN;
  }

  private static RulePage page(String word) throws UsageException {
    String id = word.replaceFirst("^\\[(.*)]$", "$1"); // as it is copied from a finding
    Optional<RulePage> page = RuleRegistry.find(id).map(RuleInfo::id).flatMap(RulePage::of);
    if (page.isEmpty()) {
      String near = Arguments.didYouMean(id, RuleRegistry.names());
      throw new UsageException(
          "unknown rule '" + id + "'" + (near.isEmpty() ? "; 'wml-lint rules' lists them" : near));
    }
    return page.get();
  }

  private static Map<String, Format> formats() {
    return Arguments.inOrder(
        Map.entry("text", Format.TEXT), Map.entry("markdown", Format.MARKDOWN));
  }
}
