package dev.wmllint.lsp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wmllint.engine.Linter;
import dev.wmllint.lsp.document.Configurations;
import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.lsp.document.ModelCache;
import dev.wmllint.lsp.document.OpenDocument;
import dev.wmllint.lsp.document.PositionEncoding;
import dev.wmllint.lsp.document.Settings;
import dev.wmllint.lsp.document.SnapshotFactory;
import dev.wmllint.lsp.feature.ClientAbilities;
import dev.wmllint.lsp.feature.DiagnosticConverter;
import dev.wmllint.text.LineIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Twenty people type for a while, in all alphabets; nobody is ever told what is not true. */
class RandomEditsTest {
  private static final int DOCUMENTS = 20;
  private static final int EDITS = 10_000;
  private static final List<String> PIECES =
      List.of("x", "é", "漢", "😀", "\n", "\r\n", "\t", "  ", ": ", "# ", "- ", "\"", "{", "tiny");

  private final Random random = new Random(20171116);

  /** A document as the client has it, with all that it ever was. */
  private static final class Mine {
    final String uri;
    final List<String> versions = new ArrayList<>();

    Mine(int number) {
      this.uri = "file:///nowhere/job" + number + ".yaml";
      versions.add(Manifests.RIGHT.replace("mnist\n", "mnist é 漢 😀 " + number + "\n"));
    }

    String text() {
      return versions.get(versions.size() - 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void findingsBelongToTheVersionTheyNameAndTheTextIsTheClients(PositionEncoding encoding) {
    try (TestClient client = new TestClient()) {
      ClientCapabilities capabilities = Capabilities.plain();
      GeneralClientCapabilities general = new GeneralClientCapabilities();
      general.setPositionEncodings(List.of(encoding.label()));
      capabilities.setGeneral(general);
      client.initialize(capabilities);
      Map<String, Mine> mine = new HashMap<>();
      for (int i = 0; i < DOCUMENTS; i++) {
        Mine document = new Mine(i);
        mine.put(document.uri, document);
        client.open(document.uri, "wml-manifest", document.text());
      }
      List<Mine> all = List.copyOf(mine.values());
      for (int i = 0; i < EDITS; i++) {
        edit(client, all.get(random.nextInt(DOCUMENTS)), encoding);
      }
      readUntilUpToDate(client, mine, encoding);
    }
  }

  private void edit(TestClient client, Mine document, PositionEncoding encoding) {
    List<TextDocumentContentChangeEvent> changes = new ArrayList<>();
    String text = document.text();
    for (int i = random.nextInt(3); i >= 0; i--) {
      int start = boundary(text, random.nextInt(text.length() + 1));
      int end = boundary(text, Math.min(text.length(), start + random.nextInt(4)));
      String inserted = random.nextInt(3) == 0 ? "" : PIECES.get(random.nextInt(PIECES.size()));
      Range range = new Range(position(text, start, encoding), position(text, end, encoding));
      changes.add(new TextDocumentContentChangeEvent(range, inserted));
      text = text.substring(0, start) + inserted + text.substring(end);
    }
    document.versions.add(text);
    client.change(
        document.uri,
        document.versions.size(),
        changes.toArray(TextDocumentContentChangeEvent[]::new));
  }

  /** No client parts a character or a line end. */
  private static int boundary(String text, int at) {
    boolean parts =
        at > 0
            && at < text.length()
            && (Character.isLowSurrogate(text.charAt(at))
                || (text.charAt(at - 1) == '\r' && text.charAt(at) == '\n'));
    return parts ? at - 1 : at;
  }

  /** As a client counts, which shares no code with the server. */
  private static Position position(String text, int offset, PositionEncoding encoding) {
    LineIndex lines = new LineIndex(text);
    int line = lines.lineOf(offset);
    String before = text.substring(lines.startOf(line), offset);
    return new Position(
        line,
        encoding == PositionEncoding.UTF_8
            ? before.getBytes(java.nio.charset.StandardCharsets.UTF_8).length
            : before.length());
  }

  private static void readUntilUpToDate(
      TestClient client, Map<String, Mine> mine, PositionEncoding encoding) {
    Map<String, Integer> heard = new HashMap<>();
    while (!heard.entrySet().stream()
            .allMatch(last -> last.getValue() == mine.get(last.getKey()).versions.size())
        || heard.size() < mine.size()) {
      PublishDiagnosticsParams published = client.hear(PublishDiagnosticsParams.class);
      Mine document = mine.get(published.getUri());
      int version = published.getVersion();
      assertEquals(
          expected(document, version, encoding),
          published.getDiagnostics().stream().map(RandomEditsTest::line).toList(),
          () -> document.uri + " version " + version);
      heard.merge(document.uri, version, Math::max);
    }
  }

  private static List<String> expected(Mine document, int version, PositionEncoding encoding) {
    SnapshotFactory snapshots =
        new SnapshotFactory(
            encoding,
            new Configurations(problem -> {}),
            Linter::new,
            new ModelCache(),
            Settings.DEFAULT,
            Map.of());
    String text = document.versions.get(version - 1);
    DocumentSnapshot snapshot =
        snapshots.of(
            new OpenDocument(document.uri, "wml-manifest", Optional.of(version), text, encoding));
    return new DiagnosticConverter(ClientAbilities.of(null))
        .convert(snapshot, snapshot.check()).stream().map(one -> line(one.shown())).toList();
  }

  private static String line(Diagnostic diagnostic) {
    return diagnostic.getRange() + diagnostic.getCode().getLeft() + diagnostic.getMessage();
  }
}
