package dev.wmllint.lsp.feature;

import dev.wmllint.diagnostic.Severity;
import dev.wmllint.lsp.document.CheckResult;
import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.lsp.document.LspConverter;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelKind;
import dev.wmllint.schema.DocPath;
import dev.wmllint.text.Count;
import dev.wmllint.text.Printable;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Range;

/** Above the manifest: which model definition it is checked against, and what was found. */
public final class CodeLenses {
  public List<CodeLens> of(DocumentSnapshot snapshot) {
    if (!snapshot.isManifest()
        || !snapshot.settings().codeLens()
        || snapshot.manifest().isEmpty()) {
      return List.of();
    }
    LspConverter places = snapshot.converter();
    Range place = places.range(snapshot.key(DocPath.of("model_definition")).orElse(Span.at(0)));
    CheckResult check = snapshot.check();
    List<CodeLens> lenses = new ArrayList<>();
    String choose = snapshot.folder().isPresent() ? CommandNames.CHOOSE_MODEL : "";
    lenses.add(lens(place, model(check), choose, snapshot.document().uri()));
    String status = snapshot.configurationProblems().isEmpty() ? status(check) : "not checked";
    lenses.add(lens(place, status, "", snapshot.document().uri()));
    return lenses;
  }

  /** A command without a name is a title that does nothing. */
  private static CodeLens lens(Range place, String title, String command, String uri) {
    List<Object> arguments = command.isEmpty() ? List.of() : List.of(uri);
    return new CodeLens(place, new Command(title, command, arguments), null);
  }

  private static String model(CheckResult check) {
    if (check.model().isEmpty()) {
      return "no model definition: command files are not checked";
    }
    ModelDefinition model = check.model().get();
    String name = Printable.line(ModelEntries.name(model));
    if (!model.isReadable()) {
      return "model definition: " + name + " (cannot be read)";
    }
    String kind = model.kind() == ModelKind.FOLDER ? "folder " : "";
    return "model definition: " + kind + name + " (" + Count.of(model.fileCount(), "file") + ")";
  }

  private static String status(CheckResult check) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
      long count = check.diagnostics().stream().filter(d -> d.severity() == severity).count();
      if (count > 0) {
        parts.add(Count.of(count, severity.label()));
      }
    }
    return parts.isEmpty() ? "no findings" : String.join(", ", parts);
  }
}
