package dev.wmllint.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramFilesTest {
  @TempDir private Path folder;

  private Optional<String> program(Map<String, String> files) throws IOException {
    Path place = Files.createTempDirectory(folder, "model");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(place.resolve(file.getKey()), file.getValue());
    }
    return ProgramFiles.in(place).only(".py", "train.py");
  }

  @Test
  void aModuleIsNoProgram() throws IOException {
    Optional<String> network = Optional.of("convolutional_network.py");
    for (String line :
        new String[] {
          "import input_data",
          "import os, input_data as data",
          "from input_data import read",
          "from .input_data import read",
          "if True:\n    import input_data.digits"
        }) {
      assertEquals(
          network,
          program(Map.of("convolutional_network.py", line + "\n", "input_data.py", "import os\n")),
          line);
    }
  }

  @Test
  void ofSeveralTheNameAndThenMainDecides() throws IOException {
    String main = "if __name__ == '__main__':\n    run()\n";
    assertEquals(Optional.of("train.py"), program(Map.of("train.py", "", "eval.py", main)));
    assertEquals(Optional.of("main.py"), program(Map.of("main.py", "", "eval.py", main)));
    assertEquals(Optional.of("b.py"), program(Map.of("a.py", "# __main__\n", "b.py", main)));
    assertEquals(Optional.empty(), program(Map.of("a.py", main, "b.py", main)));
    assertEquals(Optional.empty(), program(Map.of("a.py", "import b", "b.py", "import a")));
    assertEquals(Optional.of("a.py"), program(Map.of("a.py", "import a", "b.lua", "")));
  }

  @Test
  void readsImportsAndNothingElse() {
    PythonFile file = PythonFile.of("# import a\nx = 1\nimport b.c, d as e\nfrom f.g import h\n");
    assertEquals(Set.of("b", "d", "f"), file.imported());
    assertFalse(file.hasMain());
    assertTrue(PythonFile.of("if(__name__=='__main__'): run()").hasMain());
    assertFalse(PythonFile.read(folder.resolve("none.py")).hasMain());
  }
}
