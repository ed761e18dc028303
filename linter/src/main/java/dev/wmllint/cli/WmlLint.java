package dev.wmllint.cli;

import dev.wmllint.report.Printable;
import dev.wmllint.spi.Subcommand;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** The program {@code wml-lint}. */
public final class WmlLint {
  private final Map<String, String> environment;
  private final List<Subcommand> subcommands;

  /**
   * Prepares the program.
   *
   * @param environment the environment variables
   * @param subcommands what {@code wml-lint NAME} runs beside the linter
   */
  WmlLint(Map<String, String> environment, List<Subcommand> subcommands) {
    this.environment = environment;
    this.subcommands = List.copyOf(subcommands);
  }

  /** Runs and ends the process with the exit code. */
  public static void main(String[] arguments) {
    List<Subcommand> subcommands = new ArrayList<>();
    ServiceLoader.load(Subcommand.class).forEach(subcommands::add);
    OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 14);
    int code =
        new WmlLint(System.getenv(), subcommands)
            .run(List.of(arguments), System.in, out, new FileOutputStream(FileDescriptor.err));
    System.exit(code);
  }

  /**
   * Runs without ending the process. Both outputs are written in UTF-8, and flushed.
   *
   * @return the exit code, one of {@link ExitCode}
   */
  int run(List<String> arguments, InputStream in, OutputStream out, OutputStream err) {
    PrintWriter writer = writer(out);
    PrintWriter errors = writer(err);
    try {
      return dispatch(arguments, in, out, err, writer, errors);
    } catch (UsageException e) {
      errors.println("wml-lint: " + Printable.line(e.getMessage()));
      return ExitCode.USAGE;
    } catch (RuntimeException | StackOverflowError e) {
      errors.println("wml-lint: internal: " + e.getClass().getName());
      return ExitCode.INTERNAL;
    } finally {
      writer.flush();
      errors.flush();
    }
  }

  private int dispatch(
      List<String> arguments,
      InputStream in,
      OutputStream out,
      OutputStream err,
      PrintWriter writer,
      PrintWriter errors)
      throws UsageException {
    Optional<Subcommand> subcommand =
        subcommands.stream()
            .filter(command -> !arguments.isEmpty() && command.name().equals(arguments.get(0)))
            .findFirst();
    if (subcommand.isPresent()) {
      List<String> rest = arguments.subList(1, arguments.size());
      return subcommand.get().run(rest, in, print(out), print(err));
    }
    OptionsParser parser = new OptionsParser(environment, version(), subcommands);
    OptionsParser.Request request = parser.parse(arguments);
    if (request instanceof OptionsParser.Request.Lint lint) {
      return new LintRun(lint.options(), in, errors).run(writer);
    }
    writer.print(
        request instanceof OptionsParser.Request.Help
            ? parser.help()
            : parser.version() + System.lineSeparator());
    return ExitCode.CLEAN;
  }

  private static String version() {
    return Optional.ofNullable(WmlLint.class.getPackage().getImplementationVersion())
        .orElse("(unpackaged)");
  }

  private static PrintWriter writer(OutputStream out) {
    return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  private static PrintStream print(OutputStream out) {
    return new PrintStream(out, true, StandardCharsets.UTF_8);
  }
}
