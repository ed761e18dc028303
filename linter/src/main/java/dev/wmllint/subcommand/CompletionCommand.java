package dev.wmllint.subcommand;

import dev.wmllint.help.CompletionScript;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.spi.Arguments;
import dev.wmllint.spi.ExitCode;
import dev.wmllint.spi.Subcommand;
import dev.wmllint.spi.Terminal;
import dev.wmllint.spi.UsageException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code wml-lint completion}: a script that teaches a shell the command line. */
public final class CompletionCommand extends Subcommand {
  private static final List<String> SHELLS =
      Stream.of(CompletionScript.values()).map(CompletionScript::shell).toList();

  private final Supplier<CommandSpec> program;

  /** The program is all of the command line, this command included. */
  public CompletionCommand(Supplier<CommandSpec> program) {
    super("completion", "print a script that completes the command line");
    this.program = program;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .customSynopsis("wml-lint completion bash|zsh|fish")
        .description(
            "Prints a script that completes commands, options, rules and files for a shell.",
            "",
            "bash (in ~/.bashrc):",
            "  source <(wml-lint completion bash)",
            "or, for bash-completion, which loads it on demand:",
            "  wml-lint completion bash > ~/.local/share/bash-completion/completions/wml-lint",
            "",
            "zsh (in ~/.zshrc, after compinit):",
            "  source <(wml-lint completion zsh)",
            "or, in a folder of your $fpath:",
            "  wml-lint completion zsh > ~/.zfunc/_wml-lint",
            "",
            "fish:",
            "  wml-lint completion fish > ~/.config/fish/completions/wml-lint.fish");
    return Arguments.add(
        spec,
        Arguments.files("SHELL", "1", "bash (3.2 or newer), zsh or fish (3.0 or newer).")
            .index("0")
            .required(true)
            .hideParamSyntax(true)
            .completionCandidates(SHELLS));
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws UsageException {
    String shell = Arguments.positionals(arguments).get(0);
    Arguments.requireOneOf(SHELLS, "completion", shell);
    CompletionScript script = CompletionScript.valueOf(shell.toUpperCase(Locale.ROOT));
    Map<String, String> rules =
        RuleRegistry.catalogue().stream()
            .collect(Collectors.toMap(info -> info.id().value(), RuleInfo::summary));
    terminal.out().print(script.of(program.get(), rules));
    return ExitCode.CLEAN;
  }
}
