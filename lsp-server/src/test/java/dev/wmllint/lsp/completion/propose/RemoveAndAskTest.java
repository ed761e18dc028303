package dev.wmllint.lsp.completion.propose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.Linter;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.SequenceNode;
import dev.wmllint.yaml.YamlLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Takes each key out of a valid manifest, with all that is under it, and asks there: the key is
 * among the first three proposals, and accepting it makes nothing worse.
 */
class RemoveAndAskTest {
  private static final Linter LINTER = new Linter(LintConfig.DEFAULT);
  private static final Set<String> TO_FILL_IN = Set.of("placeholder-value", "empty-value");

  @TestFactory
  Stream<DynamicTest> everyKey() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : Fixture.files(Fixture.TESTDATA.resolve("valid"), ".yaml", ".json")) {
      String text = Fixture.read(file);
      for (String lineEnd : List.of("\n", "\r\n")) {
        Manifest manifest =
            new Manifest(file.getFileName().toString(), text.replace("\n", lineEnd));
        String form = lineEnd.equals("\n") ? "" : " (CRLF)";
        for (Removed removed : manifest.removals()) {
          tests.add(
              DynamicTest.dynamicTest(
                  manifest.name + ": " + removed.path() + form, () -> check(removed)));
        }
      }
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> everyKeyTypedInAnotherColumn() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : Fixture.files(Fixture.TESTDATA.resolve("valid"), ".yaml")) {
      Manifest manifest = new Manifest(file.getFileName().toString(), Fixture.read(file));
      for (Removed removed : manifest.removals()) {
        if (!removed.flow() && removed.lineBeforeCursor().isBlank()) {
          tests.add(
              DynamicTest.dynamicTest(
                  manifest.name + ": " + removed.path(), () -> checkColumns(removed)));
        }
      }
    }
    return tests.stream();
  }

  /** The indentation is made right, wherever the key was typed. */
  private static void checkColumns(Removed removed) {
    long before = findings(removed.editor());
    Set<String> accepted = new HashSet<>();
    for (String indent : List.of("", " ", "   ", removed.lineBeforeCursor() + "   ", "\t")) {
      Editor editor = removed.inColumn(indent).type(removed.key().substring(0, 2));
      Proposal proposal =
          editor.shown().stream()
              .filter(
                  p ->
                      p.face().kind() == ProposalKind.KEY
                          && p.face().filterText().equals(removed.key()))
              .filter(p -> p.face().description().contains(removed.parent()))
              .findFirst()
              .orElseThrow(() -> new AssertionError("not proposed in\n" + marked(editor)));
      accepted.add(editor.accept(proposal, CompletionRequest.Client.FULL));
    }
    assertEquals(1, accepted.size(), () -> "not the same from everywhere: " + accepted);
    long after = findings(new Editor("job.yaml", accepted.iterator().next(), 0));
    assertTrue(after <= before, () -> "worse: " + accepted);
  }

  private static void check(Removed removed) {
    String name = removed.key();
    Map<String, Long> findings = new HashMap<>();
    for (boolean snippets : new boolean[] {true, false}) {
      for (boolean indents : new boolean[] {true, false}) {
        CompletionRequest.Client client = new CompletionRequest.Client(snippets, indents, indents);
        check(removed, removed.editor(), client, findings);
        check(removed, removed.editor().type(name.substring(0, 2)), client, findings);
        if (removed.editor().name().endsWith(".json")) {
          check(removed, removed.editor().type("\"" + name.substring(0, 2)), client, findings);
        }
      }
    }
  }

  private static void check(
      Removed removed, Editor editor, CompletionRequest.Client client, Map<String, Long> findings) {
    List<Proposal> shown = editor.shown(editor.request(client));
    List<Proposal> first = shown.subList(0, Math.min(3, shown.size()));
    String name = removed.key();
    List<Proposal> found =
        first.stream()
            .filter(p -> p.face().kind() == ProposalKind.KEY && p.face().filterText().equals(name))
            .toList();
    String where = marked(editor) + "\nproposed: " + first.stream().map(Proposal::label).toList();
    assertTrue(!found.isEmpty(), name + " is not among the first three of\n" + where);
    // Of several forms of one key, such as the types of store, the first is what fits.
    String accepted = editor.accept(found.get(0), client);
    long before =
        findings.computeIfAbsent(removed.editor().text(), t -> findings(removed.editor()));
    long after =
        findings.computeIfAbsent(accepted, text -> findings(new Editor(editor.name(), text, 0)));
    assertTrue(after <= before, () -> before + " findings became " + after + " in\n" + accepted);
  }

  private static String marked(Editor editor) {
    return editor.text().substring(0, editor.cursor())
        + Editor.CURSOR
        + editor.text().substring(editor.cursor());
  }

  private static long findings(Editor editor) {
    return LINTER.lint(LintRequest.of(editor.source())).diagnostics().stream()
        .filter(finding -> !TO_FILL_IN.contains(finding.rule().value()))
        .count();
  }

  /** A manifest that lacks a key, with the cursor where that was. */
  private record Removed(String path, String key, boolean flow, Editor editor) {
    String lineBeforeCursor() {
      String before = editor.text().substring(0, editor.cursor());
      return before.substring(before.lastIndexOf('\n') + 1);
    }

    /** The path of the mapping, as far as it has no list in it. */
    String parent() {
      int end = path.length() - key.length() - 1;
      return end < 0 ? "" : path.substring(Math.max(0, path.indexOf(']')), end);
    }

    Editor inColumn(String indent) {
      int start = editor.cursor() - lineBeforeCursor().length();
      String text =
          editor.text().substring(0, start) + indent + editor.text().substring(editor.cursor());
      return new Editor(editor.name(), text, start + indent.length());
    }
  }

  private static final class Manifest {
    private final String name;
    private final String text;
    private final LineIndex lines;
    private final List<Removed> removals = new ArrayList<>();

    Manifest(String name, String text) {
      this.name = name;
      this.text = text;
      SourceText source = SourceText.of(name, text);
      this.lines = source.lines();
      walk(ManifestDocument.parse(source, YamlLimits.DEFAULT).root().orElseThrow(), "");
    }

    List<Removed> removals() {
      return removals;
    }

    private void walk(Node node, String path) {
      if (node instanceof MappingNode mapping) {
        for (Entry entry : mapping.entries()) {
          String inner = path.isEmpty() ? entry.name() : path + "." + entry.name();
          Editor editor = mapping.isFlow() ? removedFromFlow(entry) : removedFromBlock(entry);
          removals.add(new Removed(inner, entry.name(), mapping.isFlow(), editor));
          walk(entry.value(), inner);
        }
      } else if (node instanceof SequenceNode list) {
        list.items().forEach(item -> walk(item.value(), path + "[]"));
      }
    }

    private Editor removedFromBlock(Entry entry) {
      int start = entry.key().span().start();
      int last = Math.max(entry.key().span().end(), entry.value().span().end());
      return without(start, lines.endOf(lines.lineOf(last)));
    }

    private Editor removedFromFlow(Entry entry) {
      int start = entry.key().span().start();
      int end = entry.value().span().end();
      int comma = end;
      while (comma < text.length() && Character.isWhitespace(text.charAt(comma))) {
        comma++;
      }
      if (text.charAt(comma) == ',') {
        return without(start, comma + 1);
      }
      int before = start;
      while (before > 0 && Character.isWhitespace(text.charAt(before - 1))) {
        before--;
      }
      if (text.charAt(before - 1) != ',') {
        return without(start, end);
      }
      String shorter =
          text.substring(0, before - 1) + text.substring(before, start) + text.substring(end);
      return new Editor(name, shorter, start - 1);
    }

    private Editor without(int start, int end) {
      return new Editor(name, text.substring(0, start) + text.substring(end), start);
    }
  }
}
