package dev.wmllint.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Says on a terminal how far a long run is: one line, rewritten in place, which is gone before
 * anything else is written. It needs no thread: it only moves when a manifest is done.
 */
final class ProgressLine {
  private static final long FIRST_NANOS = 1_000_000_000L;
  private static final long EVERY_NANOS = 100_000_000L;

  /**
   * A line that is longer than the terminal is wide must stay one line, or it cannot be rewritten.
   */
  private static final String NO_WRAP = "\u001b[?7l";

  private static final String WRAP = "\u001b[?7h";
  private static final String ERASE = "\u001b[K";

  private final OutputStream err;
  private final LongSupplier clock;
  private BooleanSupplier wanted = () -> false;
  private int total;
  private int done;
  private long next;
  private boolean shown;

  /**
   * @param clock in nanoseconds, from anywhere
   */
  ProgressLine(OutputStream err, LongSupplier clock) {
    this.err = err;
    this.clock = clock;
  }

  /** The same stream, which takes the line away before it writes. */
  OutputStream before(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(int b) throws IOException {
        clear();
        out.write(b);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        clear();
        out.write(bytes, from, length);
      }
    };
  }

  /**
   * @param isWanted whether the line may be shown; asked once the run takes long
   */
  void begin(int count, BooleanSupplier isWanted) {
    total = count;
    wanted = isWanted;
    next = clock.getAsLong() + FIRST_NANOS;
  }

  void step() {
    done++;
    long now = clock.getAsLong();
    if (now - next < 0 || done == total) {
      return;
    }
    next = now + EVERY_NANOS;
    if (wanted.getAsBoolean()) {
      show(String.format(Locale.ROOT, "linting %,d of %,d manifests…", done, total));
    } else {
      next = now + Long.MAX_VALUE / 2;
    }
  }

  private void show(String words) {
    // The numbers only grow, so that no line leaves anything of the one before it.
    write("\r" + NO_WRAP + words + WRAP);
    shown = true;
  }

  void clear() {
    if (shown) {
      write("\r" + ERASE);
      shown = false;
    }
  }

  /** A terminal that is gone has no line to care for. */
  private void write(String text) {
    try {
      err.write(text.getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException e) {
      wanted = () -> false;
    }
  }
}
