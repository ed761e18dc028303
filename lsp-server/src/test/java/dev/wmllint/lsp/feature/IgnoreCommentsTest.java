package dev.wmllint.lsp.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.engine.Linter;
import dev.wmllint.fix.Fix;
import dev.wmllint.fix.FixApplier;
import dev.wmllint.lsp.document.Configurations;
import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.lsp.document.ModelCache;
import dev.wmllint.lsp.document.OpenDocument;
import dev.wmllint.lsp.document.PositionEncoding;
import dev.wmllint.lsp.document.Settings;
import dev.wmllint.lsp.document.SnapshotFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each comment that is offered works, in all texts that the linter is tested with. */
class IgnoreCommentsTest {
  private static final Path TESTDATA = Path.of("../linter/src/test/resources/testdata");
  private static final int MAX_LENGTH = 8_000;

  private final SnapshotFactory snapshots =
      new SnapshotFactory(
          PositionEncoding.UTF_16,
          new Configurations(problem -> {}),
          Linter::new,
          new ModelCache(),
          Settings.DEFAULT,
          Map.of());

  private DocumentSnapshot snapshot(String name, String text) {
    return snapshots.of(
        new OpenDocument(
            "file:///nowhere/" + name,
            OpenDocument.MANIFEST_LANGUAGE,
            Optional.of(1),
            text,
            PositionEncoding.UTF_16));
  }

  private static List<Path> fixtures() throws IOException {
    try (Stream<Path> files = Files.walk(TESTDATA)) {
      return files.filter(file -> file.toString().matches(".*\\.ya?ml")).sorted().toList();
    }
  }

  @Test
  void eachHidesItsFinding() throws IOException {
    List<String> useless = new ArrayList<>();
    int tried = 0;
    for (Path file : fixtures()) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      DocumentSnapshot before = snapshot(file.getFileName().toString(), text);
      if (text.length() > MAX_LENGTH || !before.tree().problems().isEmpty()) {
        continue;
      }
      IgnoreComments comments = new IgnoreComments(before);
      for (Diagnostic finding : before.check().diagnostics()) {
        Optional<Fix> comment = comments.here(finding);
        if (comment.isPresent()) {
          tried++;
          String after = FixApplier.apply(before.tree().text(), List.of(comment.get()));
          DocumentSnapshot commented = snapshot(file.getFileName().toString(), after);
          if (count(commented, finding) >= count(before, finding)) {
            useless.add(file + " " + finding.rule() + " " + finding.span());
          }
        }
      }
    }
    assertTrue(tried > 300, "tried " + tried);
    assertEquals(List.of(), useless);
  }

  private static long count(DocumentSnapshot snapshot, Diagnostic like) {
    return snapshot.check().diagnostics().stream()
        .filter(one -> one.rule().equals(like.rule()))
        .count();
  }
}
