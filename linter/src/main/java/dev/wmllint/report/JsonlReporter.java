package dev.wmllint.report;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.text.JsonOut;
import java.io.PrintStream;
import tools.jackson.core.JsonGenerator;

/**
 * An object per line and finding (JSON Lines), with the fields of the JSON format and {@code file}
 * before them. There is nothing else, so that as many lines are as many findings.
 */
final class JsonlReporter implements Reporter {
  private final JsonGenerator json;
  private final PrintStream out;

  JsonlReporter(PrintStream out) {
    this.json = JsonOut.compact(out);
    this.out = out;
  }

  @Override
  public void file(FileResult file) {
    JsonFinding finding = JsonFinding.in(file);
    for (Diagnostic diagnostic : file.diagnostics()) {
      JsonOut.write(json, finding.write(diagnostic, JsonOut.object().put("file", file.path())));
    }
  }

  @Override
  public void end(Tally tally, RunNumbers numbers) {
    json.close();
    if (tally.count() > 0) {
      out.print('\n');
    }
  }
}
