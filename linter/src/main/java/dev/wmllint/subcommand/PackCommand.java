package dev.wmllint.subcommand;

import dev.wmllint.pack.PackException;
import dev.wmllint.pack.PackRequest;
import dev.wmllint.pack.PackResult;
import dev.wmllint.pack.Packer;
import dev.wmllint.spi.Arguments;
import dev.wmllint.spi.ExitCode;
import dev.wmllint.spi.SourceDate;
import dev.wmllint.spi.Subcommand;
import dev.wmllint.spi.Terminal;
import dev.wmllint.spi.UsageException;
import dev.wmllint.text.Printable;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code wml-lint pack}: a folder into the zip that is submitted. */
public final class PackCommand extends Subcommand {
  private static final String OUTPUT = "--output";
  private static final Path USUAL_NAME = Path.of("tf-model.zip");

  public PackCommand() {
    super("pack", "pack a folder into a model definition");
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .customSynopsis("wml-lint pack FOLDER [-o ZIP] [OPTIONS]")
        .description(
            "Packs the files of a folder into the zip that is submitted with a manifest.",
            "",
            "The same files give the same bytes on every machine: sorted by name, not compressed,"
                + " all with the same time. Files that tools create (__pycache__, .git, .DS_Store,"
                + " ...), the manifest and the zip itself are left out, links within the folder are"
                + " packed as the files that they point to, and the executable bit is kept. No zip"
                + " is written that the linter would report as an error.")
        .footer(
            "Then check both: wml-lint job.yaml tf-model.zip",
            "",
            "The time of the entries is 1980-01-01, or SOURCE_DATE_EPOCH if that is set.");
    return Arguments.add(
        spec,
        Arguments.files("FOLDER", "1", "The folder of the program; it becomes the root of the zip.")
            .index("0")
            .required(true)
            .hideParamSyntax(true),
        Arguments.option(OUTPUT, "ZIP", "The zip to write, or to replace (default: tf-model.zip).")
            .names("-o", OUTPUT),
        Arguments.options(
            "--exclude",
            "GLOB",
            "Leave out what matches: names at any depth, or, with a / in the glob, paths relative"
                + " to the folder. Repeatable."),
        Arguments.flag("--list", "List all files, however many."),
        Arguments.flag("--quiet", "List nothing; warnings are still shown."));
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws UsageException {
    Path folder = Arguments.path(Arguments.positionals(arguments).get(0));
    PackRequest request =
        new PackRequest(
            folder,
            Arguments.path(arguments, OUTPUT).orElse(USUAL_NAME),
            Arguments.values(arguments, "--exclude"),
            SourceDate.of(terminal.environment()).orElse(PackRequest.FIXED_TIME));
    PackResult result;
    try {
      result = Packer.pack(request);
    } catch (PackException e) {
      throw new UsageException(e.getMessage());
    }
    result.warnings().forEach(warning -> terminal.say("warning: " + warning));
    if (!Arguments.has(arguments, "--quiet")) {
      int shown = Arguments.has(arguments, "--list") ? Integer.MAX_VALUE : PackReport.SHORT;
      List<String> lines = PackReport.lines(result, shown);
      lines.forEach(line -> terminal.out().println(Printable.startOfLine(line)));
    }
    return ExitCode.CLEAN;
  }
}
