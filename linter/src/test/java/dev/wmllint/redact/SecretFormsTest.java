package dev.wmllint.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.cli.Cli;
import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.LintResult;
import dev.wmllint.engine.Linter;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.YamlLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No part of a secret that looks like one is shown, in whatever form it is written. Tests take some
 * of the forms; {@code -Dwmllint.forms=1} takes each one, in each format, for an hour.
 */
final class SecretFormsTest {
  private static final String SECRET = "Zk7qWx93LmPv42Ry";

  /** More of it tells it. */
  private static final int MAX_SHOWN = 6;

  /** Of how many forms one is taken, where that is not set here. */
  private static final int EACH = Integer.getInteger("wmllint.forms", 0);

  private final List<SecretForms.Form> forms = SecretForms.of(SECRET);

  @TempDir private Path folder;

  /** Any line may be shown beside a finding, or in a diff. */
  @Test
  void inNoLine() {
    List<String> shown = new ArrayList<>();
    for (SecretForms.Form form : some(5)) {
      SourceText source = SourceText.of("job.yaml", form.text());
      Redactor redactor = Redactor.of(ManifestDocument.parse(source, YamlLimits.DEFAULT));
      Span all = new Span(0, form.text().length());
      if (tells(redactor.mask(all, Span.at(0)).text())) {
        shown.add(form.name());
      }
    }
    assertEquals(List.of(), shown);
  }

  /** What the server sends: messages, and titles of all fixes. */
  @Test
  void inNoFinding() {
    Linter linter = new Linter(LintConfig.DEFAULT);
    List<String> shown = new ArrayList<>();
    for (SecretForms.Form form : some(11)) {
      SourceText source = SourceText.of("job.yaml", form.text());
      LintResult result = linter.lint(LintRequest.of(source));
      Redactor.of(result.document())
          .redactWords(result.diagnostics())
          .forEach(
              finding -> {
                String words =
                    finding.fullMessage()
                        + finding.path()
                        + finding.related()
                        + finding.fixes().stream().map(fix -> fix.title().text()).toList();
                if (tells(words)) {
                  shown.add(form.name() + ": " + words);
                }
              });
    }
    assertEquals(List.of(), shown);
  }

  @Test
  void inNoReport() {
    List<String> shown = new ArrayList<>();
    for (List<String> options :
        List.of(
            List.of("--format", "text", "--color", "always"),
            List.of("--format", "json"),
            List.of("--format", "sarif"),
            List.of("--format", "gitlab"),
            List.of("--format", "junit"),
            List.of("--diff", "--unsafe-fixes"),
            List.of("--fix", "--unsafe-fixes"))) {
      Cli cli = new Cli(folder);
      List<SecretForms.Form> some = some(211);
      assertTrue(some.size() > 100);
      for (SecretForms.Form form : some) {
        cli.write("job.yaml", form.text());
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("--no-config", folder.resolve("job.yaml").toString()));
        Cli.Outcome outcome = cli.run(arguments.toArray(String[]::new));
        if (tells(outcome.out() + outcome.err())) {
          shown.add(options + " " + form.name() + "\n" + outcome.out() + outcome.err());
        }
      }
    }
    assertEquals(List.of(), shown);
  }

  private List<SecretForms.Form> some(int each) {
    assertTrue(forms.size() > 10_000);
    List<SecretForms.Form> some = new ArrayList<>();
    for (int i = 0; i < forms.size(); i += EACH > 0 ? EACH : each) {
      some.add(forms.get(i));
    }
    return some;
  }

  private static boolean tells(String output) {
    for (int i = 0; i + MAX_SHOWN < SECRET.length(); i++) {
      if (output.contains(SECRET.substring(i, i + MAX_SHOWN + 1))) {
        return true;
      }
    }
    return false;
  }
}
