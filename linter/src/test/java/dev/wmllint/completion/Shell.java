package dev.wmllint.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wmllint.help.CompletionScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real shell, asked what it offers; where it is not installed, the test is skipped. */
enum Shell {
  BASH(CompletionScript.BASH, "--norc"),
  ZSH(CompletionScript.ZSH, "-f"),
  FISH(CompletionScript.FISH, "--no-config");

  private static final Path HARNESS = Path.of("src/test/resources/completion").toAbsolutePath();
  private static final long PATIENCE_SECONDS = 60;

  private final CompletionScript script;
  private final String noStartFiles;

  Shell(CompletionScript script, String noStartFiles) {
    this.script = script;
    this.noStartFiles = noStartFiles;
  }

  CompletionScript script() {
    return script;
  }

  /** Whether the shell can read the script. */
  void assertSyntax(Path folder, String text) throws IOException, InterruptedException {
    assertEquals("", run(folder, "", script.shell(), "-n", write(folder, text)));
  }

  /** What is offered at the end of each line, in the shell's own order, with descriptions. */
  Map<String, List<String>> complete(Path folder, String text, List<String> lines)
      throws IOException, InterruptedException {
    String harness = HARNESS.resolve("complete." + script.shell()).toString();
    String input = String.join("\n", lines) + "\n";
    String output = run(folder, input, script.shell(), noStartFiles, harness, write(folder, text));
    Map<String, List<String>> offers = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    for (String line : output.lines().toList()) {
      if (line.startsWith("> ")) {
        current = new ArrayList<>();
        offers.put(line.substring(2), current);
      } else if (!line.isBlank()) {
        current.add(line);
      }
    }
    return offers;
  }

  private String write(Path folder, String text) throws IOException {
    Path file = Files.createTempFile(folder.getParent(), "completion", "." + script.shell());
    return Files.writeString(file, text).toString();
  }

  private String run(Path folder, String input, String... command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder.getParent(), "output", ".txt");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
    } catch (IOException e) {
      assumeTrue(false, script.shell() + " is not there");
      throw e;
    }
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertEquals(true, ended, script.shell() + " has come to an end");
    return Files.readString(output);
  }
}
