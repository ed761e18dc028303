package dev.wmllint.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.file.AtomicFile.Access;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PendingFileTest {
  @TempDir private Path folder;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void write(PendingFile pending, String text) throws IOException {
    pending.channel().write(StandardCharsets.UTF_8.encode(text));
  }

  @Test
  void countsOnceItIsCommitted() throws IOException {
    Path file = Files.writeString(folder.resolve("m.zip"), "old");
    try (PendingFile pending = PendingFile.open(file, Access.AS_BEFORE)) {
      write(pending, "new");
      assertTrue(PendingFile.isLeaving(pending.path()));
      pending.finish();
      assertEquals("new", Files.readString(pending.path()));
      assertEquals("old", Files.readString(file));
      pending.commit();
    }
    assertEquals("new", Files.readString(file));
    assertEquals(List.of("m.zip"), names());
  }

  @Test
  void isGoneWhereItIsNotCommitted() throws IOException {
    Path file = Files.writeString(folder.resolve("m.zip"), "old");
    try (PendingFile pending = PendingFile.open(file, Access.AS_BEFORE)) {
      write(pending, "new");
      assertThrows(IllegalStateException.class, pending::commit);
      pending.finish();
    }
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("m.zip"), names());
  }

  @Test
  void otherFilesAreNoLeavings() {
    assertFalse(PendingFile.isLeaving(Path.of(".wml-lint.yaml")));
    assertFalse(PendingFile.isLeaving(Path.of("a.tmp")));
  }

  /** As at Ctrl-C, nothing is closed. */
  @Test
  void isGoneWhenTheProgramEnds() throws Exception {
    Path file = Files.writeString(folder.resolve("connection.yaml"), "old");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = home(PendingFile.class) + File.pathSeparator + home(Stopped.class);
    Process process =
        new ProcessBuilder(java, "-cp", classes, Stopped.class.getName(), file.toString())
            .inheritIO()
            .start();
    try {
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    } finally {
      process.destroyForcibly();
    }
    assertEquals(Stopped.EXIT_CODE, process.exitValue());
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("connection.yaml"), names());
  }

  private static Path home(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** A program that is stopped in the middle of writing. */
  static final class Stopped {
    private static final int EXIT_CODE = 42;

    private Stopped() {}

    public static void main(String[] arguments) throws IOException {
      PendingFile pending = PendingFile.open(Path.of(arguments[0]), Access.OWNER_ONLY);
      write(pending, "password: half of it");
      System.exit(Files.exists(pending.path()) ? EXIT_CODE : 1);
    }
  }
}
