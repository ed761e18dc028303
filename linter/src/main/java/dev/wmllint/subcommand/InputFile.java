package dev.wmllint.subcommand;

import dev.wmllint.spi.Arguments;
import dev.wmllint.spi.Terminal;
import dev.wmllint.spi.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;

/**
 * A file to read.
 *
 * @param argument as the user gave it; {@code -} is standard input
 */
record InputFile(String argument) {
  static final String STDIN = "-";

  boolean isStdin() {
    return argument.equals(STDIN);
  }

  /** */
  byte[] read(String name, int maxBytes, Terminal terminal) throws UsageException {
    if (!isStdin() && Files.isDirectory(Arguments.path(argument))) {
      throw new UsageException(name + " is a folder; name a file");
    }
    try (InputStream in =
        isStdin() ? terminal.in() : Files.newInputStream(Arguments.path(argument))) {
      return in.readNBytes(maxBytes);
    } catch (NoSuchFileException e) {
      throw new UsageException("no such file: " + name);
    } catch (IOException e) {
      throw new UsageException("cannot read " + name);
    }
  }
}
