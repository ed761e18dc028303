package dev.wmllint.dist;

import dev.wmllint.cli.WmlLint;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.nativeimage.ProcessProperties;
import org.graalvm.nativeimage.VMRuntime;

/**
 * The native program: the linter, or, called by the name of the language server, {@code wml-lint
 * lsp}. It does what the launchers of the JVM do before they start one.
 */
public final class NativeMain {
  private static final String SERVER = "wml-language-server";

  /** As many as Linux follows. */
  private static final int MOST_LINKS = 40;

  private NativeMain() {}

  /** Runs, and ends the process. */
  public static void main(String[] arguments) throws IOException {
    // Options are ours alone: the runtime reads none, and so waits to be told to set up its
    // signals.
    VMRuntime.initialize();
    if (!hasFolder()) {
      System.err.println("wml-lint: the current folder is gone");
      Runtime.getRuntime().halt(2);
    }
    List<FileInputStream> held = openStandardStreams();
    WmlLint.main(isServer() ? withServer(arguments) : arguments);
    held.clear(); // not before: who is collected closes its file
  }

  /** No path can be resolved before that is known; the runtime throws where the folder is gone. */
  private static boolean hasFolder() {
    try {
      return Files.isDirectory(Path.of(System.getProperty("user.dir")));
    } catch (Error e) {
      return false;
    }
  }

  /** Whether it was called by the name of the server, or a link on the way to it has that name. */
  private static boolean isServer() throws IOException {
    String called = ProcessProperties.getArgumentVectorProgramName();
    Path program = called == null ? Path.of("") : onPath(called);
    for (int links = 0; links < MOST_LINKS; links++) {
      if (program.endsWith(SERVER)) {
        return true;
      }
      if (!Files.isSymbolicLink(program)) {
        return false;
      }
      program = program.resolveSibling(Files.readSymbolicLink(program));
    }
    return false;
  }

  /** A name without a folder is one that the shell has found on the PATH. */
  private static Path onPath(String called) {
    if (!called.contains("/")) {
      for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
        Path program = Path.of(folder, called);
        if (Files.isExecutable(program)) {
          return program;
        }
      }
    }
    return Path.of(called);
  }

  private static String[] withServer(String[] arguments) {
    List<String> all = new ArrayList<>(List.of("lsp"));
    all.addAll(List.of(arguments));
    return all.toArray(String[]::new);
  }

  /**
   * Who starts a process with standard streams closed would have the first files that it opens take
   * their numbers: a manifest would be standard input, or findings be written into it. Each that is
   * closed gets a file that is empty, and not for writing.
   */
  private static List<FileInputStream> openStandardStreams() throws IOException {
    List<FileInputStream> opened = new ArrayList<>();
    Path descriptors = Path.of("/dev/fd");
    if (Files.isDirectory(descriptors)) {
      for (int number = 0; number <= 2; number++) {
        if (!Files.exists(descriptors.resolve(String.valueOf(number)))) {
          opened.add(new FileInputStream("/dev/null"));
        }
      }
    }
    return opened;
  }
}
