package dev.wmllint.model;

import static dev.wmllint.model.Models.assertFaults;
import static dev.wmllint.model.Models.assertSilent;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {
  @TempDir Path temp;

  private Path root() {
    return temp.resolve("model");
  }

  private Path write(String name, String content) {
    try {
      Path file = root().resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ModelDefinition open() {
    return ModelDefinition.open(root(), ModelLimits.DEFAULT);
  }

  private static Optional<String> file(ModelDefinition model, String path) {
    return model.file(path).map(ModelEntry::name);
  }

  @Test
  void filesAndFolders() throws IOException {
    write("train.py", "import os\n");
    write("src/util.py", "");
    Files.createDirectories(root().resolve("empty"));
    ModelDefinition model = open();
    assertSilent(model);
    assertEquals(ModelKind.FOLDER, model.kind());
    assertEquals(List.of("train.py", "src/util.py"), Models.names(model));
    assertTrue(model.hasFolder("empty"));
    ModelEntry program = model.file("./train.py").orElseThrow();
    assertEquals(10, program.size());
    assertArrayEquals(new byte[] {'i', 'm'}, model.readHead(program, 2).orElseThrow());
    Files.delete(root().resolve("train.py"));
    assertEquals(Optional.empty(), model.readHead(program, 2));
  }

  @Test
  void junkAndTheManifestAreNoFault() {
    write("train.py", "");
    write("job.yaml", "model_definition:\n");
    write(".DS_Store", "x");
    write(".git/config", "x");
    write("src/__pycache__/a.pyc", "x");
    ModelDefinition model = open();
    assertSilent(model);
    assertEquals(List.of("job.yaml", "train.py"), Models.names(model));
  }

  @Test
  void executeBits() throws IOException {
    Path run = write("run.sh", "");
    write("plain.sh", "");
    assumeTrue(run.getFileSystem().supportedFileAttributeViews().contains("posix"), "has modes");
    Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwxr-xr-x"));
    ModelDefinition model = open();
    assertEquals(Executable.YES, model.file("run.sh").orElseThrow().executable());
    assertEquals(Executable.NO, model.file("plain.sh").orElseThrow().executable());
  }

  @Test
  void links() throws IOException {
    write("train.py", "pass");
    write("src/util.py", "pass");
    Path outside = Files.createDirectories(temp.resolve("outside"));
    Files.writeString(outside.resolve("secret.txt"), "x");
    Files.createSymbolicLink(root().resolve("run.py"), Path.of("train.py"));
    Files.createSymbolicLink(root().resolve("data.txt"), outside.resolve("secret.txt"));
    Files.createSymbolicLink(root().resolve("lib"), root().resolve("src"));
    Files.createSymbolicLink(root().resolve("src/up"), Path.of(".."));
    Files.createSymbolicLink(root().resolve("out"), outside);
    Files.createSymbolicLink(root().resolve("dead"), Path.of("nowhere"));
    Files.createSymbolicLink(root().resolve("self"), Path.of("self"));
    ModelDefinition model = open();
    assertFaults(
        model,
        "model-unsafe-entry: data.txt is a symbolic link out of the model definition: "
            + outside.resolve("secret.txt"));
    assertTrue(model.file("data.txt").orElseThrow().symlink());
    assertEquals(List.of("data.txt", "run.py", "train.py", "src/util.py"), Models.names(model));
    assertEquals(Optional.of("src/util.py"), file(model, "lib/util.py"));
    assertEquals(Optional.of("train.py"), file(model, "lib/up/train.py"));
    assertEquals(Optional.empty(), file(model, "out/secret.txt"));
    assertTrue(model.isUnknown("out/secret.txt"));
    assertFalse(model.isUnknown("lib/other.py"));
    assertFalse(model.isUnknown("other.py"));
  }

  @Test
  void linksOutAreNotRead() throws IOException {
    write("train.py", "pass");
    Path page = Files.writeString(temp.resolve("page.html"), "<!DOCTYPE html>");
    Files.createSymbolicLink(root().resolve("page.py"), Path.of("../page.html"));
    Files.createSymbolicLink(root().resolve("job.yaml"), page);
    Files.createSymbolicLink(root().resolve("over.py"), Path.of("page.py"));
    ModelDefinition model = open();
    assertFaults(
        model,
        "model-unsafe-entry: job.yaml is a symbolic link out of the model definition: "
            + page
            + " (and 2 more like it)");
    for (String name : List.of("page.py", "job.yaml", "over.py")) {
      assertEquals(Optional.empty(), model.readHead(model.file(name).orElseThrow(), 9));
    }
    ModelEntry program = model.file("train.py").orElseThrow();
    Files.delete(root().resolve("train.py"));
    Files.createSymbolicLink(root().resolve("train.py"), page);
    assertEquals(Optional.empty(), model.readHead(program, 9));
  }

  @Test
  void webPageInPlaceOfAProgram() {
    write("src/train.py", "<!DOCTYPE html>");
    write("page.html", "<!DOCTYPE html>");
    assertFaults(open(), "model-program-is-html: src/train.py is an HTML page, not a program");
  }

  @Test
  void empty() throws IOException {
    Files.createDirectories(root().resolve("a/b"));
    ModelDefinition model = open();
    assertFaults(model, "model-empty: the folder has no files");
    assertEquals(ModelKind.FOLDER, model.kind());
    assertFalse(model.isReadable());
    assertTrue(model.isUnknown("train.py"));
  }

  @Test
  void tooManyEntries() {
    for (int i = 0; i < 11; i++) {
      write(i + ".txt", "");
    }
    ModelLimits ten = new ModelLimits(10, 1000, 1000, 100, 1000);
    assertFaults(
        ModelDefinition.open(root(), ten),
        "model-limits: model definition has more than 10 entries, 10 are allowed");
  }

  @Test
  void pipesAreNotOpened() throws IOException, InterruptedException {
    write("train.py", "");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "mkfifo is there");
    String pipe = root().resolve("pipe.py").toString();
    assertEquals(0, new ProcessBuilder("/usr/bin/mkfifo", pipe).start().waitFor());
    assertEquals(List.of("train.py"), Models.names(open()));
  }
}
