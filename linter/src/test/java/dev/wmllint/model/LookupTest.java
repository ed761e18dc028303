package dev.wmllint.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookupTest {
  @TempDir Path folder;
  private ModelDefinition model;

  @BeforeEach
  void open() {
    model =
        Models.open(
            folder,
            new ZipBytes()
                .add("model/Train.py", "pass")
                .add("model/src/util.py", "pass")
                .add("model/src.old/util.py", "pass")
                .folder("model/logs/")
                .add("__MACOSX/._x", "x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model/src/util.py",
        "./model/src/util.py",
        "model//src/./util.py",
        "model/logs/../src/util.py",
        "model/src/util.py/",
      })
  void files(String path) {
    assertEquals("model/src/util.py", model.file(path).orElseThrow().name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "/",
        "/model/src/util.py",
        "../model/src/util.py",
        "model",
        "x",
        "\0"
      })
  void noFiles(String path) {
    assertEquals(Optional.empty(), model.file(path));
    assertFalse(model.isUnknown(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "model", "model/", "./model/src", "model/logs", "model/src/.."})
  void folders(String path) {
    assertTrue(model.hasFolder(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "/", "mod", "model/sr", "model/src.", "model/Train.py", "model/x"})
  void noFolders(String path) {
    assertFalse(model.hasFolder(path));
  }

  @Test
  void otherCase() {
    assertEquals(Optional.empty(), model.file("model/train.py"));
    assertEquals("model/Train.py", model.fileIgnoringCase("MODEL/train.PY").orElseThrow().name());
    assertEquals(Optional.empty(), model.fileIgnoringCase("train.py"));
  }

  @Test
  void byBaseName() {
    assertEquals(
        List.of("model/src/util.py", "model/src.old/util.py"),
        model.filesNamed("util.py").stream().map(ModelEntry::name).toList());
    assertEquals(List.of(), model.filesNamed("train.py"));
    assertEquals("util.py", model.entries().get(1).baseName());
  }

  @Test
  void singleRootFolder() {
    assertEquals(Optional.of("model"), model.singleRootFolder());
    assertEquals(Optional.empty(), rootOf("a/x", "b/x"));
    assertEquals(Optional.empty(), rootOf("a/x", "ab/x"));
    assertEquals(Optional.empty(), rootOf("a/x", "x"));
    assertEquals(Optional.empty(), rootOf("__MACOSX/x"));
  }

  private Optional<String> rootOf(String... names) {
    ZipBytes zip = new ZipBytes();
    for (String name : names) {
      zip.add(name, "x");
    }
    return Models.open(folder, zip).singleRootFolder();
  }

  @Test
  void headsOnlyOfOwnEntries() {
    ModelEntry foreign = new ModelEntry("x", "x", 99, 1, Executable.NO, false, Optional.empty());
    assertEquals(Optional.empty(), model.readHead(foreign, 10));
  }
}
