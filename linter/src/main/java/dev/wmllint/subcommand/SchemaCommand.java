package dev.wmllint.subcommand;

import static dev.wmllint.spi.Arguments.add;
import static dev.wmllint.spi.Arguments.flag;
import static dev.wmllint.spi.Arguments.has;

import dev.wmllint.config.ConfigSchema;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.spi.ExitCode;
import dev.wmllint.spi.Subcommand;
import dev.wmllint.spi.Terminal;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code wml-lint schema}: the JSON Schemas, for other tools. */
public final class SchemaCommand extends Subcommand {
  public SchemaCommand() {
    super("schema", "print the JSON Schema of a training manifest, or of the configuration");
  }

  @Override
  public CommandSpec spec() {
    return add(
        CommandSpec.create(),
        flag("--config", "The schema of .wml-lint.yaml instead of the manifest's."));
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) {
    boolean config = has(arguments, "--config");
    terminal.out().print(config ? ConfigSchema.json() : ManifestSchema.builtIn().json());
    return ExitCode.CLEAN;
  }
}
