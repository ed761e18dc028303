package dev.wmllint.model;

import static dev.wmllint.model.Models.assertFaults;
import static dev.wmllint.model.Models.assertSilent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {
  @TempDir Path folder;

  private static ZipBytes files() {
    return new ZipBytes().add("train.py", "pass").add("a/b/deep.py", "pass");
  }

  private static Optional<String> file(ModelDefinition model, String path) {
    return model.file(path).map(ModelEntry::name);
  }

  @ParameterizedTest
  @CsvSource({
    "link, train.py",
    "link, ./a/../train.py",
    "a/link, ../train.py",
    "a/b/link, ../../train.py",
    "link, nowhere.py",
    "link, link",
    "link, a/b/..",
    "link, .",
  })
  void inside(String name, String target) {
    ModelDefinition model = Models.open(folder, files().add(name, e -> e.link(target)));
    assertSilent(model);
    ModelEntry link = model.entries().get(2);
    assertTrue(link.symlink());
    assertEquals(Optional.of(target), link.linkTarget());
  }

  @ParameterizedTest
  @CsvSource({
    "link, /etc/passwd",
    "link, ..",
    "link, ../train.py",
    "a/link, ../../train.py",
    "a/link, b/../../../x",
  })
  void outside(String name, String target) {
    ModelDefinition model = Models.open(folder, files().add(name, e -> e.link(target)));
    assertFaults(
        model,
        "model-unsafe-entry: "
            + name
            + " is a symbolic link out of the model definition: "
            + target);
    assertEquals(Optional.of(name), file(model, name));
    assertTrue(model.isUnknown(name + "/anything"));
  }

  @Test
  void outsideThroughAnotherLink() {
    // By its letters a/here/../.. is the root; through the link it is the folder above.
    ModelDefinition model =
        Models.open(
            folder,
            files().add("a/here", e -> e.link("..")).add("out", e -> e.link("a/here/../x")));
    assertEquals("out", Models.fault(model).entry().orElseThrow());
  }

  @Test
  void lookedUpThroughLinks() {
    ModelDefinition model =
        Models.open(
            folder,
            files()
                .add("run.py", e -> e.link("train.py"))
                .add("src", e -> e.link("a/b"))
                .add("chain", e -> e.link("src"))
                .add("dead", e -> e.link("nowhere")));
    assertSilent(model);
    assertEquals(Optional.of("train.py"), file(model, "run.py"));
    assertEquals(Optional.of("a/b/deep.py"), file(model, "src/deep.py"));
    assertEquals(Optional.of("a/b/deep.py"), file(model, "chain/../b/deep.py"));
    assertEquals(Optional.empty(), file(model, "dead"));
    assertEquals(Optional.empty(), file(model, "src"));
    assertTrue(model.hasFolder("chain"));
    assertFalse(model.isUnknown("src/other.py"));
  }

  @Test
  void circles() {
    ModelDefinition model =
        Models.open(folder, files().add("x", e -> e.link("y/y")).add("y", e -> e.link("x/x")));
    assertSilent(model);
    assertEquals(Optional.empty(), file(model, "x/train.py"));
    assertTrue(model.isUnknown("x/train.py"));
  }

  @Test
  void onlyUnixHasLinks() {
    assertFalse(
        Models.open(folder, files().add("x", e -> e.host(ZipBytes.WINDOWS).link("/etc")))
            .entries()
            .get(2)
            .symlink());
  }
}
