package dev.wmllint.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Where output goes, and who sees it: findings and a line about progress share one terminal. */
final class Console {
  private static final int BUFFER = 1 << 14;

  private final ClosedPipe pipe;
  private final OutputStream out;
  private final OutputStream err;
  private final ProgressLine line;
  private final Watcher watcher;

  /** What an output is. */
  enum Sink {
    TERMINAL,
    FILE,
    /** A pipe, or not known. */
    OTHER
  }

  /**
   * What tests have no terminal for.
   *
   * @param errors what standard error is; asked when there is something to show
   * @param output what standard output is
   * @param clock in nanoseconds, from anywhere
   */
  record Watcher(Supplier<Sink> errors, Supplier<Sink> output, LongSupplier clock) {
    static final Watcher NOBODY = new Watcher(() -> Sink.OTHER, () -> Sink.OTHER, System::nanoTime);

    static Watcher ofProcess(boolean interactive) {
      return new Watcher(() -> sink(2, interactive), () -> sink(1, interactive), System::nanoTime);
    }

    /**
     * What a descriptor is. Java does not say it of single streams, but Linux names the terminal of
     * the descriptor; elsewhere the other two streams and the kind of the file have to do.
     */
    private static Sink sink(int descriptor, boolean interactive) {
      try {
        Path file = Path.of("/dev/fd/" + descriptor).toRealPath();
        if (Files.isRegularFile(file)) {
          return Sink.FILE;
        }
        boolean terminal =
            file.toString().matches("/dev/(pts/[0-9]+|tty.*|console)")
                || (interactive && file.startsWith("/dev/fd"));
        return terminal ? Sink.TERMINAL : Sink.OTHER;
      } catch (IOException e) {
        return interactive && descriptor == 1 ? Sink.TERMINAL : Sink.OTHER;
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
    boolean log = isLog(environment);
    boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
    line.begin(count, () -> !quiet && !log && !dumb && watcher.errors().get() == Sink.TERMINAL);
    return line;
  }

  /** Whether standard output is read by a program, and not by people or in the log of a CI. */
  boolean isForProgram(Map<String, String> environment) {
    Sink sink = watcher.output().get();
    return sink == Sink.FILE || (sink == Sink.OTHER && !isLog(environment));
  }

  /** Whether what is printed becomes the log of a CI system, which all that are known say. */
  private static boolean isLog(Map<String, String> environment) {
    return Stream.of("CI", "TF_BUILD")
        .map(name -> environment.getOrDefault(name, ""))
        .anyMatch(value -> !value.isEmpty() && !value.equals("false"));
  }
}
