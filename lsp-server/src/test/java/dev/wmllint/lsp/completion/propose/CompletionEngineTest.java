package dev.wmllint.lsp.completion.propose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.engine.LintConfig;
import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.yaml.YamlLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fixtures cannot show: descriptions, documentation, other schemas, other sizes. */
class CompletionEngineTest {
  private static final CompletionEngine ENGINE = new CompletionEngine(LintConfig.DEFAULT);

  private static List<Proposal> complete(CompletionEngine engine, String marked) {
    return engine.complete(Editor.of("job.yaml", marked).request());
  }

  private static List<String> labels(List<Proposal> proposals) {
    return proposals.stream().map(Proposal::label).toList();
  }

  @Test
  void sizesSayTheirGpus() {
    List<Proposal> sizes = complete(ENGINE, "model_definition:\n  execution:\n    resource: ❙");
    assertEquals(List.of("small", "medium", "large"), labels(sizes));
    assertEquals(
        List.of("1 GPU", "2 GPUs", "4 GPUs"),
        sizes.stream().map(proposal -> proposal.face().description()).toList());
    assertTrue(sizes.stream().allMatch(size -> size.face().kind() == ProposalKind.VALUE));
  }

  @Test
  void keysSayWhereTheyBelong() {
    List<Proposal> keys =
        complete(ENGINE, "model_definition:\n  name: x\n  execution:\n    resource: small\n    ❙");
    assertEquals("command", keys.get(0).label());
    assertEquals("required in model_definition.execution", keys.get(0).face().description());
    assertEquals("framework", keys.get(1).label());
    assertEquals("required in model_definition", keys.get(1).face().description());
    assertEquals("description", keys.get(2).label());
    assertEquals("in model_definition", keys.get(2).face().description());
  }

  @Test
  void aVersionThatIsTheOnlyOneIsChosen() {
    String text = "model_definition:\n  framework:\n    name: caffe\n    version: ❙";
    assertTrue(complete(ENGINE, text).get(0).preselect());
    assertFalse(complete(ENGINE, text.replace("caffe", "torch")).get(0).preselect());
  }

  @Test
  void versionsOfAllFrameworksSayWhichOnesHaveThem() {
    List<Proposal> versions = complete(ENGINE, "model_definition:\n  framework:\n    version: ❙");
    Proposal shared =
        versions.stream().filter(p -> p.label().equals("0.10")).findFirst().orElseThrow();
    assertEquals("mxnet, theano", shared.face().description());
  }

  @Test
  void aChoiceIsASnippetOfLsp() {
    List<Proposal> keys = complete(ENGINE, "model_definition:\n  execution:\n    res❙");
    assertEquals(
        "resource: ${1|small,medium,large|}", byLabel(keys, "resource").insertion().text());
    Proposal command = byLabel(keys, "command");
    assertTrue(command.insertion().snippet());
    assertEquals(
        "command: ${1:python3 train.py --data \\${DATA_DIR\\} --out \\${RESULT_DIR\\}}",
        command.insertion().text());
  }

  private static Proposal byLabel(List<Proposal> proposals, String label) {
    return proposals.stream().filter(p -> p.label().equals(label)).findFirst().orElseThrow();
  }

  @Test
  void whatTheSchemaOffersIsWhatIsProposed() {
    Map<String, List<String>> table = new LinkedHashMap<>();
    table.put("keras", List.of("2.1", "2.2-py3"));
    table.put("torch", List.of("lua53"));
    ManifestSchema schema = ManifestSchema.builtIn().withFrameworks(table);
    CompletionEngine engine =
        new CompletionEngine(new LintConfig(schema, Map.of(), YamlLimits.DEFAULT));
    List<Proposal> names = complete(engine, "model_definition:\n  framework:\n    name: ❙");
    assertEquals(List.of("keras", "torch"), labels(names));
    List<Proposal> versions =
        complete(engine, "model_definition:\n  framework:\n    name: keras\n    version: ❙");
    assertEquals(List.of("2.1", "2.2-py3"), labels(versions));
    assertEquals("\"2.1\"", versions.get(0).insertion().text());
    List<String> whole = labels(complete(engine, "❙")).subList(0, 4);
    assertEquals("Training manifest (keras, s3)", whole.get(0));
    assertEquals("Training manifest (torch, bluemix_objectstore)", whole.get(3));
    Proposal torch = byLabel(complete(engine, "❙"), "Training manifest (torch, s3)");
    assertTrue(torch.insertion().text().contains("version: lua53"), torch.insertion().text());
    Proposal model = byLabel(complete(engine, "❙"), "model_definition");
    assertTrue(
        model.insertion().text().contains("name: ${2|keras,torch|}"), model.insertion().text());
    assertTrue(
        model.insertion().text().contains("\"${3|2.1,2.2-py3|}\""), model.insertion().text());
  }

  @Test
  void aTwoYearOldPythonIsKeptInMind() {
    String text =
        """
        model_definition:
          framework:
            name: tensorflow
            version: 1.2-py2
          execution:
            comm❙
        """;
    Proposal command = complete(ENGINE, text).get(0);
    assertTrue(
        command.insertion().text().startsWith("command: ${1:python2 train.py"), command::toString);
  }

  @Test
  void everyTopicIsDocumentedAndSurvivesTheWayToTheEditor() {
    int documented = 0;
    for (Fixture fixture : Fixture.all()) {
      Editor editor = fixture.editor("\n");
      for (Proposal proposal : editor.shown()) {
        if (proposal.topic().isPresent()) {
          Topic topic = proposal.topic().get();
          assertEquals(Optional.of(topic), Topic.decode(topic.encode()));
          assertTrue(ENGINE.documentation(topic).isPresent(), topic::toString);
          documented++;
        }
      }
    }
    assertTrue(documented > 500, "only " + documented);
  }

  @Test
  void documentationIsTheSchemas() {
    DocPath resource = DocPath.of("model_definition", "execution", "resource");
    assertEquals(
        """
        The size of the machine: `small` (1 GPU), `medium` (2 GPUs) or `large` (4 GPUs).

        - `small`: 1 GPU
        - `medium`: 2 GPUs
        - `large`: 4 GPUs""",
        ENGINE.documentation(new Topic.Key(resource)).orElseThrow());
    assertTrue(
        ENGINE
            .documentation(new Topic.Value(resource, "large", "4 GPUs"))
            .orElseThrow()
            .startsWith("`large`: 4 GPUs\n\n"));
    assertEquals(
        "`${LOG_DIR}`\n\nThe folder for logs.",
        ENGINE.documentation(new Topic.Variable("LOG_DIR")).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "key", "value\ta", "rule\t", "key\t1/2/x/3", "nonsense\tx\ty\tz"})
  void aTopicFromNowhereIsNoError(String text) {
    Topic.decode(text).ifPresent(topic -> assertTrue(ENGINE.documentation(topic).isEmpty()));
  }

  @Test
  void ofManyFilesTheFirstAreProposed() {
    List<String> files = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      files.add("data" + i + ".txt");
    }
    files.add("zz.py");
    Editor editor =
        Editor.of(
            "job.yaml",
            "model_definition:\n  framework:\n    name: mxnet\n  execution:\n    command: python ❙");
    CompletionRequest request =
        new CompletionRequest(
            editor.source(),
            editor.cursor(),
            true,
            CompletionRequest.Client.FULL,
            () -> files,
            List::of,
            List::of);
    List<Proposal> proposed =
        ENGINE.complete(request).stream()
            .filter(proposal -> proposal.face().kind() == ProposalKind.FILE)
            .toList();
    assertEquals(ModelFiles.MAX, proposed.size());
    assertEquals("zz.py", proposed.get(0).label());
  }

  @Test
  void aTextOverTheLimitsGetsNothing() {
    YamlLimits small = new YamlLimits(30, 5, 10);
    CompletionEngine engine =
        new CompletionEngine(new LintConfig(ManifestSchema.builtIn(), Map.of(), small));
    assertFalse(complete(engine, "model_definition:\n  ❙").isEmpty());
    assertEquals(List.of(), complete(engine, "# " + "x".repeat(30) + "\n❙"));
    assertEquals(List.of(), complete(engine, "a: [[[[[[[[[❙"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "{",
        "]",
        "{a: ",
        "- ",
        "-\n",
        " ",
        "\n",
        "'",
        "\"",
        "\"a\": \"b\n",
        "a: 'b\n",
        "a: \"b\"\n  ",
        "x: |\n y\n",
        "# a\n",
        "a, ",
        "? ",
        ": ",
        "&a ",
        "\t",
        "\r",
        "a: {b: c\n",
        "a: b\n c\n",
        "$",
        "---\n",
        "\uD83D\uDE80"
      })
  void largeTextsTakeLittleTime(String part) {
    String text = part.repeat(50_000 / part.length());
    for (String around : List.of("❙", "model_definition:\n  execution:\n    command: ❙")) {
      Editor editor = Editor.of("job.yaml", around.replace("❙", text + "❙"));
      assertTimeout(Duration.ofSeconds(30), () -> ENGINE.complete(editor.request()));
      int middle = editor.text().length() / 2;
      CompletionRequest request = new Editor("job.yaml", editor.text(), middle).request();
      assertTimeout(Duration.ofSeconds(30), () -> ENGINE.complete(request));
    }
  }

  @Test
  void severalThreadsMayAsk() {
    Editor editor = Editor.of("job.yaml", "model_definition:\n  framework:\n    ❙");
    List<Proposal> alone = ENGINE.complete(editor.request());
    assertTrue(
        IntStream.range(0, 64)
            .parallel()
            .allMatch(i -> ENGINE.complete(editor.request()).equals(alone)));
  }

  /** What is typed in prose asks, for it means something elsewhere, and gets no answer. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "model_definition:\n  name: my❙",
        "model_definition:\n  name: my ❙",
        "model_definition:\n  name: 'it''s❙'",
        "model_definition:\n  description: it\n    goes❙",
        "model_definition:\n  description: it\n    goes on❙",
        "model_definition:\n  description: it\n    goes ❙\n    on",
        "model_definition:\n  description: \"it goes\n    on❙\"",
        "model_definition:\n  description: >\n    it goes\n    on❙",
        "model_definition:\n  description: |\n    it goes\n    on ❙\n    and on",
        "# it goes❙",
        "model_definition: # on❙"
      })
  void noCharacterPopsAnythingUpInProse(String marked) {
    for (String typed : CompletionEngine.TRIGGERS) {
      Editor editor = Editor.of("job.yaml", marked).type(typed);
      List<Proposal> proposals = ENGINE.complete(editor.request());
      assertEquals(List.of(), labels(proposals), () -> "behind " + typed);
    }
  }
}
