package dev.wmllint.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wmllint.model.Executable;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelEntry;
import dev.wmllint.model.ModelLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes in comes out, in every reader, and always as the same bytes. */
class RoundTripTest {
  private static final String[] PARTS = {
    "train",
    "\u00FCber",
    "\uD83D\uDE80",
    "a b",
    "x.py",
    "run.sh",
    "'q'",
    "#",
    "-o",
    "$HOME",
    "~",
    "\u6A21\u578B",
    "e\u0301",
    "...",
    "*",
    "%41",
    "&",
    "[1]"
  };

  @TempDir private Path temp;

  /** A random tree, the same for the same seed. */
  private static Map<String, byte[]> tree(long seed) {
    Random random = new Random(seed);
    Map<String, byte[]> files = new TreeMap<>();
    List<String> folders = new ArrayList<>(List.of(""));
    int count = 1 + random.nextInt(25);
    for (int i = 0; i < count; i++) {
      String folder = folders.get(random.nextInt(folders.size()));
      String part = PARTS[random.nextInt(PARTS.length)];
      if (random.nextInt(3) == 0) {
        folders.add(folder + part + i + "/");
      } else {
        byte[] content = new byte[random.nextInt(4) == 0 ? 0 : random.nextInt(3000)];
        random.nextBytes(content);
        files.put(folder + i + part, content);
      }
    }
    files.put("train.py", "print(1)\n".getBytes(StandardCharsets.UTF_8));
    return files;
  }

  private static void write(Folder folder, Map<String, byte[]> files, Random order) {
    List<String> names = new ArrayList<>(files.keySet());
    Collections.shuffle(names, order);
    names.forEach(name -> folder.write(name, files.get(name)));
  }

  @Test
  void randomTrees() throws IOException {
    for (int seed = 0; seed < 40; seed++) {
      Map<String, byte[]> files = tree(seed);
      Folder folder = Folder.in(temp.resolve("t" + seed));
      write(folder, files, new Random(seed));
      assertEquals(List.copyOf(files.keySet()), folder.names());
      Map<String, byte[]> found = new HashMap<>();
      try (ZipFile zip = new ZipFile(folder.zip().toFile())) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          found.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
        }
      }
      assertEquals(files.keySet(), found.keySet());
      files.forEach((name, content) -> assertArrayEquals(content, found.get(name), name));
      ModelDefinition model = ModelDefinition.open(folder.zip(), ModelLimits.DEFAULT);
      assertEquals(List.of(), model.faults());
    }
  }

  @Test
  void orderAndTimesOfFilesDoNotMatter() throws IOException {
    for (int seed = 0; seed < 10; seed++) {
      Map<String, byte[]> files = tree(seed);
      Folder one = Folder.in(temp.resolve("one" + seed));
      Folder two = Folder.in(temp.resolve("two" + seed));
      write(one, files, new Random(1));
      write(two, files, new Random(2));
      for (String name : files.keySet()) {
        FileTime time = FileTime.fromMillis(1_000_000_000_000L + 86_400_000L * name.length());
        Files.setLastModifiedTime(two.root().resolve(name), time);
      }
      one.pack();
      two.pack();
      assertArrayEquals(one.zipped(), two.zipped());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Pacific/Kiritimati", "America/Adak"})
  void timeZonesDoNotMatter(String zone) throws IOException {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      Folder folder = Folder.in(temp).write("train.py", "");
      folder.pack();
      String bytes = new String(folder.zipped(), StandardCharsets.ISO_8859_1);
      // 1 January 1980, midnight: as APPNOTE 4.4.6 has it
      assertEquals("\0\0!\0", bytes.substring(10, 14));
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void programsKeepTheRightToBeExecuted() throws IOException {
    Folder folder =
        Folder.in(temp)
            .write("by-bit", "echo 1\n")
            .write("run.sh", "#!/bin/sh\n")
            .write("binary", new byte[] {0x7f, 'E', 'L', 'F', 2})
            .write("train.py", "import os\n")
            .write("short", "#");
    assumeTrue(folder.root().resolve("by-bit").toFile().setExecutable(true), "there is such a bit");
    folder.pack();
    ModelDefinition model = ModelDefinition.open(folder.zip(), ModelLimits.DEFAULT);
    List<String> executable =
        model.entries().stream()
            .filter(entry -> entry.executable() == Executable.YES)
            .map(ModelEntry::name)
            .toList();
    assertEquals(List.of("binary", "by-bit", "run.sh"), executable);
    assertEquals(Executable.NO, model.file("train.py").orElseThrow().executable());
  }

  @Test
  void otherReadersTakeIt() throws IOException, InterruptedException {
    byte[] large = new byte[3 << 20];
    Folder folder =
        Folder.in(temp)
            .write("train.py", "print('\u00FC')\n")
            .write("deep/".repeat(40) + "\u00FC \uD83D\uDE80.py", "pass\n")
            .write("large.bin", large)
            .write("run.sh", "#!/bin/sh\n")
            .write("empty.txt", "");
    folder.pack();
    String zip = folder.zip().toString();
    assertEquals("", run("unzip", "-qq", "-d", temp.resolve("out").toString(), zip));
    Path unpacked = temp.resolve("out");
    assertArrayEquals(large, Files.readAllBytes(unpacked.resolve("large.bin")));
    assertTrue(Files.isExecutable(unpacked.resolve("run.sh")));
    run("unzip", "-tqq", zip);
    String script =
        "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), len(z.namelist()),"
            + " any('\\u00fc \\U0001F680' in n for n in z.namelist()))";
    assertEquals("None 5 True\n", run("python3", "-c", script, zip));
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      assumeTrue(false, command[0] + " is not there");
      throw e;
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }
}
