package dev.wmllint.diagnostic;

import dev.wmllint.fix.Fix;
import dev.wmllint.fix.Fixable;
import dev.wmllint.text.Message;
import dev.wmllint.text.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One finding.
 *
 * @param rule the rule that speaks
 * @param severity after configuration
 * @param span the smallest thing that the user must touch, in the manifest; empty for a fault of
 *     the model definition itself
 * @param path the path of that place as it is written in the file, such as {@code
 *     training_data_reference[0].source.type}; empty where there is none
 * @param message what is wrong; one line, no full stop
 * @param help what would be right, short enough to stand after the caret; may be empty
 * @param related the other parties
 * @param fixes ready corrections, the best first
 */
public record Diagnostic(
    RuleId rule,
    Severity severity,
    Optional<Span> span,
    Optional<String> path,
    Message message,
    Message help,
    List<Related> related,
    List<Fix> fixes)
    implements Fixable {

  public Diagnostic {
    related = List.copyOf(related);
    fixes = List.copyOf(fixes);
  }

  /** Message and help in one line, for places that show only one. */
  public String fullMessage() {
    return help.isEmpty() ? message.text() : message.text() + "; " + help.text();
  }

  public Diagnostic withSeverity(Severity other) {
    return new Diagnostic(rule, other, span, path, message, help, related, fixes);
  }

  public Diagnostic withFixes(List<Fix> other) {
    return new Diagnostic(rule, severity, span, path, message, help, related, other);
  }

  // Written out: a native program interprets those of a record; docs/startup.md has the times.
  @Override
  public boolean equals(Object object) {
    return object instanceof Diagnostic other
        && rule.equals(other.rule)
        && severity == other.severity
        && span.equals(other.span)
        && path.equals(other.path)
        && message.equals(other.message)
        && help.equals(other.help)
        && related.equals(other.related)
        && fixes.equals(other.fixes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rule, severity, span, path, message, help, related, fixes);
  }
}
