package dev.wmllint.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What executing a document notices. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the documents show a POSIX shell")
final class DocumentRunTest {
  @TempDir Path folder;
  private DocumentShell shell;

  @BeforeEach
  void prepare() throws IOException {
    shell = new DocumentShell(folder.toRealPath());
  }

  private void assertRight(String document) throws IOException {
    DocumentRun.Outcome run = DocumentRun.of(document, shell);
    assertEquals(List.of(), run.mistakes());
    assertEquals(document, run.document());
  }

  private List<String> mistakes(String document) throws IOException {
    return DocumentRun.of(document, shell).mistakes();
  }

  @Test
  void filesAndResultsAreThereForWhatComesBelow() throws IOException {
    assertRight(
        """
        <!-- file: notes/a.txt -->
        ```text
        first
        second
        ```

        ```console
        $ cat notes/a.txt | head -n 1
        first
        $ cp notes/a.txt b.txt && \\
          echo copied
        copied
        $ ls b.txt missing.txt 2>/dev/null
        b.txt
        $ cat missing.txt || echo "$?"
        cat: missing.txt: No such file or directory
        1
        ```

        <!-- setup: cp b.txt c.txt -->
        <!-- run: cat c.txt -->
        ```text
        first
        second
        ```
        """);
  }

  @Test
  void theStatusOfTheCommandBeforeIsKept() throws IOException {
    assertRight(
        """
        ```console
        $ ./wml-lint explain
        wml-lint: no rule given; 'wml-lint rules' lists them
        $ echo $?
        2
        ```
        """);
  }

  @Test
  void outputThatIsNotPrintedIsReplaced() throws IOException {
    DocumentRun.Outcome run =
        DocumentRun.of(
            """
            ```console
            $ echo a
            b
            $ echo c
            ```
            Text.
            """,
            shell);
    assertEquals(
        """
        ```console
        $ echo a
        a
        $ echo c
        c
        ```
        Text.
        """,
        run.document());
  }

  @Test
  void jsonMayBeSetAsItReadsBest() throws IOException {
    shell.run("echo '{\"a\":[1,\"b c\"]}' > a.json");
    assertRight("<!-- run: cat a.json -->\n```json\n{ \"a\": [ 1, \"b c\" ] }\n```\n");
  }

  @Test
  void aMistakeOnADocumentedCommandLineIsNoticed() throws IOException {
    String error = "ends with 2: wml-lint: unknown option '--fromat'; did you mean '--format'?\n";
    assertEquals(
        List.of("wml-lint rules --fromat json " + error),
        mistakes("```sh\nwml-lint rules --fromat json # a comment\n```\n"));
    assertEquals(
        List.of("wml-lint rules --fromat json " + error),
        mistakes("```yaml\nscript:\n  - wml-lint rules --fromat json\n```\n"));
    assertEquals(
        List.of("wml-lint rules --fromat json " + error),
        mistakes("```groovy\nsh 'wml-lint rules --fromat json'\n```\n"));
  }

  @Test
  void whatNobodyRunsIsNoticed() throws IOException {
    assertEquals(List.of("nobody runs: mvn verify"), mistakes("```console\n$ mvn verify\n```\n"));
    assertEquals(
        List.of("neither run nor for the reader's machine: frobnicate"),
        mistakes("```sh\nfrobnicate\n```\n"));
    assertEquals(List.of(), mistakes("```sh\nmvn verify\n```\n"));
    assertEquals(
        List.of(), mistakes("<!-- not run: an example -->\n```console\n$ mvn verify\n```\n"));
  }
}
