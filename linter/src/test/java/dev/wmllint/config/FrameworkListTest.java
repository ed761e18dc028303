package dev.wmllint.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wmllint.schema.ManifestSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrameworkListTest {
  /** As the documentation of 2017-11-16 prints it: the last two rows are one column off. */
  private static final String PRINTED =
      """
      $ bx ml list frameworks
      Fetching the list of frameworks ...
      SI No   Name           Version
      1       scikit-learn   0.17
      2       tensorflow     1.2-py2
      3       tensorflow     1.2-py3
      4       tensorflow     1.3-py2
      5       tensorflow     1.3-py3
      6       caffe          1.0-py2
      7       torch          luajit
      8       torch          lua52
      9       mxnet          0.10
      10       theano         0.10
      11       caffe2         0.8

      OK
      List frameworks successful
      $
      """;

  private static Optional<Frameworks> read(String text, Charset charset) throws IOException {
    return FrameworkList.read(new ByteArrayInputStream(text.getBytes(charset)), Path.of("stdin"));
  }

  private static Map<String, List<String>> parse(String text) throws IOException {
    return read(text, StandardCharsets.UTF_8).orElseThrow().table();
  }

  @Test
  void thePrintedListIsTheBuiltInTable() throws Exception {
    assertEquals(ManifestSchema.builtIn().frameworks(), parse(PRINTED));
  }

  @Test
  void eachFrameworkKnowsItsLine() throws Exception {
    Frameworks frameworks = read(PRINTED, StandardCharsets.UTF_8).orElseThrow();
    assertEquals("stdin:4", frameworks.origin().label());
    assertEquals("stdin:5", frameworks.versions().get("tensorflow").origin().label());
    assertEquals("stdin:14", frameworks.versions().get("caffe2").origin().label());
  }

  @Test
  void howItWasSavedDoesNotMatter() throws Exception {
    Map<String, List<String>> table = parse(PRINTED);
    String windows = PRINTED.replace("\n", "\r\n");
    assertEquals(table, parse(windows));
    assertEquals(table, read("\uFEFF" + windows, StandardCharsets.UTF_16LE).orElseThrow().table());
    assertEquals(table, read("\uFEFF" + PRINTED, StandardCharsets.UTF_8).orElseThrow().table());
    String coloured =
        PRINTED
            .replace("tensorflow", "\u001B[1;36mtensorflow\u001B[0m")
            .replace("OK", "\u001B[32mOK");
    assertEquals(table, parse(coloured));
    assertEquals(table, parse(PRINTED.replace("   ", "\u00A0\u00A0\u00A0")));
    assertEquals(table, parse(PRINTED + PRINTED));
  }

  @Test
  void otherListsHoldNoRow() throws Exception {
    String runs =
        """
        Fetching the list of trained models ...
        SI No   Name       guid                 status    submitted-at
        1       tf-mnist   training-DOl4q2LkR   pending   2017-10-26T11:16:51Z

        1 records found.
        OK
        List all trained-models successful
        """;
    assertEquals(Optional.empty(), read(runs, StandardCharsets.UTF_8));
    assertEquals(
        Optional.empty(), read("FAILED\nUnexpected error occured\n", StandardCharsets.UTF_8));
    assertEquals(Optional.empty(), read("", StandardCharsets.UTF_8));
  }
}
