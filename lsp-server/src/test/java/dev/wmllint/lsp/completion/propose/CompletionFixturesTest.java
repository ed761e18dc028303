package dev.wmllint.lsp.completion.propose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.Linter;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelEntry;
import dev.wmllint.model.ModelLimits;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Texts with a cursor: what is proposed there, and what the text becomes when it is accepted. */
class CompletionFixturesTest {
  private static final Linter LINTER = new Linter(LintConfig.DEFAULT);
  private static final ModelDefinition MODEL =
      ModelDefinition.open(Fixture.TESTDATA.resolve("model"), ModelLimits.DEFAULT);
  private static final String ACCEPT = "accept ";
  private static final String ACCEPT_AS_TEXT = "accept as text ";

  @TestFactory
  Stream<DynamicTest> fixtures() {
    return Fixture.all().stream()
        .flatMap(
            fixture ->
                Stream.of("\n", "\r\n")
                    .map(
                        end ->
                            DynamicTest.dynamicTest(
                                fixture.file()
                                    + ": "
                                    + fixture.name()
                                    + (end.equals("\n") ? "" : " (CRLF)"),
                                () -> check(fixture, end))));
  }

  private static void check(Fixture fixture, String lineEnd) {
    assertFalse(fixture.parts().isEmpty(), "nothing is expected");
    assertTrue(fixture.text().indexOf(Editor.CURSOR) >= 0, "no cursor");
    Editor editor = fixture.editor(lineEnd);
    for (Fixture.Part part : fixture.parts()) {
      String heading = part.heading();
      if (heading.equals("labels")) {
        assertEquals(
            part.lines(), labels(editor.shown(request(editor, CompletionRequest.Client.FULL))));
      } else if (heading.equals("first")) {
        List<String> labels = labels(editor.shown(request(editor, CompletionRequest.Client.FULL)));
        assertEquals(part.lines(), labels.subList(0, Math.min(part.lines().size(), labels.size())));
      } else if (heading.startsWith(ACCEPT_AS_TEXT)) {
        String label = heading.substring(ACCEPT_AS_TEXT.length());
        accept(editor, label, false, part.text().replace("\n", lineEnd));
      } else if (heading.startsWith(ACCEPT)) {
        accept(
            editor, heading.substring(ACCEPT.length()), true, part.text().replace("\n", lineEnd));
      } else {
        fail("unknown part: " + heading);
      }
    }
  }

  /** The text is the same whether the editor indents further lines by itself or not. */
  private static void accept(Editor editor, String label, boolean snippets, String expected) {
    for (boolean indents : new boolean[] {true, false}) {
      CompletionRequest.Client client = new CompletionRequest.Client(snippets, indents, indents);
      List<Proposal> shown = editor.shown(request(editor, client));
      Proposal proposal =
          shown.stream()
              .filter(candidate -> candidate.label().equals(label))
              .findFirst()
              .orElseGet(() -> fail("not proposed: " + label + " in " + labels(shown)));
      assertFalse(proposal.insertion().snippet() && !snippets, "a snippet for an editor without");
      assertEquals(
          expected.stripTrailing(),
          editor.accept(proposal, client).stripTrailing(),
          client.toString());
    }
  }

  /** With files of a model definition, files beside it, and what the linter says. */
  private static CompletionRequest request(Editor editor, CompletionRequest.Client client) {
    return new CompletionRequest(
        editor.source(),
        editor.cursor(),
        true,
        client,
        () -> MODEL.entries().stream().map(ModelEntry::name).toList(),
        () -> LINTER.lint(LintRequest.of(editor.source())).diagnostics(),
        () -> List.of("tf-model.zip", "build/model.zip", "program/"));
  }

  private static List<String> labels(List<Proposal> proposals) {
    return proposals.stream().map(Proposal::label).toList();
  }
}
