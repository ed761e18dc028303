package dev.wmllint.redact;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Related;
import dev.wmllint.fix.Edit;
import dev.wmllint.fix.Fix;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ManifestDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Masks the secrets of one manifest. What a reader of the format sees as a secret is masked, and so
 * is what only looks like one in text that cannot be read. Addresses, regions and placeholders are
 * shown.
 */
public final class Redactor {
  /** What stands in the place of a secret. */
  public static final String MASK = "***";

  /** For a text of which no line is shown. */
  public static final Redactor NONE =
      new Redactor("", List.of(), new SecretWords(List.of()), false);

  private final String text;
  private final List<Span> secrets;
  private final SecretWords words;
  private final boolean known;

  private Redactor(String text, List<Span> secrets, SecretWords words, boolean known) {
    this.text = text;
    this.secrets = secrets;
    this.words = words;
    this.known = known;
  }

  /** Finds the secrets of a document; one that was refused is not shown at all. */
  public static Redactor of(ManifestDocument document) {
    if (document.isRefused()) {
      return new Redactor(document.text(), List.of(), new SecretWords(List.of()), false);
    }
    Secrets found = secrets(document);
    return of(document, found, new SecretWords(found.values()));
  }

  private static Secrets secrets(ManifestDocument document) {
    Secrets found = new Secrets(document.text());
    SecretTails tails = new SecretTails(document, found);
    document.root().ifPresent(root -> SecretsInTree.collect(root, document.text(), found, tails));
    SecretsInText.collect(document, found, tails);
    tails.find();
    return found;
  }

  private static Redactor of(ManifestDocument document, Secrets found, SecretWords words) {
    words.find(document.text(), found::add);
    return new Redactor(document.text(), found.spans(), words, true);
  }

  /**
   * Two versions of one manifest that are shown beside each other.
   *
   * @param before masks the older one
   * @param after masks the newer one
   */
  public record Versions(Redactor before, Redactor after) {}

  /**
   * Finds the secrets of two versions of a manifest: what is a secret in one of them is masked in
   * the other, too, wherever it stands there.
   */
  public static Versions ofVersions(ManifestDocument before, ManifestDocument after) {
    if (before.isRefused() || after.isRefused()) {
      return new Versions(of(before), of(after));
    }
    Secrets old = secrets(before);
    Secrets young = secrets(after);
    Set<String> values = new HashSet<>(old.values());
    values.addAll(young.values());
    SecretWords words = new SecretWords(values);
    ShortSecrets shortOnes = new ShortSecrets(values);
    shortOnes.find(before.text(), old::add);
    shortOnes.find(after.text(), young::add);
    return new Versions(of(before, old, words), of(after, young, words));
  }

  /** Whether the secrets are known, so that the rest of the text may be shown. */
  public boolean mayShowLines() {
    return known;
  }

  /**
   * A part of the text with its secrets masked.
   *
   * @param text what may be shown
   * @param marked the place of interest in {@link #text}
   */
  public record Masked(String text, Span marked) {}

  /**
   * Masks a part of the text.
   *
   * @param part what is to be shown
   * @param marked a place in it that is of interest
   */
  public Masked mask(Span part, Span marked) {
    StringBuilder out = new StringBuilder();
    int at = part.start();
    int start = -1;
    int end = -1;
    for (int i = firstBehind(part.start()); i < secrets.size(); i++) {
      Span secret = secrets.get(i);
      if (secret.start() >= part.end()) {
        break;
      }
      int from = Math.max(secret.start(), part.start());
      int to = Math.min(secret.end(), part.end());
      start = start < 0 && marked.start() <= from ? out.length() + marked.start() - at : start;
      end = end < 0 && marked.end() <= from ? out.length() + marked.end() - at : end;
      out.append(text, at, from);
      start = start < 0 && marked.start() < to ? out.length() : start;
      out.append(MASK);
      end = end < 0 && marked.end() <= to ? out.length() : end;
      at = to;
    }
    start = start < 0 ? out.length() + marked.start() - at : start;
    end = end < 0 ? out.length() + marked.end() - at : end;
    out.append(text, at, part.end());
    return new Masked(out.toString(), new Span(start, Math.max(start, end)));
  }

  /** The first secret that ends behind an offset; a line of thousands is shown part by part. */
  private int firstBehind(int offset) {
    int low = 0;
    int high = secrets.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (secrets.get(middle).end() > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** A finding as it may be put out: words masked, fixes that would show a secret left out. */
  public Diagnostic redact(Diagnostic diagnostic) {
    if (words.isEmpty()) {
      return diagnostic;
    }
    List<Related> related =
        diagnostic.related().stream()
            .map(other -> new Related(words(other.message()), other.span(), other.entry()))
            .toList();
    List<Fix> fixes = diagnostic.fixes().stream().filter(this::isHarmless).toList();
    return new Diagnostic(
        diagnostic.rule(),
        diagnostic.severity(),
        diagnostic.span(),
        diagnostic.path().map(this::words),
        words(diagnostic.message()),
        words(diagnostic.help()),
        related,
        fixes);
  }

  private boolean isHarmless(Fix fix) {
    for (Edit edit : fix.edits()) {
      if (!words(edit.text()).equals(edit.text())) {
        return false;
      }
    }
    return words(fix.title()).equals(fix.title());
  }

  /** Words with every secret in them masked. */
  public String words(String text) {
    Secrets found = new Secrets(text);
    words.find(text, found::add);
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Span secret : found.spans()) {
      out.append(text, at, secret.start()).append(MASK);
      at = secret.end();
    }
    return out.append(text, at, text.length()).toString();
  }
}
