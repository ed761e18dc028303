package dev.wmllint.report;

import dev.wmllint.diagnostic.Diagnostic;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The XML of Checkstyle's XMLLogger. A source is {@code wml-lint.} and the rule: readers take what
 * comes after the last dot for the kind of finding. Line 0 is the file as a whole, as it is for
 * Checkstyle.
 */
final class CheckstyleReporter implements Reporter {
  private final PrintStream out;
  private final XmlOut xml;

  CheckstyleReporter(String version, PrintStream out) {
    this.out = out;
    this.xml = new XmlOut(out::print);
    out.print(XmlOut.PROLOG);
    xml.open("checkstyle", Map.of("version", version));
  }

  @Override
  public void file(FileResult file) {
    xml.open("file", Map.of("name", file.path()));
    for (Diagnostic diagnostic : file.diagnostics()) {
      xml.empty("error", attributes(file, diagnostic));
    }
    xml.end();
  }

  @Override
  public void end(Tally tally, RunNumbers numbers) {
    xml.end();
    out.print('\n');
  }

  private static Map<String, String> attributes(FileResult file, Diagnostic diagnostic) {
    Optional<Place> place = Place.of(file, diagnostic);
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("line", String.valueOf(place.map(Place::line).orElse(0)));
    place.ifPresent(at -> attributes.put("column", String.valueOf(at.column())));
    attributes.put("severity", diagnostic.severity().label());
    attributes.put("message", diagnostic.fullMessage());
    attributes.put("source", "wml-lint." + diagnostic.rule());
    return attributes;
  }
}
