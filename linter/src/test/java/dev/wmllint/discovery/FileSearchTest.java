package dev.wmllint.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class FileSearchTest {
  @TempDir private Path folder;

  /** Java cannot lead back from such a name to the file, neither can the user. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void namesThatAreNoTextAreTold() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "x: 1");
    try {
      Files.writeString(Path.of(URI.create(folder.toUri() + "b%FF.yaml")), "x: 1");
    } catch (IOException | InvalidPathException e) {
      assumeTrue(false, "this file system has no such names");
    }
    FileSearch found = FileSearch.forManifests(folder, () -> false);
    assertEquals(List.of(folder + "/a.yaml"), found.files());
    assertEquals(1, found.unnamed().size());
    assertEquals(List.of(), found.unread());
  }
}
