package dev.wmllint.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Standard output whose reader may have seen enough: {@code wml-lint … | head}. What is written
 * then goes nowhere, in silence; other failures stay failures.
 */
final class ClosedPipe extends FilterOutputStream {
  private boolean closed;

  ClosedPipe(OutputStream out) {
    super(out);
  }

  /** Whether the reader is gone, as far as is known: only a write shows it. */
  boolean isClosed() {
    return closed;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (closed) {
      return;
    }
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      if (!isClosedPipe(e)) {
        throw e;
      }
      closed = true;
    }
  }

  @Override
  public void flush() throws IOException {
    if (!closed) {
      super.flush();
    }
  }

  /** The systems' own words, EPIPE and ERROR_NO_DATA: Java has no type for it. */
  private static boolean isClosedPipe(IOException e) {
    String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return words.contains("broken pipe") || words.contains("pipe is being closed");
  }
}
