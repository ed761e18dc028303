package dev.wmllint.scaffold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.cli.Cli;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.Linter;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelLimits;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.YamlLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

final class DraftTest {
  private static final ManifestSchema SCHEMA = ManifestSchema.builtIn();

  @TempDir private Path folder;

  private Draft draft(String... files) {
    return draft(SCHEMA, files);
  }

  private Draft draft(ManifestSchema schema, String... files) {
    try {
      Path place = Files.createDirectories(folder.resolve("digits"));
      for (String file : files) {
        Files.writeString(place.resolve(file), "x");
      }
      return Draft.in(place, schema);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Diagnostic> lint(
      ManifestSchema schema, String manifest, Optional<ModelDefinition> model) {
    Linter linter = new Linter(new LintConfig(schema, Map.of(), YamlLimits.DEFAULT));
    return linter.lint(LintRequest.of(SourceText.of("job.yaml", manifest), model)).diagnostics();
  }

  private static Set<String> rules(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(found -> found.rule().value()).collect(Collectors.toSet());
  }

  /** Every framework, version, size, and pair of stores that the schema knows. */
  private List<Draft> all() {
    List<Draft> drafts = List.of(draft());
    for (Field field :
        List.of(
            Field.FRAMEWORK,
            Field.FRAMEWORK_VERSION,
            Field.RESOURCE,
            Field.DATA_STORE,
            Field.RESULTS_STORE)) {
      List<Draft> next = new ArrayList<>();
      for (Draft draft : drafts) {
        draft.allowed(field).forEach(value -> next.add(draft.with(field, value)));
      }
      drafts = next;
    }
    return drafts;
  }

  @Test
  void isRightButForPlaceholdersAndFilledInIsRight() {
    Path zip =
        Path.of(new Cli(folder).zip("tf-model.zip", "train.py", "main.lua", "solver.prototxt"));
    Optional<ModelDefinition> model = Optional.of(ModelDefinition.open(zip, ModelLimits.DEFAULT));
    List<Draft> drafts = all();
    assertEquals(11 * 3 * 4, drafts.size());
    for (Draft draft : drafts) {
      String manifest = draft.yaml();
      assertEquals(Set.of("placeholder-value"), rules(lint(SCHEMA, manifest, model)), manifest);
      String filled =
          manifest
              .replaceFirst("\"<bucket>\"", "digits-data")
              .replaceFirst("\"<bucket>\"", "digits-models")
              .replaceAll("\"<[a-z-]*>\"", "digits");
      assertFalse(filled.contains("<"), filled);
      assertEquals(List.of(), lint(SCHEMA, filled, model), filled);
      // A secret that looks like one is worth an info in whatever manifest.
      String real =
          filled.replaceAll("(password|secret_access_key): digits", "$1: 5kRtv0Qm2XzP9aLw");
      assertEquals(Set.of("literal-credential"), rules(lint(SCHEMA, real, model)), real);
    }
  }

  @Test
  void isReadable() {
    Draft draft =
        draft().with(Field.FRAMEWORK, "mxnet").with(Field.RESULTS_STORE, "bluemix_objectstore");
    assertEquals(
        """
        model_definition:
          name: digits
          framework:
            name: mxnet
            version: "0.10"
          execution:
            command: python train.py --data ${DATA_DIR} --out ${RESULT_DIR}/model
            resource: small # 1 GPU; or medium (2 GPUs), large (4 GPUs)
        training_data_reference:
        - connection:
            endpoint_url: https://s3-api.us-geo.objectstorage.softlayer.net
            aws_access_key_id: "<aws-access-key-id>"
            aws_secret_access_key: "<aws-secret-access-key>"
          source:
            bucket: "<bucket>"
            type: s3 # Cloud Object Storage (IaaS)
        training_results_reference:
          connection:
            auth_url: https://identity.open.softlayer.com/v3
            user_name: "<user-name>"
            password: "<password>"
            region: dallas
            domain_name: "<domain-name>"
            project_id: "<project-id>"
          target:
            bucket: "<bucket>" # another one than the data's
            type: bluemix_objectstore # Object Storage OpenStack Swift for Bluemix
        """,
        draft.yaml());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tensorflow | 1.2-py2 | python2 train.py --data ${DATA_DIR} --out ${RESULT_DIR}/model
          tensorflow | 1.3-py3 | python3 train.py --data ${DATA_DIR} --out ${RESULT_DIR}/model
          theano     | 0.10    | python train.py --data ${DATA_DIR} --out ${RESULT_DIR}/model
          torch      | luajit  | th main.lua -data ${DATA_DIR} -save ${RESULT_DIR}/model
          caffe      | 1.0-py2 | caffe train -solver solver.prototxt -gpu all
          """)
  void runsTheProgramAsItsFrameworkDoes(String framework, String version, String command) {
    Draft draft = draft().with(Field.FRAMEWORK, framework).with(Field.FRAMEWORK_VERSION, version);
    assertEquals(Optional.of(command), draft.get(Field.COMMAND));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          net.py                        | tensorflow | python3 net.py
          a.py b.py                     | tensorflow | python3 train.py
          a.py train_digits.py          | tensorflow | python3 train_digits.py
          train_a.py train_b.py         | tensorflow | python3 train.py
          net.lua                       | torch      | th net.lua
          net.py net.lua                | tensorflow | python3 net.py
          lenet_solver.prototxt net.prototxt | caffe | caffe train -solver lenet_solver.prototxt
          -x.py                         | tensorflow | python3 ./-x.py
          it's.py                       | tensorflow | python3 'it'\\''s.py'
          README.md                     | tensorflow | python3 train.py
          """)
  void proposesTheOnlyProgramOfTheFolder(String files, String framework, String command) {
    Draft draft = draft(files.strip().split(" "));
    assertEquals(Optional.of(framework), draft.get(Field.FRAMEWORK));
    String found = draft.get(Field.COMMAND).orElseThrow();
    assertTrue(found.startsWith(command.replace("\\\\", "\\") + " "), found);
  }

  @Test
  void makesACommandOfAProgramsNameAlone() {
    Draft torch = draft().with(Field.FRAMEWORK, "torch");
    assertEquals(
        "th src/net.lua -data ${DATA_DIR} -save ${RESULT_DIR}/model",
        torch.with(Field.COMMAND, "src/net.lua").get(Field.COMMAND).orElseThrow());
    for (String whole : List.of("th net.lua", "./run.sh", "make", "luajit 'x.lua'")) {
      assertEquals(whole, torch.with(Field.COMMAND, whole).get(Field.COMMAND).orElseThrow());
    }
  }

  @Test
  void knowsTheUsersFrameworks() {
    ManifestSchema schema = SCHEMA.withFrameworks(Map.of("pytorch", List.of("0.3-py3", "0.4-py3")));
    Draft draft = draft(schema);
    assertEquals(Optional.of("pytorch"), draft.get(Field.FRAMEWORK));
    assertEquals(Optional.of("0.4-py3"), draft.get(Field.FRAMEWORK_VERSION));
    assertEquals(List.of("0.3-py3", "0.4-py3"), draft.allowed(Field.FRAMEWORK_VERSION));
    assertEquals(Optional.empty(), draft.get(Field.COMMAND));
    assertEquals(Set.of("placeholder-value"), rules(lint(schema, draft.yaml(), Optional.empty())));
    assertTrue(
        draft(schema, "net.py").get(Field.COMMAND).orElseThrow().startsWith("python3 net.py "));
    assertEquals(
        "python3 a.py --data ${DATA_DIR} --out ${RESULT_DIR}/model",
        draft.with(Field.COMMAND, "a.py").get(Field.COMMAND).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FRAMEWORK         | tensorflw        | did you mean 'tensorflow'?
          FRAMEWORK         | keras            | Keras comes inside tensorflow; did you mean 'tensorflow'?
          FRAMEWORK_VERSION | 1.2              | supported: 1.2-py2, 1.2-py3
          RESOURCE          | k80x2            | did you mean 'medium'?
          DATA_STORE        | cos              | did you mean 's3'?
          RESULTS_STORE     | swift            | did you mean 'bluemix_objectstore'?
          DATA_BUCKET       | Digits           | no upper case
          COMMAND           | python3 'a.py    | never closed
          NAME              | ' '              | it is empty
          """)
  void saysWhatIsWrongWithAnAnswer(Field field, String answer, String words) {
    String problem = draft().problem(field, answer).orElseThrow();
    assertTrue(problem.contains(words), problem);
  }

  @Test
  void takesWhatIsUnusualButMayBeMeant() {
    Draft draft = draft().with(Field.DATA_STORE, "bluemix_objectstore");
    assertEquals(Optional.empty(), draft.problem(Field.DATA_BUCKET, "My_Digits"));
    assertEquals(Optional.empty(), draft.problem(Field.DATA_BUCKET, "<later>"));
    assertEquals(Optional.empty(), draft.problem(Field.COMMAND, "./run.sh && rm -r /data/x"));
    for (String several : List.of("a\nb", "a\rb", "a\u0000", "a\u2028b", "\uD800")) {
      assertTrue(draft.problem(Field.NAME, several).isPresent());
    }
  }

  @Test
  void keepsWhateverIsTyped() {
    String pieces = "ab0.-_: #'\"\\{}[],&*!|>%@`~=<?$é";
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      StringBuilder typed = new StringBuilder(i % 3 == 0 ? "😀" : "");
      for (int length = random.nextInt(6); length >= 0; length--) {
        typed.append(pieces.charAt(random.nextInt(pieces.length())));
      }
      String answer = typed.toString();
      String manifest = draft().with(Field.NAME, answer).with(Field.AUTHOR_NAME, answer).yaml();
      Map<?, ?> root =
          (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(manifest);
      Map<?, ?> model = (Map<?, ?>) root.get("model_definition");
      assertEquals(answer, model.get("name"));
      assertEquals(Map.of("name", answer), model.get("author"));
    }
  }
}
