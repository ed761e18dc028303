package dev.wmllint.model;

import static dev.wmllint.model.Models.assertFaults;
import static dev.wmllint.model.Models.assertSilent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Unsafe names, names given twice, and names of junk. */
class EntryNamesTest {
  @TempDir Path folder;

  private ModelDefinition zipOf(String... names) {
    ZipBytes zip = new ZipBytes();
    for (String name : names) {
      zip.add(name, "x");
    }
    return Models.open(folder, zip);
  }

  @ParameterizedTest
  @CsvSource({
    "../x.py, would be unpacked outside of the folder",
    "a/../../x.py, would be unpacked outside of the folder",
    "a/.., would be unpacked outside of the folder",
    "..\\x.py, would be unpacked outside of the folder",
    "/etc/x.py, is an absolute path",
    "\\\\host\\x.py, is an absolute path",
    "C:/x.py, starts with a drive letter",
    "c:x.py, starts with a drive letter",
    "src\\x.py, has a backslash in its name",
  })
  void unsafe(String name, String message) {
    assertFaults(zipOf("train.py", name), "model-unsafe-entry: " + name + " " + message);
    assertEquals(Optional.of(name), Models.fault(zipOf("train.py", name)).entry());
  }

  @Test
  void controlCharactersAreShownHarmlessly() {
    assertFaults(
        zipOf("a\u001B[2Jb\n.py"),
        "model-unsafe-entry: a\\u001b[2Jb\\u000a.py has a control character in its name");
    assertFaults(
        zipOf("x\0y"), "model-unsafe-entry: x\\u0000y has a control character in its name");
  }

  @Test
  void longNamesAreShownByTheirEnd() {
    String message = Models.fault(zipOf("../" + "x".repeat(500) + "/train.py")).message();
    assertTrue(message.startsWith("...xxx"), message);
    assertTrue(message.contains("x/train.py would be"), message);
    assertTrue(message.length() < 150, message);
  }

  @Test
  void onePerCause() {
    assertFaults(
        zipOf("../a", "../b", "../c", "/d", "/e"),
        "model-unsafe-entry: ../a would be unpacked outside of the folder (and 2 more like it)",
        "model-unsafe-entry: /d is an absolute path (and 1 more like it)");
  }

  @Test
  void unsafeFoldersCountToo() {
    assertFaults(
        Models.open(folder, new ZipBytes().folder("../").add("train.py", "x")),
        "model-unsafe-entry: ../ would be unpacked outside of the folder");
  }

  @Test
  void backslashesStillTellFolders() {
    ModelDefinition model =
        Models.open(
            folder,
            new ZipBytes()
                .add("src\\", entry -> entry.host(ZipBytes.WINDOWS))
                .add("src\\train.py", entry -> entry.host(ZipBytes.WINDOWS).content("x")));
    assertFaults(
        model, "model-unsafe-entry: src\\ has a backslash in its name (and 1 more like it)");
    assertTrue(model.file("src/train.py").isPresent());
    assertEquals(1, model.fileCount());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b.py",
        "ab:c.py",
        "..a",
        "a..",
        "-x",
        "$HOME.py",
        "\u00FC.py",
        "a'b.py",
        "~",
        " "
      })
  void unusualAndSafe(String name) {
    assertSilent(zipOf(name));
  }

  @Test
  void duplicates() {
    ModelDefinition model = zipOf("train.py", "a.py", "train.py", "a.py", "a.py");
    assertFaults(model, "model-duplicate-entry: train.py is in the zip twice (and 2 more like it)");
    assertEquals(5, model.fileCount());
    assertEquals(4, model.file("a.py").orElseThrow().index());
  }

  @Test
  void duplicatesByCase() {
    assertFaults(
        zipOf("Train.py", "train.py", "SRC/a.py", "src/A.py"),
        "model-duplicate-entry: train.py differs only by case from Train.py (and 1 more like it)");
    assertSilent(zipOf("train.py", "src/train.py", "src/train.pyc"));
  }

  @Test
  void duplicatesThatAreOneEntryListedTwice() {
    assertFaults(
        Models.open(
            folder,
            new ZipBytes()
                .add("a.py", entry -> entry.content("x").stored())
                .add("a.py", entry -> entry.content("x").stored().offset(0).omitLocal())),
        "model-duplicate-entry: a.py is in the zip twice");
  }

  @Test
  void threeHundredJunkEntriesAreOneFault() {
    ZipBytes zip = new ZipBytes().add("train.py", "x").folder("__MACOSX/");
    for (int i = 0; i < 300; i++) {
      zip.add("__MACOSX/._" + i + ".py", "x");
    }
    zip.add("data/.DS_Store", "x").add("utils/__pycache__/a.pyc", "x");
    ModelFault fault = Models.fault(Models.open(folder, zip));
    assertEquals("model-junk", fault.rule().value());
    assertEquals(
        "the zip holds 303 junk entries: __MACOSX/, __MACOSX/._0.py, __MACOSX/._1.py and 300 more",
        fault.message());
    assertEquals(
        "remove with zip -d tf-model.zip '*__MACOSX/*' '*.DS_Store' '*__pycache__/*'",
        fault.help());
    assertEquals(302, fault.more());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "__MACOSX/x",
        ".DS_Store",
        "a/.DS_Store",
        "Thumbs.db",
        "a/desktop.ini",
        ".git/HEAD",
        "a/.git/config",
        "__pycache__/a.pyc",
        ".ipynb_checkpoints/a.ipynb",
        "._train.py"
      })
  void junk(String name) {
    ModelDefinition model = zipOf("train.py", name);
    assertFaults(model, "model-junk: the zip holds 1 junk entry: " + name);
    assertTrue(model.file(name).orElseThrow().isJunk());
    assertTrue(model.isReadable());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".gitignore",
        "a.git/x",
        "git/x",
        "pycache/x",
        "x.pyc",
        ".env",
        "data.db",
        "_x.py"
      })
  void notJunk(String name) {
    assertSilent(zipOf("train.py", name));
  }

  @Test
  void junkIsNoDuplicate() {
    assertFaults(
        zipOf("train.py", ".DS_Store", ".DS_Store"),
        "model-junk: the zip holds 2 junk entries: .DS_Store, .DS_Store");
  }
}
