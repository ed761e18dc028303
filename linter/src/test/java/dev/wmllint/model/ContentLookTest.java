package dev.wmllint.model;

import static dev.wmllint.model.Models.assertFaults;
import static dev.wmllint.model.Models.assertSilent;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Web pages in place of programs, and the manifest among the files it is about. */
class ContentLookTest {
  @TempDir Path folder;

  private ModelDefinition zipOf(String name, String content) {
    return Models.open(folder, new ZipBytes().add("a.py", "pass").add(name, content));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html>\n<html>",
        "<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">",
        "\n\n\n\n\n<!DOCTYPE html>",
        "\uFEFF<html lang=\"en\">",
        "<!-- saved from url -->\n <!-- twice --> <HTML>",
      })
  void webPages(String content) {
    String message = " is an HTML page, not a program";
    assertFaults(zipOf("x/train.py", content), "model-program-is-html: x/train.py" + message);
    assertFaults(zipOf("main.lua", content), "model-program-is-html: main.lua" + message);
    assertSilent(zipOf("x/page.html", content));
    assertSilent(zipOf("train.sh", content));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<",
        "<html5lib",
        "print('<html>')",
        "# <!DOCTYPE html>",
        "'''<html>'''",
        "<!-- never closed",
        "-- lua\n<html>",
      })
  void programs(String content) {
    assertSilent(zipOf("train.py", content));
  }

  @Test
  void manyWebPagesAreOneFault() {
    assertFaults(
        Models.open(
            folder, new ZipBytes().add("a.py", "<html>").add("b.py", "<html>").add("c.py", "x")),
        "model-program-is-html: a.py is an HTML page, not a program (and 1 more like it)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model_definition:\n  name: x\n",
        "# licence\r\n---\r\n\"model_definition\" : x\r\n",
        "name: x\ntraining_data_reference:\n- connection: {}\n",
        "{\"training_data_reference\": []}",
        " {\n \"a\": {\"}\": \"\\\"\"}, \"model_definition\": {}}",
      })
  void manifests(String content) {
    assertFaults(zipOf("job.yaml", content), "model-junk: job.yaml is a training manifest");
    assertFaults(zipOf("job.json", content), "model-junk: job.json is a training manifest");
    assertSilent(zipOf("jobs/job.yaml", content));
    assertSilent(zipOf("job.txt", content));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"",
        "model_definition_path: x\n",
        "# model_definition:\n",
        "- model_definition: in a list\n",
        "{\"x\": {\"model_definition\": 1}}",
        "{\"x\": \"{\\\"model_definition\\\": 1}\"}",
      })
  void notManifests(String content) {
    assertSilent(zipOf("params.yaml", content));
  }
}
