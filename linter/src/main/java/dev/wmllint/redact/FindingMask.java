package dev.wmllint.redact;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Related;
import dev.wmllint.fix.Edit;
import dev.wmllint.fix.Fix;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Masks the words of findings. What a finding's twin, which knows other secrets, says in the same
 * place does not come from a secret.
 */
final class FindingMask {
  private final SecretWords words;
  private final boolean allFixes;

  /**
   * Prepares to mask.
   *
   * @param allFixes whether a fix stays that would show a secret; else it is left out
   */
  FindingMask(SecretWords words, boolean allFixes) {
    this.words = words;
    this.allFixes = allFixes;
  }

  Diagnostic mask(Diagnostic finding, Optional<Diagnostic> twin) {
    return new Diagnostic(
        finding.rule(),
        finding.severity(),
        finding.span(),
        finding.path().map(path -> mask(path, twin.flatMap(Diagnostic::path))),
        mask(finding.message(), twin.map(Diagnostic::message)),
        mask(finding.help(), twin.map(Diagnostic::help)),
        related(finding.related(), twin.map(Diagnostic::related).orElse(List.of())),
        fixes(finding.fixes(), twin.map(Diagnostic::fixes).orElse(List.of())));
  }

  private List<Related> related(List<Related> own, List<Related> twins) {
    List<Related> masked = new ArrayList<>(own.size());
    for (int i = 0; i < own.size(); i++) {
      Related one = own.get(i);
      Optional<String> twin = twin(i, own, twins).map(Related::message);
      masked.add(new Related(mask(one.message(), twin), one.span(), one.entry()));
    }
    return masked;
  }

  private List<Fix> fixes(List<Fix> own, List<Fix> twins) {
    List<Fix> masked = new ArrayList<>(own.size());
    for (int i = 0; i < own.size(); i++) {
      Fix fix = own.get(i);
      Optional<Fix> twin = twin(i, own, twins);
      String title = mask(fix.title(), twin.map(Fix::title));
      boolean harmless = title.equals(fix.title()) && isHarmless(fix, twin);
      if (harmless || allFixes) {
        masked.add(harmless ? fix : new Fix(title, fix.safety(), fix.edits()));
      }
    }
    return masked;
  }

  private boolean isHarmless(Fix fix, Optional<Fix> twin) {
    List<Edit> edits = fix.edits();
    List<Edit> twins = twin.map(Fix::edits).orElse(List.of());
    for (int i = 0; i < edits.size(); i++) {
      String text = edits.get(i).text();
      if (!mask(text, twin(i, edits, twins).map(Edit::text)).equals(text)) {
        return false;
      }
    }
    return true;
  }

  private static <T> Optional<T> twin(int index, List<T> own, List<T> twins) {
    return own.size() == twins.size() ? Optional.of(twins.get(index)) : Optional.empty();
  }

  private String mask(String text, Optional<String> twin) {
    Optional<Alike> alike = twin.map(other -> new Alike(text, other));
    return words.mask(text, secret -> alike.filter(both -> both.in(secret)).isPresent());
  }

  /** Where two sentences are the same: char by char, or from their starts and to their ends. */
  private static final class Alike {
    private final String text;
    private final String other;
    private final int prefix;
    private final int suffix;

    Alike(String text, String other) {
      this.text = text;
      this.other = other;
      int shorter = Math.min(text.length(), other.length());
      int start = 0;
      while (start < shorter && text.charAt(start) == other.charAt(start)) {
        start++;
      }
      int end = 0;
      while (end < shorter - start
          && text.charAt(text.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
        end++;
      }
      this.prefix = start;
      this.suffix = end;
    }

    boolean in(Span part) {
      // What a disguise leaves as it is, such as "......", may come from a secret all the same.
      return Disguise.changes(text, part)
          && (part.end() <= prefix
              || part.start() >= text.length() - suffix
              || (text.length() == other.length()
                  && text.regionMatches(part.start(), other, part.start(), part.length())));
    }
  }
}
