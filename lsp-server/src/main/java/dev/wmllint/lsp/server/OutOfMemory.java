package dev.wmllint.lsp.server;

import dev.wmllint.spi.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;

/**
 * Ends the process when memory runs out. A server that goes on may have lost any of its threads:
 * requests would stay without an answer, and the client would not know why. It says so before it
 * ends, in words that are made before.
 */
final class OutOfMemory implements Thread.UncaughtExceptionHandler {
  private final byte[] words =
      "wml-lint: out of memory; the language server ends\n".getBytes(StandardCharsets.UTF_8);
  private final OutputStream err;
  private final IntConsumer halt;

  /**
   * @param err standard error, without a buffer
   * @param halt ends the process at once
   */
  OutOfMemory(OutputStream err, IntConsumer halt) {
    this.err = err;
    this.halt = halt;
  }

  /** Ends the process where that is what a failure comes from. */
  void check(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        try {
          err.write(words);
        } catch (IOException e) {
          // Nobody hears it.
        }
        halt.accept(ExitCode.INTERNAL);
        return;
      }
    }
  }

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    check(failure);
    // Without its message, which may quote a document.
    System.err.println(thread.getName() + " failed: " + failure.getClass().getName());
  }
}
