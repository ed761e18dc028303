package dev.wmllint.subcommand;

import static dev.wmllint.spi.Arguments.add;
import static dev.wmllint.spi.Arguments.command;
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
import dev.wmllint.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code wml-lint credentials}: the connection of a manifest, from a store's credential. */
public final class CredentialsCommand extends Subcommand {
  private static final List<String> FORMATS = List.of("yaml", "json");
  private static final String STDOUT = "-";
  private static final String ENDPOINT = "endpoint_url";

  /** The indentation of a connection in most manifests. */
  private static final int DEFAULT_INDENT = 2;

  private static final int MAX_INDENT = 40;

  /** A byte more than any text that is read: of 3 bytes at most for a UTF-16 unit. */
  private static final int MAX_BYTES = 3 * CredentialReader.MAX_LENGTH + 1;

  public CredentialsCommand() {
    super("credentials", "print the connection for a service credential");
  }

  @Override
  public CommandSpec spec() {
    return add(
        command(
            "Prints the connection block of a manifest for the service credential (JSON) of"
                + " either store, including secrets. The output of a command that prints a"
                + " credential can be used unchanged."),
        files("FILE", "1", "The credential, or - for standard input.").index("0"),
        option("--type", "TYPE", "The type of the store, if the file has both.")
            .completionCandidates(() -> types().iterator()),
        option("--endpoint", "URL", "The endpoint (s3), which the credential does not have."),
        option("--indent", "N", "Spaces before each line (default: 2, as in a manifest)."),
        option("--format", "FORMAT", "yaml (default) or json.").completionCandidates(FORMATS),
        option("--output", "FILE", "Write to a file that only you can read; - is standard output.")
            .names("-o", "--output"),
        flag("--force", "Overwrite the file."));
  }

  /** The types of stores, for shells to offer. */
  private static List<String> types() {
    return new CredentialReader(ManifestSchema.builtIn()).types();
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws UsageException {
    InputFile file =
        Arguments.positionals(arguments).stream()
            .findFirst()
            .map(InputFile::new)
            .orElseThrow(
                () -> new UsageException("no file given; see 'wml-lint credentials --help'"));
    Function<Connection, String> format = format(arguments);
    Optional<OutputFile> target = target(arguments, file);
    CredentialReader reader = new CredentialReader(ManifestSchema.builtIn());
    Optional<String> type = Arguments.choice(arguments, "--type", reader.types());
    CredentialReader.Result result = read(reader, file, type, terminal);
    Connection connection = withEndpoint(arguments, result.connection());
    result.notes().forEach(terminal::say);
    connection.problems().forEach(terminal::say);
    missing(connection, reader).ifPresent(terminal::say);
    if (target.isPresent()) {
      target.get().writeSecret(format.apply(connection));
    } else {
      terminal.out().print(format.apply(connection));
      if (terminal.interactive()) {
        terminal.say("this shows secrets; -o FILE writes them to a file that only you can read");
      }
    }
    return ExitCode.CLEAN;
  }

  /** Empty for standard output. A credential is shown once by many services: it is not replaced. */
  private static Optional<OutputFile> target(ParseResult arguments, InputFile input)
      throws UsageException {
    Optional<Path> output =
        value(arguments, "--output").filter(word -> !word.equals(STDOUT)).isPresent()
            ? Arguments.path(arguments, "--output")
            : Optional.empty();
    if (output.isEmpty()) {
      return Optional.empty();
    }
    if (!input.isStdin() && isSame(Arguments.path(input.argument()), output.get())) {
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
    boolean json = Arguments.choice(arguments, "--format", FORMATS).orElse("yaml").equals("json");
    return json ? Connection::json : connection -> connection.yaml(indent);
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

  private static CredentialReader.Result read(
      CredentialReader reader, InputFile file, Optional<String> type, Terminal terminal)
      throws UsageException {
    String shown = file.isStdin() ? SourceText.STDIN : file.argument();
    byte[] bytes = file.read("'" + shown + "'", MAX_BYTES, terminal);
    try {
      return reader.read(SourceText.decode(shown, bytes), type);
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
}
