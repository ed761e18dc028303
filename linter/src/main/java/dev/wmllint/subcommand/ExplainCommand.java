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
import dev.wmllint.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code wml-lint explain RULE}: the page of a rule. */
public final class ExplainCommand extends Subcommand {
  private static final String FORMAT = "--format";

  private static final List<String> FORMATS = List.of("text", "markdown");

  public ExplainCommand() {
    super("explain", "explain what a rule finds, why it matters, and how to fix it");
  }

  @Override
  public CommandSpec spec() {
    return Arguments.add(
        CommandSpec.create(),
        Arguments.files("RULE", "0..*", "The name that is in brackets after a finding.")
            .completionCandidates(RuleRegistry.names()),
        Arguments.option(FORMAT, "FORMAT", "text (default) or markdown.")
            .completionCandidates(FORMATS),
        ColourOption.spec());
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
    String format = Arguments.choice(arguments, FORMAT, FORMATS).orElse("text");
    Function<RulePage, String> form =
        format.equals("text") ? page -> page.forTerminal(width, coloured) : RulePage::markdown;
    terminal.out().print(pages.stream().map(form).collect(Collectors.joining("\n")));
    return ExitCode.CLEAN;
  }

  private static RulePage page(String word) throws UsageException {
    String id = word.replaceFirst("^\\[(.*)]$", "$1"); // as it is copied from a finding
    Optional<RulePage> page = RuleRegistry.find(id).map(RuleInfo::id).flatMap(RulePage::of);
    if (page.isEmpty()) {
      String near = Nearest.didYouMean(id, RuleRegistry.names());
      throw new UsageException(
          "unknown rule '" + id + "'" + (near.isEmpty() ? "; 'wml-lint rules' lists them" : near));
    }
    return page.get();
  }
}
