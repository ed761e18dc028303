package dev.wmllint.redact;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Related;
import dev.wmllint.fix.Fix;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.schema.Lazy;
import dev.wmllint.text.Message;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ManifestDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Masks the secrets of one manifest. What a reader of the format sees as a secret is masked, and so
 * is what only looks like one in text that cannot be read. Addresses, regions and placeholders are
 * shown.
 */
public final class Redactor {
  /** What is shown in the place of a secret. */
  public static final String MASK = "***";

  /** For a text of which no line is shown. */
  public static final Redactor NONE =
      new Redactor("", List.of(), new SecretWords(List.of(), run -> false), false);

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
    return of(document, Optional.empty());
  }

  /** The same beside a model definition: the names of its files are no secrets. */
  public static Redactor of(ManifestDocument document, Optional<ModelDefinition> model) {
    if (document.isRefused()) {
      return new Redactor(
          document.text(), List.of(), new SecretWords(List.of(), run -> false), false);
    }
    Lazy<Set<String>> names = new Lazy<>(() -> model.map(Redactor::namesIn).orElse(Set.of()));
    Predicate<String> known = run -> names.get().contains(run);
    Secrets found = secrets(document, known);
    return of(document, found, new SecretWords(found.values(), known));
  }

  /** What looks like a secret in the names of a model definition's files, and in its own. */
  private static Set<String> namesIn(ModelDefinition model) {
    Set<String> names = new HashSet<>();
    Consumer<String> add = name -> SecretShape.find(name, run -> names.add(run.of(name)));
    model.entries().forEach(entry -> add.accept(entry.name()));
    if (model.isReadable()) {
      add.accept(model.path().toString());
    }
    return names;
  }

  private static Secrets secrets(ManifestDocument document, Predicate<String> known) {
    Secrets found = new Secrets(document.text());
    SecretTails tails = new SecretTails(document, found);
    document.root().ifPresent(root -> SecretsInTree.collect(root, found, tails));
    SecretPairs pairs = new SecretPairs(document, found);
    BrokenConnections.collect(document, found, tails, pairs);
    ContinuedSecrets.collect(document, found);
    tails.find();
    pairs.find();
    SecretShape.find(document.text(), known, found::add);
    return found;
  }

  private static Redactor of(ManifestDocument document, Secrets found, SecretWords words) {
    words.find(document.text(), butFormat(document, found));
    return new Redactor(document.text(), found.spans(), words, true);
  }

  /** Adds what is spelt like a secret, unless it is a word of the format. */
  private static Consumer<Span> butFormat(ManifestDocument document, Secrets found) {
    Optional<FormatWords> format = document.root().map(FormatWords::new);
    return span -> {
      if (format.filter(own -> own.hold(span)).isEmpty()) {
        found.add(span);
      }
    };
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
    Secrets old = secrets(before, run -> false);
    Secrets young = secrets(after, run -> false);
    Set<String> values = new HashSet<>(old.values());
    values.addAll(young.values());
    SecretWords words = new SecretWords(values, run -> false);
    words.findShort(before.text(), butFormat(before, old));
    words.findShort(after.text(), butFormat(after, young));
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
    for (int i = firstAfter(part.start()); i < secrets.size(); i++) {
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

  /** The first secret that ends after an offset; a line of thousands is shown part by part. */
  private int firstAfter(int offset) {
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

  /**
   * Findings as they may be put out: secrets in the user's words masked, and fixes left out that
   * would write one.
   */
  public List<Diagnostic> redact(List<Diagnostic> findings) {
    return redact(findings, false);
  }

  /**
   * The same with all fixes, for an editor that has the text open: an edit leads back into it.
   * Their titles are masked.
   */
  public List<Diagnostic> redactWords(List<Diagnostic> findings) {
    return redact(findings, true);
  }

  private List<Diagnostic> redact(List<Diagnostic> findings, boolean allFixes) {
    return findings.stream().map(finding -> redact(finding, allFixes)).toList();
  }

  private Diagnostic redact(Diagnostic finding, boolean allFixes) {
    UnaryOperator<Message> mask = maskAt(finding.span());
    return new Diagnostic(
        finding.rule(),
        finding.severity(),
        finding.span(),
        finding.path().map(this::keys),
        mask.apply(finding.message()),
        mask.apply(finding.help()),
        finding.related().stream().map(this::redact).toList(),
        finding.fixes().stream()
            .filter(fix -> allFixes || !showsSecret(fix, mask))
            .map(fix -> new Fix(mask.apply(fix.title()), fix.safety(), fix.edits()))
            .toList());
  }

  private Related redact(Related related) {
    return new Related(
        maskAt(related.span()).apply(related.message()), related.span(), related.entry());
  }

  private boolean showsSecret(Fix fix, UnaryOperator<Message> mask) {
    return !mask.apply(fix.title()).equals(fix.title())
        || fix.edits().stream().anyMatch(edit -> !words(edit.text()).equals(edit.text()));
  }

  /** A word of the format stays, unless the place itself holds a secret that is spelt like it. */
  private UnaryOperator<Message> maskAt(Optional<Span> place) {
    boolean secret = place.filter(this::holdsSecret).isPresent();
    UnaryOperator<String> pieces =
        piece -> !secret && FormatWords.isAll(piece) ? piece : words.mask(piece, part -> false);
    return message -> message.masked(this::keys, pieces);
  }

  /** A key, or a path of keys: a name in plain words stays, although a secret is spelt like it. */
  private String keys(String path) {
    return words.mask(path, part -> FormatWords.holdKey(path, part));
  }

  private boolean holdsSecret(Span place) {
    int next = firstAfter(place.start());
    return next < secrets.size() && secrets.get(next).start() < place.end();
  }

  /**
   * Words with every secret in them masked; a key of the format, or a value that it lists, stays.
   * For what is no finding.
   */
  public String words(String text) {
    return words.mask(text, secret -> FormatWords.hold(text, secret));
  }
}
