package dev.wmllint.lsp.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs of this class path, as processes of their own. */
final class JavaProcess {
  private JavaProcess() {}

  /**
   * A program that is not started yet.
   *
   * @param arguments its class, and its arguments
   */
  static ProcessBuilder of(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xshare:auto");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  /** A process that does nothing until it is destroyed, or this one ends. */
  static Process idle() throws IOException {
    return of(JavaProcess.class.getName()).start();
  }

  /** Waits for the end of its input. */
  public static void main(String[] arguments) throws IOException {
    System.in.transferTo(System.out);
  }
}
