package dev.wmllint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportRootTest {
  @TempDir private Path temporary;
  private Path folder;
  private Path current;

  @BeforeEach
  void prepare() throws IOException {
    folder = temporary.toRealPath();
    current = Files.createDirectories(folder.resolve("work/tree/jobs"));
  }

  private Path root(Map<String, String> environment) {
    return ReportRoot.of(current, environment).folder();
  }

  @Test
  void theFolderThatTheCiNamesComesBeforeTheWorkTree() throws IOException {
    assertEquals(current, root(Map.of()));
    // A work tree beside the main one has a file there.
    Files.writeString(folder.resolve("work/tree/.git"), "gitdir: elsewhere");
    assertEquals(folder.resolve("work/tree"), root(Map.of()));
    String work = folder.resolve("work").toString();
    assertEquals(folder.resolve("work"), root(Map.of("CI_PROJECT_DIR", work)));
    assertEquals(folder.resolve("work"), root(Map.of("GITHUB_WORKSPACE", work + "/tree/..")));
  }

  /** Such as that of the host, in a container. */
  @Test
  void aFolderThatIsElsewhereIsNotTaken() throws IOException {
    String elsewhere = Files.createDirectories(folder.resolve("work/t")).toString();
    for (String name : new String[] {elsewhere, "", "/not/there", "a\0b"}) {
      assertEquals(current, root(Map.of("GITHUB_WORKSPACE", name)), name);
    }
  }

  @Test
  void pathsStartFromThere() {
    ReportRoot root = new ReportRoot(current, folder.resolve("work"));
    assertEquals("tree/jobs/a.yaml", root.path("./a.yaml").names());
    assertEquals("tree/a.yaml", root.path("../a.yaml").names());
    assertEquals("tree/jobs/b/a.yaml", root.path(current + "/b/a.yaml").names());
    assertEquals("../a.yaml", root.path("../../../a.yaml").names());
    String outside = PortablePath.of(folder + "/a.yaml").names();
    assertEquals(outside, root.path(folder + "/a.yaml").names());
    assertEquals("<stdin>", root.path("<stdin>").names());
    assertEquals("a\0b", root.path("a\0b").names());
  }
}
