package dev.wmllint.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Where output goes, and who sees it: findings and a line about progress share one terminal. */
final class Console {
  private static final int BUFFER = 1 << 14;

  private final ClosedPipe pipe;
  private final OutputStream out;
  private final OutputStream err;
  private final ProgressLine line;
  private final Watcher watcher;

  /**
   * What tests have no terminal for.
   *
   * @param seesErrors whether a person sees standard error; asked when there is something to show
   * @param clock in nanoseconds, from anywhere
   */
  record Watcher(BooleanSupplier seesErrors, LongSupplier clock) {
    static final Watcher NOBODY = new Watcher(() -> false, System::nanoTime);

    static Watcher ofProcess(boolean interactive) {
      return new Watcher(() -> isTerminal(interactive), System::nanoTime);
    }

    /**
     * Whether standard error is a terminal. Java does not say it of single streams, but Linux names
     * the terminal of the descriptor; elsewhere the other two streams and the kind of the file have
     * to do.
     */
    private static boolean isTerminal(boolean interactive) {
      try {
        Path file = Path.of("/dev/fd/2").toRealPath();
        return file.toString().matches("/dev/(pts/[0-9]+|tty.*|console)")
            || (interactive && file.startsWith("/dev/fd") && !Files.isRegularFile(file));
      } catch (IOException e) {
        return false;
      }
    }
  }

  Console(OutputStream out, OutputStream err, Watcher watcher) {
    this.line = new ProgressLine(err, watcher.clock());
    this.pipe = new ClosedPipe(out);
    this.out = new BufferedOutputStream(line.before(pipe), BUFFER);
    this.err = line.before(err);
    this.watcher = watcher;
  }

  OutputStream out() {
    return out;
  }

  OutputStream err() {
    return err;
  }

  /** Whether the reader of standard output is gone. */
  boolean isClosed() {
    return pipe.isClosed();
  }

  /** Begins to show how far a run is, once it takes long: to people, and not in logs. */
  ProgressLine progress(int count, boolean quiet, Map<String, String> environment) {
    String ci = environment.getOrDefault("CI", "");
    boolean log = !ci.isEmpty() && !ci.equals("false");
    boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
    line.begin(count, () -> !quiet && !log && !dumb && watcher.seesErrors().getAsBoolean());
    return line;
  }
}
