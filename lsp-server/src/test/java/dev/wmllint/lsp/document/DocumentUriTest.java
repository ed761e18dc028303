package dev.wmllint.lsp.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentUriTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "file:///jobs/job.yaml; /jobs/job.yaml",
        "FILE:///jobs/job.yaml; /jobs/job.yaml",
        "file:/jobs/job.yaml; /jobs/job.yaml",
        "file://localhost/jobs/job.yaml; /jobs/job.yaml",
        "file:///c%3A/jobs/job.yaml; /c:/jobs/job.yaml",
        "file:///c:/jobs/job.yaml; /c:/jobs/job.yaml",
        "file:///my jobs/job.yaml; /my jobs/job.yaml",
        "file:///my%20jobs/job [1].yaml; /my jobs/job [1].yaml",
        "file:///a|b/c^d/{e}/`f`/\"g\"/<h>/i\\j; /a|b/c^d/{e}/`f`/\"g\"/<h>/i\\j",
        "file:///größe/漢/😀.yaml; /größe/漢/😀.yaml",
        "file:///gr%C3%B6%C3%9Fe/job.yaml; /größe/job.yaml",
        "file:///100%/job.yaml; /100%/job.yaml",
        "file:///100%25/job.yaml; /100%/job.yaml",
        "file:///job #1?.yaml; /job #1?.yaml",
        "file:///job%20%231.yaml; /job #1.yaml",
      })
  void theFileIsFound(String uri, String path) {
    assertEquals(Optional.of(Path.of(path)), DocumentUri.path(uri));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ":",
        "%",
        "untitled:Untitled-1",
        "https://example.com/job.yaml",
        "file:",
        "file:job.yaml",
        "file:///\u0000",
        "file:///a%00b",
        "file://\uD800",
        "vscode-notebook-cell:/job.ipynb#X1",
        "wml-lint:/rules/unknown-key.md",
      })
  void whatIsNoFileIsNone(String uri) {
    assertEquals(Optional.empty(), DocumentUri.path(uri));
  }

  @Test
  void noAddressIsNoFile() {
    assertEquals(Optional.empty(), DocumentUri.path(null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///my jobs/job.yaml",
        "file:///my%20jobs/job.yaml",
        "file:///my%20jobs/%6Aob.yaml",
        "file:///my%20jobs/./old/../job.yaml",
        "file:/my%20jobs//job.yaml",
      })
  void oneFileHasOneIdentity(String uri) {
    assertEquals(Optional.of(Path.of("/my jobs/job.yaml")), DocumentUri.identity(uri));
  }

  @Test
  void anAddressLeadsBack() {
    Path path = Path.of("/my jobs/[a] 100% #1?/größe^|.yaml");
    assertEquals(Optional.of(path), DocumentUri.path(DocumentUri.of(path)));
  }
}
