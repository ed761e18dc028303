package dev.wmllint.subcommand;

import dev.wmllint.page.RuleList;
import dev.wmllint.spi.Arguments;
import dev.wmllint.spi.ColourOption;
import dev.wmllint.spi.ExitCode;
import dev.wmllint.spi.Subcommand;
import dev.wmllint.spi.Terminal;
import dev.wmllint.spi.UsageException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code wml-lint rules}: what is checked. */
public final class RulesCommand implements Subcommand {
  private static final String FORMAT = "--format";

  private enum Format {
    TEXT,
    JSON,
    MARKDOWN
  }

  @Override
  public String name() {
    return "rules";
  }

  @Override
  public String summary() {
    return "list the rules, with their severities and fixes";
  }

  @Override
  public CommandSpec spec() {
    return CommandSpec.create()
        .addOption(
            Arguments.option(FORMAT, "FORMAT", "text (default), json or markdown.")
                .completionCandidates(List.of("text", "json", "markdown"))
                .build())
        .addOption(ColourOption.spec().build());
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws UsageException {
    boolean coloured = ColourOption.isOn(arguments, terminal.environment());
    Format format = Arguments.choice(arguments, FORMAT, formats()).orElse(Format.TEXT);
    terminal
        .out()
        .print(
            switch (format) {
              case TEXT -> RuleList.text(terminal.width(), coloured);
              case JSON -> RuleList.json();
              case MARKDOWN -> RuleList.markdown();
            });
    return ExitCode.CLEAN;
  }

  private static Map<String, Format> formats() {
    return Arguments.inOrder(
        Map.entry("text", Format.TEXT),
        Map.entry("json", Format.JSON),
        Map.entry("markdown", Format.MARKDOWN));
  }
}
