package dev.wmllint.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFinderTest {
  @TempDir Path root;

  private Path write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static Optional<Path> file(ConfigResult result) {
    return result.config().file();
  }

  @Test
  void theNearestOneUpwardsCountsAlone() throws Exception {
    Path outer = write(".wml-lint.yaml", "exclude: [old]\n");
    Path inner = write("a/b/.wml-lint.yaml", "rules: {}\n");
    ConfigFinder finder = ConfigFinder.nearest();
    assertEquals(Optional.of(outer), file(finder.of(root)));
    assertEquals(Optional.of(outer), file(finder.of(root.resolve("a"))));
    assertEquals(Optional.of(inner), file(finder.of(root.resolve("a/b"))));
    assertEquals(Optional.of(inner), file(finder.of(root.resolve("a/b/c/d"))));
    assertEquals(List.of(), finder.of(root.resolve("a/b")).config().exclude());
  }

  @Test
  void eachFolderIsAskedOnce() throws Exception {
    Path file = write(".wml-lint.yaml", "exclude: [old]\n");
    ConfigFinder finder = ConfigFinder.nearest();
    ConfigResult first = finder.of(root.resolve("a/b"));
    Files.delete(file);
    assertSame(first, finder.of(root.resolve("a/b")));
    assertSame(first, finder.of(root.resolve("a/./c/../b")));
    assertSame(first, finder.of(root.resolve("a/other")));
    assertEquals(1, first.config().exclude().size());
  }

  @Test
  void theOtherEndingIsReadTooButNotBoth() throws Exception {
    Path other = write(".wml-lint.yml", "exclude: [old]\n");
    ConfigResult alone = ConfigFinder.nearest().of(root);
    assertEquals(Optional.of(other), file(alone));
    assertTrue(alone.isSound());
    Path file = write(".wml-lint.yaml", "rules: {}\n");
    ConfigResult both = ConfigFinder.nearest().of(root);
    assertEquals(Optional.of(file), file(both));
    assertEquals(
        List.of(other + ": error: .wml-lint.yaml is beside it; keep one of them"),
        both.problems().stream().map(ConfigProblem::line).toList());
  }

  @Test
  void aGivenOneCountsForAllFolders() throws Exception {
    write("a/.wml-lint.yaml", "nonsense: 1\n");
    Path given = write("ci/lint.yaml", "exclude: [old]\n");
    ConfigFinder finder = ConfigFinder.always(given);
    assertEquals(Optional.of(given), file(finder.of(root.resolve("a"))));
    assertSame(finder.of(root), finder.of(root.resolve("a")));
    assertEquals(
        List.of(root.resolve("none.yaml") + ": error: no such file"),
        ConfigFinder.always(root.resolve("none.yaml")).of(root).problems().stream()
            .map(ConfigProblem::line)
            .toList());
  }

  @Test
  void withoutOneEverythingIsAsItComes() throws Exception {
    write("a/.wml-lint.yaml", "exclude: [old]\n");
    assertEquals(Config.DEFAULT, ConfigFinder.none().of(root.resolve("a")).config());
  }

  @Test
  void aLinkLeadsOutOfTheWorkTreeOnlyForItsUser() throws Exception {
    Path outside = write("secret.yaml", "exclude: [old]\n");
    Path link = Files.createDirectories(root.resolve("work/a")).resolve(".wml-lint.yaml");
    Files.createDirectory(root.resolve("work/.git"));
    Files.createSymbolicLink(link, outside);
    assertEquals(
        List.of(link + ": error: leads out of the git work tree; name its target with --config"),
        ConfigFinder.nearest().of(link.getParent()).problems().stream()
            .map(ConfigProblem::line)
            .toList());
    assertEquals(List.of(), ConfigFinder.always(link).of(root).problems());
    Files.delete(link);
    Files.createSymbolicLink(link, write("work/shared.yaml", "exclude: [old]\n"));
    assertEquals(List.of(), ConfigFinder.nearest().of(link.getParent()).problems());
  }

  @Test
  void aFolderOfThatNameIsAProblem() throws Exception {
    Path odd = Files.createDirectory(root.resolve(".wml-lint.yaml"));
    assertEquals(
        List.of(odd + ": error: is a folder; a configuration is a file"),
        ConfigFinder.nearest().of(root).problems().stream().map(ConfigProblem::line).toList());
  }
}
