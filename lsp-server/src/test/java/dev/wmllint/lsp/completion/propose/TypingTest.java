package dev.wmllint.lsp.completion.propose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.engine.LintConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A person who types on and never looks at a proposal gets what was typed. Editors accept the
 * proposal in focus on Enter, so at each end of a line none may be on screen.
 */
class TypingTest {
  private static final Path LINTER = Path.of("../linter/src/test/resources/testdata/ok");
  private static final Path EXAMPLES = Path.of("../examples");
  private static final CompletionEngine ENGINE = new CompletionEngine(LintConfig.DEFAULT);
  private static final int LONGEST = 3_000;

  @TestFactory
  Stream<DynamicTest> everyManifestComesOutAsTyped() {
    return Stream.of(LINTER, EXAMPLES, Fixture.TESTDATA.resolve("valid"))
        .flatMap(folder -> Fixture.files(folder, ".yaml", ".yml", ".json").stream())
        .filter(file -> file.toFile().length() <= LONGEST)
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.toString(),
                    () -> {
                      String text = Fixture.read(file).replace("\r", "");
                      List<String> files = List.of("train.py", "convolutional_network.py", "data/");
                      assertEquals(
                          List.of(), new Typist(file.getFileName().toString(), files).type(text));
                    }));
  }

  @Test
  void whatPopsUpIsSeen() {
    Typist typist = new Typist("job.yaml", List.of());
    assertEquals(
        List.of("    resource: sm"),
        typist.type("model_definition:\n  execution:\n    resource: sm\n    command: x\n"));
  }

  @Test
  void noBlockPopsUpByItself() {
    for (String line : List.of("model_definition:", "model_definition: ", "author:", "- ")) {
      assertEquals(List.of(), new Typist("job.yaml", List.of()).type(line + "\n"), line);
    }
    Editor asked = Editor.of("job.yaml", "model_definition: \u2759");
    assertTrue(asked.shown().stream().anyMatch(one -> one.face().kind() == ProposalKind.SNIPPET));
  }

  /** An editor as eager as they come: it asks at each word and at each character that asks. */
  private static final class Typist {
    private final String name;
    private final List<String> files;
    private List<Proposal> shown = List.of();

    Typist(String name, List<String> files) {
      this.name = name;
      this.files = files;
    }

    /** Types a text; returns the lines at whose end something was on screen. */
    List<String> type(String text) {
      List<String> taken = new ArrayList<>();
      Editor editor = new Editor(name, "", 0);
      for (int i = 0; i < text.length(); i++) {
        char typed = text.charAt(i);
        if (typed == '\n' && !shown.isEmpty()) {
          taken.add(editor.text().substring(editor.text().lastIndexOf('\n') + 1));
        }
        editor = editor.type(String.valueOf(typed));
        look(editor, typed);
      }
      return taken;
    }

    private void look(Editor editor, char typed) {
      shown = shown.stream().filter(one -> isLike(editor, one)).toList();
      boolean word = Character.isLetterOrDigit(typed) || typed == '_';
      boolean asks = CompletionEngine.TRIGGERS.contains(String.valueOf(typed));
      if (typed == '\n') {
        shown = List.of();
      } else if (asks || (word && shown.isEmpty())) {
        CompletionRequest request =
            new CompletionRequest(
                editor.source(),
                editor.cursor(),
                !asks,
                CompletionRequest.Client.FULL,
                () -> files,
                List::of,
                List::of);
        shown = ENGINE.complete(request).stream().filter(one -> isLike(editor, one)).toList();
      }
    }

    /** Whether the letters that are typed are in the proposal, in their order. */
    private static boolean isLike(Editor editor, Proposal proposal) {
      int start = proposal.insertion().replace().start();
      if (start > editor.cursor()) {
        return false;
      }
      String text = proposal.face().filterText().toLowerCase(Locale.ROOT);
      int at = 0;
      String typed = editor.text().substring(start, editor.cursor()).toLowerCase(Locale.ROOT);
      for (int i = 0; i < typed.length(); i++) {
        at = text.indexOf(typed.charAt(i), at) + 1;
        if (at == 0) {
          return false;
        }
      }
      return true;
    }
  }
}
