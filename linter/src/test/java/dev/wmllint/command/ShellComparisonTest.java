package dev.wmllint.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bash and dash have the last word on what is legal. Runs where {@code WML_LINT_SHELLS} names a
 * folder of shell scripts, such as {@code /usr/bin}: pieces of them, some with a slip in them, are
 * given to {@code bash -n} and {@code dash -n}.
 */
@EnabledIfEnvironmentVariable(named = "WML_LINT_SHELLS", matches = ".+")
final class ShellComparisonTest {
  private static final int CASES = 5_000;
  private static final int MAX_LINES = 8;
  private static final int MAX_SIZE = 100_000;

  private static final List<String> SLIPS =
      List.of(
          "'", "\"", ";", "&", "(", ")", "|", "{", "}", "`", "$", "<", ">", "then", "do ", "! ");

  /** What both accept, and what fails when it runs; and backticks, which they read only then. */
  private static final Pattern FAILS_LATER =
      Pattern.compile("bad substitution|here-document never|ends with a backslash");

  @TempDir Path folder;

  @Test
  void whatOneShellAcceptsIsNoProblemAndWhatBothRefuseIsOne() throws Exception {
    List<List<String>> scripts = scripts(Path.of(System.getenv("WML_LINT_SHELLS")));
    Random random = new Random(20_171_116);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      String text = piece(scripts.get(random.nextInt(scripts.size())), random);
      List<SyntaxProblem> problems = ShellCommand.parse(text).problems();
      boolean legal = accepts("bash", text) || accepts("dash", text);
      boolean later =
          problems.stream()
              .allMatch(problem -> FAILS_LATER.matcher(problem.message().text()).find());
      if (legal ? !later && text.indexOf('`') < 0 : problems.isEmpty()) {
        wrong.add((legal ? "legal: " + problems : "refused:") + "\n" + text);
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static List<List<String>> scripts(Path from) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      return files.sorted().map(ShellComparisonTest::script).filter(s -> !s.isEmpty()).toList();
    }
  }

  private static List<String> script(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MAX_SIZE) {
        return List.of();
      }
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return text.matches("(?s)#! ?/(usr/)?bin/(env )?(ba|da)?sh\\b.*")
          ? List.of(text.split("\n", -1))
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String piece(List<String> lines, Random random) {
    int start = random.nextInt(lines.size());
    int length = 1 + random.nextInt(MAX_LINES);
    List<String> part =
        new ArrayList<>(lines.subList(start, Math.min(lines.size(), start + length)));
    if (random.nextInt(4) == 0) {
      int line = random.nextInt(part.size());
      int at = random.nextInt(part.get(line).length() + 1);
      List<String> slips = new ArrayList<>(SLIPS);
      Collections.shuffle(slips, random);
      part.set(line, new StringBuilder(part.get(line)).insert(at, slips.get(0)).toString());
    }
    return String.join("\n", part);
  }

  private boolean accepts(String shell, String text) throws Exception {
    Path file = folder.resolve("piece.sh");
    Files.writeString(file, text);
    return new ProcessBuilder(shell, "-n", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }
}
