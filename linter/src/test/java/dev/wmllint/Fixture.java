package dev.wmllint;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.engine.FixResult;
import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.LintResult;
import dev.wmllint.engine.Linter;
import dev.wmllint.fix.Safety;
import dev.wmllint.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files under {@code testdata}, and findings the way a test reads best. */
public final class Fixture {
  public static final Path TESTDATA = Path.of("src/test/resources/testdata");

  private static final Linter LINTER = new Linter(LintConfig.DEFAULT);

  private Fixture() {}

  public static SourceText read(Path file) {
    try {
      return SourceText.decode(file.getFileName().toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files with an ending in a folder of {@code testdata} and its sub-folders, sorted. */
  public static List<Path> files(String folder, String ending) {
    try (Stream<Path> files = Files.walk(TESTDATA.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lints a text of which no model definition is known; no rule may fail. */
  public static LintResult lint(SourceText source) {
    return lint(LintRequest.of(source));
  }

  public static LintResult lint(LintRequest request) {
    return sound(LINTER.lint(request));
  }

  /** Fixes a text; no rule may fail. */
  public static FixResult fix(LintRequest request, Safety allowed) {
    FixResult result = LINTER.fix(request, allowed);
    sound(result.before());
    sound(result.after());
    return result;
  }

  private static LintResult sound(LintResult result) {
    result
        .crashes()
        .forEach(
            crash -> {
              throw new AssertionError(result.document().source().name(), crash.cause());
            });
    return result;
  }

  static List<Diagnostic> lint(String text) {
    return lint(SourceText.of("job.yaml", text)).diagnostics();
  }

  /** {@code error missing-key 'model_definition': the message}. */
  public static String line(SourceText source, Diagnostic finding) {
    String place = finding.span().map(span -> "'" + source.slice(span) + "'").orElse("model");
    return String.join(
        " ",
        finding.severity().label(),
        finding.rule().value(),
        place + ":",
        finding.fullMessage());
  }
}
