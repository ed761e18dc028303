package dev.wmllint.subcommand;

import dev.wmllint.page.RuleList;
import dev.wmllint.spi.Arguments;
import dev.wmllint.spi.ColourOption;
import dev.wmllint.spi.ExitCode;
import dev.wmllint.spi.Subcommand;
import dev.wmllint.spi.Terminal;
import dev.wmllint.spi.UsageException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code wml-lint rules}: what is checked. */
public final class RulesCommand extends Subcommand {
  private static final String FORMAT = "--format";

  private static final List<String> FORMATS = List.of("text", "json", "markdown");

  public RulesCommand() {
    super("rules", "list the rules, with their severities and fixes");
  }

  @Override
  public CommandSpec spec() {
    return Arguments.add(
        CommandSpec.create(),
        Arguments.option(FORMAT, "FORMAT", "text (default), json or markdown.")
            .completionCandidates(FORMATS),
        ColourOption.spec());
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws UsageException {
    boolean coloured = ColourOption.isOn(arguments, terminal.environment());
    String format = Arguments.choice(arguments, FORMAT, FORMATS).orElse("text");
    terminal
        .out()
        .print(
            switch (format) {
              case "json" -> RuleList.json();
              case "markdown" -> RuleList.markdown();
              default -> RuleList.text(terminal.width(), coloured);
            });
    return ExitCode.CLEAN;
  }
}
