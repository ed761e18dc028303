package dev.wmllint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.diff.Applied;
import dev.wmllint.diff.UnifiedDiff;
import dev.wmllint.engine.FixResult;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.fix.Safety;
import dev.wmllint.manifest.Placeholder;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.SequenceNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The diffs of all fixtures: what is not masked applies, and what is a secret is masked. */
final class FixDiffTest {
  private static final Pattern SECRET_KEY = Pattern.compile(".*(password|secret|access_key).*");

  /** A fixture, fixed. */
  private record Fixed(String path, SourceText before, FixResult result, UnifiedDiff diff) {}

  private static final Map<Safety, List<Fixed>> FIXTURES =
      Map.of(Safety.SAFE, fixtures(Safety.SAFE), Safety.UNSAFE, fixtures(Safety.UNSAFE));

  private static List<Fixed> fixtures(Safety safety) {
    return Stream.of("fix", "err")
        .flatMap(FixTest::sources)
        .map(file -> fixed(file, safety))
        .filter(fixed -> fixed.result().isChanged())
        .toList();
  }

  private static Fixed fixed(Path file, Safety safety) {
    String path = Fixture.TESTDATA.relativize(file).toString();
    SourceText source = Fixture.read(file);
    FixResult result = Fixture.fix(LintRequest.of(source), safety);
    return new Fixed(path, source, result, diff(path, result));
  }

  private static UnifiedDiff diff(String path, FixResult result) {
    return UnifiedDiff.of(path, result.before().document(), result.after().document());
  }

  static List<List<String>> programs() {
    return List.of(Applied.PATCH, Applied.GIT);
  }

  /** One diff of many files, as a run over a folder prints it. */
  @ParameterizedTest
  @MethodSource("programs")
  void whatIsNotMaskedApplies(List<String> program, @TempDir Path folder) throws Exception {
    Applied.assumeInstalled(program);
    StringBuilder diffs = new StringBuilder();
    Map<String, byte[]> expected = new TreeMap<>();
    for (Fixed fixed : FIXTURES.get(Safety.UNSAFE)) {
      if (Applied.isPossible(fixed.diff())) {
        Path file = folder.resolve(fixed.path());
        Files.createDirectories(file.getParent());
        Files.write(file, fixed.before().encode());
        expected.put(fixed.path(), fixed.result().source().encode());
        diffs.append(fixed.diff().text());
      }
    }
    assertTrue(expected.size() > 20, () -> "few diffs can be applied: " + expected.keySet());
    Applied.cleanly(program, folder, diffs.toString());
    for (Map.Entry<String, byte[]> file : expected.entrySet()) {
      byte[] actual = Files.readAllBytes(folder.resolve(file.getKey()));
      assertArrayEquals(file.getValue(), actual, file.getKey());
    }
  }

  @ParameterizedTest
  @EnumSource(Safety.class)
  void secretsAreMasked(Safety safety) {
    int masked = 0;
    for (Fixed fixed : FIXTURES.get(safety)) {
      String text = fixed.diff().text();
      Set<String> secrets = new TreeSet<>();
      collect(fixed.result().before().document().root().orElseThrow(), secrets);
      collect(fixed.result().after().document().root().orElseThrow(), secrets);
      for (String secret : secrets) {
        assertFalse(text.contains(secret), () -> fixed.path() + " shows " + secret + "\n" + text);
      }
      assertEquals(fixed.diff().maskedHunks(), count(text, "@@ secrets masked: this hunk"), text);
      masked += fixed.diff().maskedHunks();
    }
    assertTrue(masked > 10);
  }

  /** Also not where patch has to look for the place, and passes over lines around it. */
  @ParameterizedTest
  @EnumSource(Safety.class)
  void patchNeverWritesAMask(Safety safety, @TempDir Path folder) throws Exception {
    Applied.assumeInstalled(Applied.PATCH);
    List<Fixed> masked =
        FIXTURES.get(safety).stream().filter(fixed -> fixed.diff().maskedHunks() > 0).toList();
    StringBuilder diffs = new StringBuilder();
    for (Fixed fixed : masked) {
      Path file = folder.resolve(fixed.path());
      Files.createDirectories(file.getParent());
      Files.write(file, fixed.before().encode());
      diffs.append(fixed.diff().text());
    }
    List<String> command = new ArrayList<>(Applied.PATCH);
    command.add("--forward");
    assertEquals(1, Applied.run(command, folder, diffs.toString()).exitCode());
    for (Fixed fixed : masked) {
      String after = Fixture.read(folder.resolve(fixed.path())).text();
      int before = count(fixed.before().text(), "***");
      assertEquals(before, count(after, "***"), () -> fixed.path() + "\n" + fixed.diff().text());
    }
  }

  @Test
  void aMaskedHunkDoesNotApply(@TempDir Path folder) throws Exception {
    Applied.assumeInstalled(Applied.PATCH);
    String before =
        Manifests.S3
            .replace("aws_access_key_id", "access_key_id")
            .replace("training_data_reference", "training_data")
            .replace("resource: small", "resourceType: small");
    SourceText source = SourceText.of("job.yaml", before);
    FixResult result = Fixture.fix(LintRequest.of(source), Safety.UNSAFE);
    assertEquals(Manifests.S3, result.source().text());
    UnifiedDiff diff = diff("job.yaml", result);
    assertFalse(Applied.isPossible(diff));
    Path file = Files.writeString(folder.resolve("job.yaml"), before);
    Applied.Outcome outcome = Applied.run(Applied.PATCH, folder, diff.text());
    assertEquals(1, outcome.exitCode(), outcome::output);
    assertFalse(Files.readString(file).contains("***"));
  }

  private static int count(String text, String words) {
    return text.split(Pattern.quote(words), -1).length - 1;
  }

  private static void collect(Node node, Set<String> secrets) {
    if (node instanceof MappingNode mapping) {
      mapping
          .entries()
          .forEach(
              entry -> {
                boolean secret = SECRET_KEY.matcher(entry.name()).matches();
                if (secret && entry.value() instanceof ScalarNode value) {
                  add(value, secrets);
                } else {
                  collect(entry.value(), secrets);
                }
              });
    } else if (node instanceof SequenceNode list) {
      list.items().forEach(item -> collect(item.value(), secrets));
    }
  }

  /** Short values of fixtures, such as a and b, stand everywhere. */
  private static void add(ScalarNode value, Set<String> secrets) {
    String text = value.value().strip();
    boolean word = text.length() > 5 && !text.equals("secret");
    if (word && !Placeholder.isToCome(text)) {
      secrets.add(text);
    }
  }
}
