package dev.wmllint.suppress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wmllint.manifest.Manifest;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.YamlLimits;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DirectiveTest {
  private static List<Directive> read(String text) {
    ManifestDocument document =
        ManifestDocument.parse(SourceText.of("job.yaml", text), YamlLimits.DEFAULT);
    Optional<Manifest> manifest =
        document.root().map(root -> Manifest.of((MappingNode) root, ManifestSchema.builtIn()));
    return Directive.of(document, manifest);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "# wml-lint: model=m.zip, m.zip",
        "# wml-lint: model = a b.zip , a b.zip",
        "# wml-lint: model=m.zip # built by make, m.zip",
        "# wml-lint: model=m.zip #3, m.zip",
        "# wml-lint: model=m#3.zip, m#3.zip",
        "# wml-lint: model=\"a b.zip\", a b.zip",
        "# wml-lint: model='a # b.zip' # built by make, a # b.zip",
        "# noqa # wml-lint: model=m.zip # wml-lint: ignore[x], m.zip",
      })
  void aModelDefinition(String comment, String path) {
    Directive.Model model = Directive.model(read(comment)).orElseThrow();
    assertEquals(path, model.path().text());
    assertEquals(path, model.path().span().of(comment));
  }

  @ParameterizedTest
  @ValueSource(strings = {"m.zip", "a b.zip", "a # b.zip", "a #b.zip", "\"m\".zip", "it's # one"})
  void aPathIsReadAsItWasWritten(String path) {
    Directive.Model model =
        Directive.model(read("# wml-lint: model=" + Directive.quoted(path))).orElseThrow();
    assertEquals(path, model.path().text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# see wml-lint: it ignores this",
        "# wml-lint ignores this",
        "# Written by WML-Lint: a tool",
        "# write `# wml-lint: ignore[x]`",
        "# http://host/#wml-lint:",
        "command: \"echo '# wml-lint: ignore[x]'\"",
        "description: 'x # wml-lint: ignore[x]'",
      })
  void nothing(String text) {
    assertEquals(List.of(), read(text));
  }

  @Test
  void inTheCommandAloneAndThereInCommentsAlone() {
    String text =
        """
        model_definition:
          description: |
            # wml-lint: ignore[a]
          execution:
            command: |
              cat > x.yaml <<EOF
              # wml-lint: ignore[b]
              EOF
              a 'b # wml-lint: ignore[c]' # wml-lint: ignore[d]
              x=$(a # wml-lint: ignore[e]
              )
              # wml-lint: ignore[f]
        """;
    List<String> ids =
        read(text).stream()
            .flatMap(directive -> ((Directive.Ignore) directive).ids().stream())
            .map(Directive.Name::text)
            .toList();
    assertEquals(List.of("d", "e", "f"), ids);
    assertEquals(
        List.of(false, false, true),
        read(text).stream().map(directive -> directive.comment().ownLine()).toList());
  }
}
