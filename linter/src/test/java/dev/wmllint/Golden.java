package dev.wmllint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that hold what a test expects, and that are not written by hand. {@code mvn -Pregenerate}
 * runs the tests with this tag and lets them write their files; read the difference before you
 * commit it.
 */
public final class Golden {
  /** The tag of the tests that write. */
  public static final String TAG = "golden";

  private Golden() {}

  /** Whether the files are being written. */
  public static boolean isWriting() {
    return Boolean.getBoolean("wmllint.rewrite");
  }

  /** Compares a file's text with what it must be, or writes it. */
  public static void check(Path file, String actual) throws IOException {
    if (isWriting()) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, actual);
    }
    assertTrue(
        Files.exists(file), () -> file + " is missing: mvn -Pregenerate writes it:\n" + actual);
    assertEquals(Files.readString(file), actual, () -> file + ": mvn -Pregenerate rewrites it");
  }
}
