package dev.wmllint.lsp.server;

import dev.wmllint.engine.Linter;
import dev.wmllint.spi.Arguments;
import dev.wmllint.spi.Subcommand;
import dev.wmllint.spi.Terminal;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code wml-lint lsp}: the language server, for editors that start the linter itself. */
public final class LspCommand extends Subcommand {
  public LspCommand() {
    super("lsp", "start the language server, for editors");
  }

  @Override
  public CommandSpec spec() {
    return CommandSpec.create()
        .addOption(
            Arguments.flag("--stdio", "Use standard input and output (the default).").build());
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) {
    return ServerMain.serveAlone(terminal.in(), terminal.rawOut(), Linter::new);
  }
}
