package dev.wmllint.lsp.feature;

import dev.wmllint.config.ConfigProblem;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Related;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.lsp.document.CheckResult;
import dev.wmllint.lsp.document.ConfigurationCheck;
import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.lsp.document.DocumentUri;
import dev.wmllint.lsp.document.LspConverter;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.text.Printable;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.Location;

/** Findings as the protocol has them, with what the client can show. */
public final class DiagnosticConverter {
  /** The name under which findings appear in the editor. */
  public static final String SOURCE = "wml-lint";

  /** With more mistakes the user opens the configuration. */
  private static final int MOST_RELATED = 10;

  private final ClientAbilities client;

  public DiagnosticConverter(ClientAbilities client) {
    this.client = client;
  }

  /**
   * A finding in both forms.
   *
   * @param id tells the findings of one version of a document apart; the client hands it back
   */
  public record Converted(Diagnostic finding, org.eclipse.lsp4j.Diagnostic shown, String id) {}

  /** All findings of a check, in its order. */
  public List<Converted> convert(DocumentSnapshot snapshot, CheckResult check) {
    LspConverter places = snapshot.converter();
    Map<String, Integer> times = new HashMap<>();
    List<Converted> converted = new ArrayList<>();
    for (Diagnostic finding : check.diagnostics()) {
      Span span = snapshot.place(finding);
      String place = finding.rule() + "@" + span.start() + "-" + span.end();
      int time = times.merge(place, 1, Integer::sum);
      String id = time == 1 ? place : place + "#" + time;
      var shown = shown(snapshot, check, places, finding, span);
      if (client.diagnosticData()) {
        shown.setData(id);
      }
      converted.add(new Converted(finding, shown, id));
    }
    return converted;
  }

  /** The same as the client shows them. */
  public List<org.eclipse.lsp4j.Diagnostic> shown(DocumentSnapshot snapshot, CheckResult check) {
    return convert(snapshot, check).stream().map(Converted::shown).toList();
  }

  private org.eclipse.lsp4j.Diagnostic shown(
      DocumentSnapshot snapshot,
      CheckResult check,
      LspConverter places,
      Diagnostic finding,
      Span span) {
    var shown = new org.eclipse.lsp4j.Diagnostic();
    shown.setRange(places.range(span));
    shown.setSeverity(severity(finding.severity()));
    shown.setCode(finding.rule().value());
    shown.setSource(SOURCE);
    shown.setMessage(message(finding, check));
    rulePage(finding.rule())
        .filter(page -> client.codeDescription())
        .ifPresent(page -> shown.setCodeDescription(new DiagnosticCodeDescription(page)));
    tag(finding).filter(client.tags()::contains).ifPresent(tag -> shown.setTags(List.of(tag)));
    List<DiagnosticRelatedInformation> related =
        finding.rule().equals(ConfigurationCheck.ID)
            ? mistakes(snapshot)
            : related(snapshot, check, places, finding);
    if (client.relatedInformation() && !related.isEmpty()) {
      shown.setRelatedInformation(related);
    }
    return shown;
  }

  /** The address of a rule's page, where the client can open it. */
  public Optional<String> rulePage(RuleId rule) {
    boolean known = client.fetchesText() && RuleRegistry.find(rule).isPresent();
    return known ? Optional.of(VirtualTexts.address(rule)) : Optional.empty();
  }

  private static DiagnosticSeverity severity(Severity severity) {
    return switch (severity) {
      case ERROR -> DiagnosticSeverity.Error;
      case WARNING -> DiagnosticSeverity.Warning;
      case INFO -> DiagnosticSeverity.Information;
    };
  }

  /** A fault of the model definition is shown in the manifest, so it says whose fault it is. */
  private static String message(Diagnostic finding, CheckResult check) {
    Optional<String> model =
        finding.span().isPresent() ? Optional.empty() : check.model().map(ModelEntries::name);
    String message = finding.fullMessage();
    return Printable.line(model.map(name -> name + ": " + message).orElse(message));
  }

  /** Where the configuration is not right that keeps a manifest from being checked. */
  private static List<DiagnosticRelatedInformation> mistakes(DocumentSnapshot snapshot) {
    return snapshot.isManifest()
        ? snapshot.configurationProblems().stream()
            .limit(MOST_RELATED)
            .map(DiagnosticConverter::mistake)
            .toList()
        : List.of();
  }

  private static DiagnosticRelatedInformation mistake(ConfigProblem problem) {
    int line = problem.place().map(place -> place.start().line()).orElse(0);
    String uri = DocumentUri.of(problem.file().toAbsolutePath());
    return new DiagnosticRelatedInformation(
        new Location(uri, LspConverter.startOfLine(line)), Printable.line(problem.message()));
  }

  private List<DiagnosticRelatedInformation> related(
      DocumentSnapshot snapshot, CheckResult check, LspConverter places, Diagnostic finding) {
    List<DiagnosticRelatedInformation> all = new ArrayList<>();
    for (Related related : finding.related()) {
      String message = Printable.line(related.message().text());
      if (related.span().isPresent()) {
        Location there =
            new Location(snapshot.document().uri(), places.range(related.span().get()));
        all.add(new DiagnosticRelatedInformation(there, message));
      } else if (related.entry().isPresent() && check.model().isPresent()) {
        ModelDefinition model = check.model().get();
        VirtualTexts.address(model, related.entry().get(), client)
            .or(() -> Optional.of(DocumentUri.of(model.path())))
            .map(uri -> new Location(uri, LspConverter.startOfFile()))
            .ifPresent(there -> all.add(new DiagnosticRelatedInformation(there, message)));
      }
    }
    return all;
  }

  private static Optional<DiagnosticTag> tag(Diagnostic finding) {
    if (RuleRegistry.is(finding.rule(), RuleInfo.Trait.DEPRECATED)) {
      return Optional.of(DiagnosticTag.Deprecated);
    }
    return RuleRegistry.is(finding.rule(), RuleInfo.Trait.UNNECESSARY)
        ? Optional.of(DiagnosticTag.Unnecessary)
        : Optional.empty();
  }
}
