package dev.wmllint.subcommand;

import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.spi.ExitCode;
import dev.wmllint.spi.Subcommand;
import dev.wmllint.spi.Terminal;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code wml-lint schema}: the JSON Schema, for other tools. */
public final class SchemaCommand implements Subcommand {
  @Override
  public String name() {
    return "schema";
  }

  @Override
  public String summary() {
    return "print the JSON Schema of a training manifest";
  }

  @Override
  public CommandSpec spec() {
    return CommandSpec.create();
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) {
    terminal.out().print(ManifestSchema.builtIn().json());
    return ExitCode.CLEAN;
  }
}
