package dev.wmllint.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.YamlLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One answer to "is this a manifest?", for a file that is meant as one and for any other. */
final class DocumentKindTest {
  private static ManifestDocument document(String text) {
    return ManifestDocument.parse(SourceText.of("job.yaml", text), YamlLimits.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{model_definition: x}                       | MANIFEST            | MANIFEST",
        "{training_data_reference: []}               | MANIFEST            | MANIFEST",
        "{training_data: []}                         | MANIFEST            | OTHER",
        "{modle_definition: x}                       | MANIFEST            | OTHER",
        "{data_stores: []}                           | FFDL_MANIFEST       | FFDL_MANIFEST",
        "{gpus: 1, memory: 1Gb}                      | FFDL_MANIFEST       | OTHER",
        "{training_references: []}                   | EXPERIMENT          | EXPERIMENT",
        "{settings: x}                               | EXPERIMENT          | OTHER",
        "{framework: x}                              | TRAINING_DEFINITION | OTHER",
        "{framework: x, training_data_reference: []} | TRAINING_DEFINITION | TRAINING_DEFINITION",
        "{entity: {model_definition: x}, status: x}  | SERVICE_ANSWER      | SERVICE_ANSWER",
        "{entity: {x: x}, status: x}                 | SERVICE_ANSWER      | OTHER",
        "{x: 1}                                      | OTHER               | OTHER",
        "[1]                                         | OTHER               | OTHER",
      })
  void byKeys(String text, DocumentKind meant, DocumentKind inEditor) {
    assertEquals(meant, DocumentKind.of(document(text).root()));
    assertEquals(inEditor, DocumentKind.inEditor(document(text)));
  }

  @Test
  void byTextThatCannotBeRead() {
    String large = "x: " + "x".repeat(YamlLimits.DEFAULT.maxTextLength());
    assertTrue(DocumentKind.mayBecomeManifest(document("model_definition: {}\n" + large)));
    assertFalse(DocumentKind.mayBecomeManifest(document(large)));
    assertFalse(DocumentKind.mayBecomeManifest(document("model_definition: {}\n")));
    assertEquals(
        DocumentKind.MANIFEST, DocumentKind.inEditor(document("model_definition: {}\n" + large)));
    assertEquals(
        DocumentKind.OTHER, DocumentKind.inEditor(document("x: [model_definition]\n" + large)));
  }

  @ParameterizedTest
  @CsvSource({"job.yaml, true", "JOB.YML, true", "a.json, true", "a.yaml.txt, false", "x, false"})
  void byName(String file, boolean manifest) {
    assertEquals(manifest, DocumentKind.isManifestName(file));
  }
}
