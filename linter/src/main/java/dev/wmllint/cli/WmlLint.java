package dev.wmllint.cli;

import dev.wmllint.engine.CrashReport;
import dev.wmllint.help.CommandText;
import dev.wmllint.help.HelpText;
import dev.wmllint.spi.Arguments;
import dev.wmllint.spi.ExitCode;
import dev.wmllint.spi.Subcommand;
import dev.wmllint.spi.Terminal;
import dev.wmllint.spi.UsageException;
import dev.wmllint.text.Nearest;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

public final class WmlLint {
  private final Map<String, String> environment;
  private final CommandTree commands;
  private final Console.Watcher watcher;

  WmlLint(Map<String, String> environment, Supplier<List<Subcommand>> additional) {
    this(environment, additional, Console.Watcher.NOBODY);
  }

  /**
   * The program.
   *
   * @param additional what {@code wml-lint NAME} runs beside the commands of this module
   * @param watcher who sees the progress of a long run
   */
  WmlLint(
      Map<String, String> environment,
      Supplier<List<Subcommand>> additional,
      Console.Watcher watcher) {
    this.environment = Map.copyOf(environment);
    this.commands = new CommandTree(version(), additional);
    this.watcher = watcher;
  }

  /**
   * The program as {@link #main} runs it, with the sub-commands of all modules on the class path,
   * but without a terminal.
   */
  public static WmlLint program(Map<String, String> environment) {
    return new WmlLint(environment, WmlLint::ofOtherModules, Console.Watcher.ofProcess(false));
  }

  /** Runs and ends the process with the exit code. */
  public static void main(String[] arguments) {
    boolean interactive = isInteractive();
    int code =
        new WmlLint(
                System.getenv(), WmlLint::ofOtherModules, Console.Watcher.ofProcess(interactive))
            .run(
                List.of(arguments),
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                interactive);
    // A launcher asks for another status of findings: a JVM that does not start ends with theirs.
    System.exit(
        code == ExitCode.FINDINGS ? Integer.getInteger("dev.wmllint.findings", code) : code);
  }

  private static List<Subcommand> ofOtherModules() {
    List<Subcommand> commands = new ArrayList<>();
    ServiceLoader.load(Subcommand.class).forEach(commands::add);
    return commands;
  }

  /** Without a terminal the console of JDK 22 exists too; the older one does not. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isInteractive() {
    System.setProperty("jdk.console", "java.base");
    return System.console() != null;
  }

  /**
   * Runs without ending the process. Both outputs are written in UTF-8, and flushed.
   *
   * @param interactive whether a person can be asked
   * @return the exit code, one of {@link ExitCode}
   */
  public int run(
      List<String> arguments,
      InputStream in,
      OutputStream out,
      OutputStream err,
      boolean interactive) {
    Console console = new Console(out, err, watcher);
    PrintStream output = new PrintStream(console.out(), false, StandardCharsets.UTF_8);
    PrintStream errors = new PrintStream(console.err(), true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(in, output, out, errors, environment, interactive);
    int code;
    try {
      code = dispatch(arguments, terminal, console);
    } catch (UsageException e) {
      terminal.say(e.getMessage());
      code = ExitCode.USAGE;
    } catch (RuntimeException | Error e) {
      // Errors too: what the JVM would print looks like nothing that a user can act on.
      Outcome outcome = new Outcome(terminal);
      outcome.fail(ExitCode.INTERNAL, CrashReport.of(environment).lines(e));
      code = outcome.exitCode();
    }
    // A full disk is no success, whatever was to be printed.
    if (output.checkError()) {
      terminal.say("cannot write to standard output");
      code = Math.max(code, ExitCode.USAGE);
    }
    errors.flush();
    return code;
  }

  private int dispatch(List<String> arguments, Terminal terminal, Console console)
      throws UsageException {
    String first = arguments.isEmpty() ? "" : arguments.get(0);
    if (first.equals("help")) {
      return help(arguments.subList(1, arguments.size()), terminal);
    }
    Optional<Subcommand> subcommand = commands.find(first);
    if (subcommand.isPresent()) {
      return run(subcommand.get(), arguments.subList(1, arguments.size()), terminal);
    }
    CommandSpec spec = commands.program();
    ParseResult result = Arguments.parse(spec, arguments);
    if (result.isUsageHelpRequested()) {
      return show(commands.helpOfProgram(), terminal);
    }
    if (result.isVersionHelpRequested()) {
      terminal.out().println(spec.version()[0]);
      return ExitCode.CLEAN;
    }
    return run(OptionsParser.read(result, terminal.environment()), terminal, console);
  }

  private int run(Options options, Terminal terminal, Console console) throws UsageException {
    return options.settings().show()
        ? ShowConfig.run(options, terminal)
        : new LintRun(options, terminal, console, commands::hint).run(version());
  }

  private int run(Subcommand command, List<String> arguments, Terminal terminal)
      throws UsageException {
    CommandSpec spec = commands.of(command);
    ParseResult result = Arguments.parse(spec, arguments);
    return result.isUsageHelpRequested()
        ? show(CommandText.of(spec), terminal)
        : command.run(result, terminal);
  }

  private int help(List<String> of, Terminal terminal) throws UsageException {
    if (of.isEmpty()) {
      return show(commands.helpOfProgram(), terminal);
    }
    Optional<Subcommand> command = commands.find(of.get(0));
    if (command.isEmpty()) {
      List<String> names = commands.subcommands().stream().map(Subcommand::name).toList();
      throw new UsageException(
          "unknown command '" + of.get(0) + "'" + Nearest.didYouMean(of.get(0), names));
    }
    return show(CommandText.of(commands.of(command.get())), terminal);
  }

  private static int show(CommandText text, Terminal terminal) {
    terminal.out().print(HelpText.of(text, terminal.width()));
    return ExitCode.CLEAN;
  }

  private static String version() {
    return Optional.ofNullable(WmlLint.class.getPackage().getImplementationVersion())
        .orElse("(unpackaged)");
  }
}
