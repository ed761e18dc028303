package dev.wmllint.subcommand;

import dev.wmllint.help.ManualPage;
import dev.wmllint.spi.Arguments;
import dev.wmllint.spi.ExitCode;
import dev.wmllint.spi.SourceDate;
import dev.wmllint.spi.Subcommand;
import dev.wmllint.spi.Terminal;
import dev.wmllint.spi.UsageException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code wml-lint man}: the page of the manual. */
public final class ManCommand extends Subcommand {
  private final Supplier<CommandSpec> program;

  /** The program is all of the command line, this command included. */
  public ManCommand(Supplier<CommandSpec> program) {
    super("man", "print the manual page");
    this.program = program;
  }

  @Override
  public CommandSpec spec() {
    return Arguments.command(
        "Prints the manual page, which a package installs. To read it now:",
        "",
        "  wml-lint man | man -l -",
        "",
        "or install it for yourself:",
        "",
        "  wml-lint man > ~/.local/share/man/man1/wml-lint.1",
        "",
        "Its date is SOURCE_DATE_EPOCH; without that variable it has no date, so that the same"
            + " program prints the same page.");
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws UsageException {
    Optional<LocalDate> date =
        SourceDate.of(terminal.environment())
            .map(instant -> LocalDate.ofInstant(instant, ZoneOffset.UTC));
    terminal.out().print(ManualPage.of(program.get(), date));
    return ExitCode.CLEAN;
  }
}
