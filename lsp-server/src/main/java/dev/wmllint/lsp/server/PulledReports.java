package dev.wmllint.lsp.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.RelatedFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.RelatedUnchangedDocumentDiagnosticReport;

/**
 * The last answer to a client about each document: it is not sent a second time. Belongs to the
 * dispatcher's owner thread.
 */
final class PulledReports {
  private final Map<String, Report> last = new HashMap<>();
  private long count;

  private record Report(String id, List<Diagnostic> diagnostics) {}

  /**
   * The report on a document that is not open: it has no findings, and the client will not ask
   * again.
   */
  static DocumentDiagnosticReport ofClosed() {
    return new DocumentDiagnosticReport(new RelatedFullDocumentDiagnosticReport(List.of()));
  }

  /**
   * The report on an open document.
   *
   * @param previous the id of the report that the client has
   */
  DocumentDiagnosticReport of(String uri, Optional<String> previous, List<Diagnostic> found) {
    Report known = last.get(uri);
    if (known != null
        && previous.filter(known.id()::equals).isPresent()
        && known.diagnostics().equals(found)) {
      return new DocumentDiagnosticReport(new RelatedUnchangedDocumentDiagnosticReport(known.id()));
    }
    Report report = new Report(Long.toString(++count), found);
    last.put(uri, report);
    RelatedFullDocumentDiagnosticReport full = new RelatedFullDocumentDiagnosticReport(found);
    full.setResultId(report.id());
    return new DocumentDiagnosticReport(full);
  }

  void forget(String uri) {
    last.remove(uri);
  }
}
