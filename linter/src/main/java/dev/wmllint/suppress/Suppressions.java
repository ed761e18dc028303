package dev.wmllint.suppress;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.fix.Fix;
import dev.wmllint.manifest.Manifest;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.FixKind;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.schema.Lazy;
import dev.wmllint.text.Edit;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Message;
import dev.wmllint.text.Nearest;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.lines.Chars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The ignore comments of one document: hides findings, and remembers which comment hid something.
 */
public final class Suppressions {
  static final RuleInfo UNUSED_SUPPRESSION =
      RuleInfo.warning(Chapter.LINTER, "unused-suppression", "an ignore comment that hides nothing")
          .fix(FixKind.SAFE)
          .traits(RuleInfo.Trait.UNNECESSARY);
  static final RuleInfo INVALID_SUPPRESSION =
      RuleInfo.warning(
          Chapter.LINTER, "invalid-suppression", "an ignore comment that cannot be understood");

  /** Where findings count that stand on no line of the manifest: only a whole file covers it. */
  private static final Span NOWHERE = Span.at(Integer.MAX_VALUE);

  private final ManifestDocument document;
  private final List<Scope> scopes = new ArrayList<>();
  private final List<Directive.Malformed> malformed = new ArrayList<>();
  private final Map<String, Coverage> byRule = new HashMap<>();

  /** Read when a comment needs it: one about the whole file does not. */
  private final Lazy<SuppressionScopes> starts;

  /** What an ignore comment covers. */
  private record Scope(Directive.Ignore ignore, Span span) {}

  private Suppressions(ManifestDocument document) {
    this.document = document;
    this.starts = new Lazy<>(() -> new SuppressionScopes(document));
  }

  public static List<RuleInfo> infos() {
    return List.of(UNUSED_SUPPRESSION, INVALID_SUPPRESSION);
  }

  /**
   * The ignore comments of a document.
   *
   * @param manifest what it says
   */
  public static Suppressions of(ManifestDocument document, Manifest manifest) {
    Suppressions suppressions = new Suppressions(document);
    for (Directive directive : Directive.of(document, Optional.of(manifest))) {
      if (directive instanceof Directive.Ignore ignore) {
        suppressions.add(suppressions.scope(ignore));
      } else if (directive instanceof Directive.Malformed malformed) {
        suppressions.malformed.add(malformed);
      }
    }
    return suppressions;
  }

  private void add(Scope scope) {
    scopes.add(scope);
    for (Directive.Name id : scope.ignore().ids()) {
      byRule.computeIfAbsent(id.text(), key -> new Coverage()).add(scope.span());
    }
  }

  private Scope scope(Directive.Ignore ignore) {
    if (ignore.file()) {
      return new Scope(ignore, new Span(0, NOWHERE.end()));
    }
    LineIndex lines = document.lines();
    int line = lines.lineOf(ignore.comment().span().start());
    if (!ignore.comment().ownLine()) {
      Span own = lines.span(line);
      Optional<Span> value =
          starts
              .get()
              .in(own)
              .filter(SuppressionScopes.Start::scalar)
              .map(SuppressionScopes.Start::span);
      return new Scope(ignore, value.map(own::union).orElse(own));
    }
    Optional<Span> below = starts.get().contentLineBelow(line).map(lines::span);
    Optional<Span> node = below.flatMap(starts.get()::in).map(SuppressionScopes.Start::span);
    Span scope = below.map(span -> node.map(span::union).orElse(span)).orElse(lines.span(line));
    return new Scope(ignore, scope);
  }

  /** Whether a comment hides the finding. */
  public boolean hides(Diagnostic diagnostic) {
    Coverage coverage = byRule.get(diagnostic.rule().value());
    return coverage != null && coverage.hides(diagnostic.span().orElse(NOWHERE));
  }

  /**
   * Reports comments that hide nothing, and those that cannot be understood.
   *
   * @param known the names of all rules
   * @param ran whether a rule had a chance to speak
   */
  public void report(RuleContext context, Set<String> known, Predicate<RuleId> ran) {
    for (Directive.Malformed directive : malformed) {
      context
          .finding(INVALID_SUPPRESSION, "unrecognized wml-lint directive")
          .help("write # wml-lint: and then ignore[rule-id], ignore-file[rule-id] or model=PATH")
          .at(directive.span());
    }
    List<String> names = known.stream().sorted().toList();
    for (Scope scope : scopes) {
      List<Directive.Name> ids = scope.ignore().ids();
      for (int i = 0; i < ids.size(); i++) {
        Directive.Name id = ids.get(i);
        if (!names.contains(id.text())) {
          String nearest =
              Nearest.of(id.text(), names)
                  .map(name -> "did you mean '" + name + "'?")
                  .orElse("no rule has a similar name");
          context
              .finding(INVALID_SUPPRESSION, Message.of("unknown rule ").quoted(id.text()))
              .help(nearest)
              .at(id.span());
        } else if (!byRule.get(id.text()).hasHidden(scope.span())
            && ran.test(new RuleId(id.text()))) {
          context
              .finding(UNUSED_SUPPRESSION, Message.ofQuoted(id.text()).text(" hides nothing here"))
              .help("remove it")
              .fix(removal(scope.ignore(), i))
              .at(id.span());
        }
      }
    }
  }

  /** None for a comment over the folded lines of a command: the shell reads the rest of it then. */
  private Optional<Fix> removal(Directive.Ignore ignore, int at) {
    Span comment = ignore.comment().span();
    if (document.lines().lineOf(comment.start()) != document.lines().lineOf(comment.end())) {
      return Optional.empty();
    }
    List<Directive.Name> ids = ignore.ids();
    if (ids.size() == 1) {
      String title = ignore.part().equals(comment) ? "remove the comment" : "remove it";
      return Optional.of(Fix.safe(title, Edit.remove(whole(ignore))));
    }
    Span id = ids.get(at).span();
    Span span =
        at == 0
            ? new Span(id.start(), ids.get(1).span().start())
            : new Span(ids.get(at - 1).span().end(), id.end());
    Message title = Message.of("remove ").quoted(ids.get(at).text()).text(" from the comment");
    return Optional.of(Fix.safe(title, Edit.remove(span)));
  }

  /** The directive with its reason, and with the comment or the line when nothing else is there. */
  private Span whole(Directive.Ignore ignore) {
    Span part = ignore.part();
    Span comment = ignore.comment().span();
    LineIndex lines = document.lines();
    int line = lines.lineOf(comment.start());
    boolean first = part.start() == comment.start();
    int next = Chars.skipSpaces(document.text(), part.end(), comment.end());
    boolean last = next == comment.end();
    if (first && !last) {
      return new Span(part.start(), next);
    }
    if (first && ignore.comment().ownLine() && next == lines.endOf(line)) {
      return lines.fullSpan(line);
    }
    int start = Chars.trimmedEnd(document.text(), lines.startOf(line), part.start());
    return new Span(start, last ? next : part.end());
  }
}
