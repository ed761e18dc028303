package dev.wmllint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelLimits;
import dev.wmllint.text.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is right, however odd it looks, gives no finding: the files of {@code testdata/ok}, and in
 * {@code testdata/ok/info} those that may give hints. A comment {@code # zip: train.py, src/x.py}
 * names the files of the model definition that the manifest is submitted with.
 */
@Tag(ChosenRule.TAG)
final class SilenceTest {
  private static final Pattern ZIP = Pattern.compile("# zip: ([^\r\n]*)");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> files() {
    return Fixture.files("ok", "").stream()
        .filter(Files::isRegularFile)
        .map(file -> dynamicTest(Fixture.TESTDATA.relativize(file).toString(), () -> check(file)));
  }

  private void check(Path file) throws IOException {
    SourceText source = Fixture.read(file);
    Optional<ModelDefinition> model = model(source.text(), file.getFileName().toString());
    boolean hints = file.getParent().endsWith("info");
    Predicate<Diagnostic> heard =
        finding -> !hints || finding.severity().compareTo(Severity.INFO) > 0;
    List<String> findings =
        Fixture.lint(LintRequest.of(source, model)).diagnostics().stream()
            .filter(heard)
            .map(finding -> Fixture.line(source, finding))
            .toList();
    assertEquals(List.of(), findings);
  }

  private Optional<ModelDefinition> model(String text, String name) throws IOException {
    Matcher entries = ZIP.matcher(text);
    if (!entries.find()) {
      return Optional.empty();
    }
    Path path = folder.resolve(name + ".zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
      for (String entry : entries.group(1).split(",", -1)) {
        zip.putNextEntry(new ZipEntry(entry.strip()));
        zip.write("# a program\n".getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return Optional.of(ModelDefinition.open(path, ModelLimits.DEFAULT));
  }
}
