package dev.wmllint.lsp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.Linter;
import dev.wmllint.fix.Fix;
import dev.wmllint.fix.FixApplier;
import dev.wmllint.fix.Safety;
import dev.wmllint.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The editor and {@code --fix} come to the same text, on every fixture with a fix. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FixParityTest {
  private static final Linter LINTER = new Linter(LintConfig.DEFAULT);
  private static final Path FIXTURES = Path.of("../linter/src/test/resources/testdata/fix");
  private static final Range EVERYWHERE =
      new Range(new Position(0, 0), new Position(Integer.MAX_VALUE, 0));

  private final TestClient client = new TestClient();

  @BeforeAll
  void start() {
    client.initialize(Capabilities.rich());
  }

  @AfterAll
  void stop() {
    client.close();
  }

  static Stream<Path> fixtures() throws IOException {
    try (Stream<Path> files = Files.walk(FIXTURES)) {
      return files
          .filter(
              file ->
                  Files.isRegularFile(file)
                      && !file.toString().matches(".*\\.(safe|unsafe)\\.[a-z]+"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A byte order mark is text to some clients. */
  private Editor open(Path file) {
    String uri = "file:///nowhere/" + file.getFileName();
    Editor editor = new Editor(client, uri, "wml-manifest", read(file));
    client.hear(PublishDiagnosticsParams.class);
    return editor;
  }

  private void close(Editor editor) {
    client.closeDocument(editor.uri());
    client.hear(PublishDiagnosticsParams.class);
  }

  @Test
  void thereAreFixtures() throws IOException {
    assertTrue(fixtures().count() > 30);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void fixAllIsTheCommandLinesFix(Path file) {
    Editor editor = open(file);
    List<CodeAction> actions = editor.actions(EVERYWHERE, "source.fixAll.wml");
    String fixed = actions.isEmpty() ? read(file) : editor.after(actions.get(0).getEdit());
    SourceText source = SourceText.of("job.yaml", read(file));
    SourceText expected = LINTER.fix(LintRequest.of(source), Safety.SAFE).source();
    assertEquals(new String(expected.encode(), StandardCharsets.UTF_8), fixed);
    close(editor);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void eachQuickFixIsTheLintersFix(Path file) {
    Editor editor = open(file);
    SourceText source = SourceText.of("job.yaml", read(file));
    String mark = read(file).substring(0, read(file).length() - source.text().length());
    List<String> expected = new ArrayList<>();
    for (Diagnostic finding : LINTER.lint(LintRequest.of(source)).diagnostics()) {
      for (Fix fix : finding.fixes()) {
        expected.add(mark + FixApplier.apply(source.text(), List.of(fix)));
      }
    }
    List<String> offered = new ArrayList<>();
    for (CodeAction action : editor.actions(EVERYWHERE, "quickfix")) {
      String title = action.getTitle();
      String after = editor.after(action.getEdit());
      boolean ours = title.startsWith("ignore ") || title.equals("fix all safe problems");
      // The other values that are allowed are choices for people.
      if (!ours && !(title.startsWith("use ") && !expected.contains(after))) {
        offered.add(after);
      }
    }
    assertEquals(expected.stream().sorted().toList(), offered.stream().sorted().toList());
    close(editor);
  }
}
