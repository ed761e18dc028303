package dev.wmllint.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A fixture file: blocks separated by lines of {@code %%}; in a block, a line of {@code ---} stands
 * between the command and what is expected of it. {@code -Dwmllint.rewrite=true} writes the
 * expectations anew, for a person to read.
 */
final class Blocks {
  private static final Path FOLDER = Path.of("src/test/resources/testdata/command");

  record Block(String command, String expected) {}

  private Blocks() {}

  static List<Block> read(String file) {
    List<Block> blocks = new ArrayList<>();
    for (String block : text(file).split("(?m)^%%\n", -1)) {
      String[] parts = block.split("(?m)^---\n", 2);
      String command =
          parts[0].endsWith("\n") ? parts[0].substring(0, parts[0].length() - 1) : parts[0];
      blocks.add(new Block(command, parts.length > 1 ? parts[1] : ""));
    }
    return blocks;
  }

  /** Rewrites a file's expectations when that is asked for. */
  static void update(String file, UnaryOperator<String> dump) {
    if (!Boolean.getBoolean("wmllint.rewrite")) {
      return;
    }
    List<String> written = new ArrayList<>();
    for (Block block : read(file)) {
      written.add(block.command() + "\n---\n" + dump.apply(block.command()));
    }
    try {
      Files.writeString(FOLDER.resolve(file), String.join("%%\n", written));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String file) {
    try {
      return Files.readString(FOLDER.resolve(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
