package dev.wmllint.spi;

import dev.wmllint.config.FrameworkList;
import dev.wmllint.config.Frameworks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The option {@code --frameworks}: a table of the user's own. */
public final class FrameworksOption {
  private static final String NAME = "--frameworks";

  private FrameworksOption() {}

  public static OptionSpec.Builder spec() {
    return Arguments.option(
        NAME, "FILE", "The supported frameworks: the list that 'bx ml list frameworks' prints.");
  }

  /**
   * The table, where the option is given.
   *
   * @throws UsageException when the file cannot be read, or holds no table
   */
  public static Optional<Frameworks> read(ParseResult result) throws UsageException {
    Optional<Path> list = Arguments.path(result, NAME);
    if (list.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<Frameworks> frameworks = FrameworkList.read(list.get());
      if (frameworks.isEmpty()) {
        throw new UsageException(
            NAME + ": '" + list.get() + "' has no row with number, name and version");
      }
      return frameworks;
    } catch (IOException e) {
      throw new UsageException(NAME + ": cannot read '" + list.get() + "'");
    }
  }
}
