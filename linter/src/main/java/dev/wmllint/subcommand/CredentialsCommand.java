package dev.wmllint.subcommand;

import static dev.wmllint.spi.Arguments.files;
import static dev.wmllint.spi.Arguments.flag;
import static dev.wmllint.spi.Arguments.has;
import static dev.wmllint.spi.Arguments.option;
import static dev.wmllint.spi.Arguments.value;

import dev.wmllint.credentials.Connection;
import dev.wmllint.credentials.CredentialException;
import dev.wmllint.credentials.CredentialReader;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.spi.Arguments;
import dev.wmllint.spi.ExitCode;
import dev.wmllint.spi.Subcommand;
import dev.wmllint.spi.Terminal;
import dev.wmllint.spi.UsageException;
import dev.wmllint.text.Printable;
import dev.wmllint.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code wml-lint credentials}: the connection of a manifest, from a store's credential. */
public final class CredentialsCommand implements Subcommand {
  private static final String STDIN = "-";
  private static final String STDOUT = "-";
  private static final String ENDPOINT = "endpoint_url";

  /** Where a connection stands in a manifest as most people indent it. */
  private static final int DEFAULT_INDENT = 2;

  private static final int MAX_INDENT = 40;

  /** A byte more than any text that is read: of 3 bytes at most for a UTF-16 unit. */
  private static final int MAX_BYTES = 3 * CredentialReader.MAX_LENGTH + 1;

  @Override
  public String name() {
    return "credentials";
  }

  @Override
  public String summary() {
    return "print the connection for a service credential";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .description(
            "Prints the connection block of a manifest for the service credential (JSON) of"
                + " either store, including secrets. The output of a command that prints a"
                + " credential can be used unchanged.");
    spec.addPositional(
        files("FILE", "1", "The credential, or - for standard input.").index("0").build());
    spec.addOption(
        option("--type", "TYPE", "The type of the store, if the file has both.")
            .completionCandidates(() -> types().iterator())
            .build());
    spec.addOption(
        option("--endpoint", "URL", "The endpoint (s3), which the credential does not have.")
            .build());
    spec.addOption(
        option("--indent", "N", "Spaces before each line (default: 2, as in a manifest).").build());
    spec.addOption(
        option("--format", "FORMAT", "yaml (default) or json.")
            .completionCandidates(List.of("yaml", "json"))
            .build());
    spec.addOption(
        option("--output", "FILE", "Write to a file that only you can read; - is standard output.")
            .names("-o", "--output")
            .build());
    spec.addOption(flag("--force", "Overwrite the file.").build());
    return spec;
  }

  /** The types of stores, for shells to offer. */
  private static List<String> types() {
    return new CredentialReader(ManifestSchema.builtIn()).types();
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws UsageException {
    String file =
        Arguments.positionals(arguments).stream()
            .findFirst()
            .orElseThrow(
                () -> new UsageException("no file given; see 'wml-lint credentials --help'"));
    Function<Connection, String> format = format(arguments);
    Optional<OutputFile> target = target(arguments, file);
    CredentialReader reader = new CredentialReader(ManifestSchema.builtIn());
    CredentialReader.Result result = read(reader, file, type(arguments, reader), terminal);
    Connection connection = withEndpoint(arguments, result.connection());
    result.notes().forEach(note -> say(terminal, note));
    connection.problems().forEach(problem -> say(terminal, problem));
    missing(connection, reader).ifPresent(note -> say(terminal, note));
    if (target.isPresent()) {
      target.get().writeSecret(format.apply(connection));
    } else {
      terminal.out().print(format.apply(connection));
      if (terminal.interactive()) {
        say(terminal, "this shows secrets; -o FILE writes them to a file that only you can read");
      }
    }
    return ExitCode.CLEAN;
  }

  /** Empty for standard output. A credential is shown once by many services: it is not replaced. */
  private static Optional<OutputFile> target(ParseResult arguments, String input)
      throws UsageException {
    Optional<Path> output =
        value(arguments, "--output").filter(word -> !word.equals(STDOUT)).isPresent()
            ? Arguments.path(arguments, "--output")
            : Optional.empty();
    if (output.isEmpty()) {
      return Optional.empty();
    }
    if (!input.equals(STDIN) && isSame(Arguments.path(input), output.get())) {
      throw new UsageException(
          "'" + output.get() + "' is the credential itself; name another file to write");
    }
    OutputFile target = new OutputFile(output.get(), has(arguments, "--force"));
    target.check();
    return Optional.of(target);
  }

  /** By whatever names or links. */
  private static boolean isSame(Path one, Path other) {
    try {
      return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<String> missing(Connection connection, CredentialReader reader) {
    List<String> missing = connection.missing();
    String endpoint =
        missing.contains(ENDPOINT)
            ? reader
                .example(ENDPOINT)
                .map(url -> " (--endpoint " + url + ", or another)")
                .orElse("")
            : "";
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of("still to be filled in: " + String.join(", ", missing) + endpoint);
  }

  private static Function<Connection, String> format(ParseResult arguments) throws UsageException {
    int indent = indent(value(arguments, "--indent"));
    Map<String, Function<Connection, String>> formats =
        Arguments.inOrder(
            Map.entry("yaml", connection -> connection.yaml(indent)),
            Map.entry("json", Connection::json));
    return Arguments.choice(arguments, "--format", formats).orElse(formats.get("yaml"));
  }

  private static int indent(Optional<String> word) throws UsageException {
    if (word.isEmpty()) {
      return DEFAULT_INDENT;
    }
    if (!word.get().matches("\\d{1,2}") || Integer.parseInt(word.get()) > MAX_INDENT) {
      throw new UsageException("--indent takes a number from 0 to 40, not '" + word.get() + "'");
    }
    return Integer.parseInt(word.get());
  }

  private static Optional<String> type(ParseResult arguments, CredentialReader reader)
      throws UsageException {
    Map<String, String> types = new LinkedHashMap<>();
    reader.types().forEach(type -> types.put(type, type));
    return Arguments.choice(arguments, "--type", types);
  }

  private static CredentialReader.Result read(
      CredentialReader reader, String file, Optional<String> type, Terminal terminal)
      throws UsageException {
    String shown = file.equals(STDIN) ? "<stdin>" : file;
    if (!file.equals(STDIN) && Files.isDirectory(Arguments.path(file))) {
      throw new UsageException("'" + file + "' is a folder; name a file");
    }
    try (InputStream in =
        file.equals(STDIN) ? terminal.in() : Files.newInputStream(Arguments.path(file))) {
      return reader.read(SourceText.decode(shown, in.readNBytes(MAX_BYTES)), type);
    } catch (NoSuchFileException e) {
      throw new UsageException("no such file: '" + shown + "'");
    } catch (IOException e) {
      throw new UsageException("cannot read '" + shown + "'");
    } catch (CredentialException e) {
      throw new UsageException(shown + ": " + e.getMessage());
    }
  }

  private static Connection withEndpoint(ParseResult arguments, Connection connection)
      throws UsageException {
    Optional<String> endpoint = value(arguments, "--endpoint");
    if (endpoint.isEmpty()) {
      return connection;
    }
    if (!connection.keys().contains(ENDPOINT)) {
      throw new UsageException(
          "--endpoint is for s3; this is a credential of " + connection.storeType());
    }
    return connection.with(ENDPOINT, endpoint.get());
  }

  private static void say(Terminal terminal, String words) {
    terminal.err().println("wml-lint: " + Printable.line(words));
  }
}
